import type { Demo } from './demo-file.js';

/** What the person at the terminal needs to begin. */
export function welcome({ url, mail, keys }: Demo): string {
  const link = (role: keyof Demo['keys']): string => `${url}/#key=${keys[role]}`;
  return `
Roundtrip is ready.

  Console     ${url}
  API         ${url}/docs
  Mails       ${mail ?? 'go to the server of SMTP_URL'}

  Open one of these links: each signs in to the demo institution (what follows #key= is the key, for the API as well).
    viewer    ${link('viewer')}
    editor    ${link('editor')}
    operator  ${link('operator')}
    admin     ${link('admin')}

Ctrl-C stops everything; the data is kept for the next start.
`;
}
