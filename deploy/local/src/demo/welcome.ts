import type { Demo } from './demo-file.js';
import { linksText, peopleText, type RoleLinks } from './sign-in-links.js';

/** What the person at the terminal needs to begin. */
export const welcome = (demo: Demo, links: RoleLinks): string => `
Roundtrip is ready.

  Console     ${demo.url}
  API         ${demo.url}/docs
  Mails       ${demo.mail ?? 'go to the server of SMTP_URL'}

  Each of these links signs in to the demo institution, once, within ten minutes; \`npm run sign-in-links\` prints new ones.
${linksText(links)}
${peopleText(demo)}
  The keys of the roles, for the API, are in demo.json.

Ctrl-C stops everything; the data is kept for the next start.
`;
