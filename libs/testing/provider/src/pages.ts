import { randomBytes } from 'node:crypto';
import type { Person } from './people.js';

/** A page and the policy under which a browser shows it. */
export interface Page {
  html: string;
  policy: string;
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (letter) => `&#${String(letter.codePointAt(0))};`);

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem; background: light-dark(#fff, #1b1d21); color: light-dark(#1b1d21, #eceef1); }
h1 { font-size: 1.5rem; line-height: 1.2; }
ul { list-style: none; padding: 0; }
button { display: block; width: 100%; min-height: 3rem; margin: 0.5rem 0; padding: 0.5rem 1rem; font: inherit; text-align: start; color: inherit;
  background: light-dark(#f1f3f5, #2a2d33); border: 1px solid light-dark(#6b7280, #9aa1ac); border-radius: 0.5rem; cursor: pointer; }
button:hover { background: light-dark(#e3e6ea, #363a42); }
button.first { background: #1c4f9c; border-color: #1c4f9c; color: #fff; }
button.first:hover { background: #163f7d; }
button:focus-visible, a:focus-visible { outline: 3px solid light-dark(#1c4f9c, #9cc2ff); outline-offset: 2px; }
strong, span { display: block; overflow-wrap: anywhere; }
a { color: light-dark(#1c4f9c, #9cc2ff); }
`;

/** @param leadsTo origins to which the answer to a form may send the browser on */
function page(
  title: string,
  body: string,
  { leadsTo = [], script }: { leadsTo?: string[]; script?: string } = {},
): Page {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    `form-action ${["'self'", ...leadsTo].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
  return { html, policy };
}

const aboutOf = ({ about, institutions, groups }: Person): string => about ?? [...institutions, ...groups].join(' · ');

const personButton = (person: Person): string =>
  `<button type="submit" name="person" value="${escaped(person.sub)}"><strong>${escaped(person.name)}</strong> <span>${escaped(aboutOf(person))}</span></button>`;

const cancelButton = '<button type="submit" name="cancel" value="yes">Cancel: do not sign in</button>';

interface SignIn {
  people: readonly Person[];
  /** Who wants to sign in, as the client has said. */
  hinted: Person | undefined;
  /** Where all people can be chosen from. */
  othersAt: string;
  action: string;
  leadsTo: string[];
}

const noPassword = '<p>This provider is for trying out: it knows these people alone, and asks for no password.</p>';

/** Asks who one is; a hinted person only confirms. */
export function signInPage({ people, hinted, othersAt, action, leadsTo }: SignIn): Page {
  const form = (content: string): string => `<form method="post" action="${escaped(action)}">${content}</form>`;
  if (hinted) {
    const first = `<button class="first" type="submit" name="person" value="${escaped(hinted.sub)}">Continue as ${escaped(hinted.name)}</button>`;
    const body = `<p>${escaped(aboutOf(hinted))}</p>
${form(first + cancelButton)}
<p><a href="${escaped(othersAt)}">Sign in as somebody else</a></p>`;
    return page('Sign in', body, { leadsTo });
  }
  const list = people.map((person) => `<li>${personButton(person)}</li>`).join('\n');
  const choice = `<h2 id="who">Who are you?</h2>\n<ul aria-labelledby="who">\n${list}\n</ul>\n${cancelButton}`;
  return page('Sign in', `${noPassword}\n${form(choice)}`, { leadsTo });
}

/** Confirms by itself that one signs out; who has no scripts presses the button. */
export function signOutPage(form: string, leadsTo: string[]): Page {
  const button = '<button class="first" type="submit" form="op.logoutForm">Sign out</button>';
  // By a field, which is sent by the script and by the button alike.
  const whole = form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>');
  const script = "document.getElementById('op.logoutForm').submit();";
  return page('Sign out', `${whole}\n${button}`, { leadsTo, script });
}

export const signedOutPage = (): Page => page('Signed out', '<p>You are signed out of the provider.</p>');

export const problemPage = (problem: string): Page =>
  page('This does not work', `<p>${escaped(problem)}</p>\n<p>Go back to where you came from, and try again.</p>`);
