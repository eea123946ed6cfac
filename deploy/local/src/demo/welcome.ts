import type { Demo } from './demo-file.js';

/** What the person at the terminal needs to begin. */
export function welcome({ url, mail, keys }: Demo): string {
  return `
Roundtrip is ready.

  Web page    ${url}
  API         ${url}/docs
  Mails       ${mail ?? 'go to the server of SMTP_URL'}

  Sign in with one of these keys of the demo institution:
    viewer    ${keys.viewer}
    editor    ${keys.editor}
    operator  ${keys.operator}
    admin     ${keys.admin}

Ctrl-C stops everything; the data is kept for the next start.
`;
}
