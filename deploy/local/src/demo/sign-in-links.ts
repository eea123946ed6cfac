import { connectDatabase, hashOfKey, makeSignInLink } from '@roundtrip/database';
import type { RoleKeys } from '@roundtrip/demo';
import { StackError } from '../stack-error.js';
import type { Demo } from './demo-file.js';

export type RoleLinks = Record<keyof RoleKeys, string>;

/** A new link for each role of the demo institution; each signs in once, within ten minutes. @throws StackError for a key that is gone */
export async function signInLinks({ url, mongo, keys }: Pick<Demo, 'url' | 'mongo' | 'keys'>): Promise<RoleLinks> {
  const database = await connectDatabase(mongo);
  try {
    const link = async (role: keyof RoleKeys): Promise<string> => {
      const key = await database.apiKeys.findOne({ hash: hashOfKey(keys[role]) });
      if (!key) throw new StackError(`The key of the ${role} was revoked. Start the stack again: it makes a new one.`);
      return makeSignInLink(database, url, key, new Date());
    };
    const [viewer, editor, operator, admin] = await Promise.all([
      link('viewer'),
      link('editor'),
      link('operator'),
      link('admin'),
    ]);
    return { viewer, editor, operator, admin };
  } finally {
    await database.close();
  }
}

export const linksText = ({ viewer, editor, operator, admin }: RoleLinks): string => `    viewer    ${viewer}
    editor    ${editor}
    operator  ${operator}
    admin     ${admin}`;

/** Where people of each role sign in through our own provider, and who belongs to both institutions; nothing where there is none. */
export function peopleText({ url, provider }: Pick<Demo, 'url' | 'provider'>): string {
  if (!provider) return '';
  const inFirst = provider.people.filter(({ role, institutions }) => role !== null && institutions.includes('demo'));
  const lines = inFirst.map(({ email, role, institutions }) => {
    const link = `${url}/v1/session/start?login_hint=${encodeURIComponent(email)}`;
    return `    ${String(role).padEnd(8)}  ${link}${institutions.length > 1 ? '  (of both institutions)' : ''}`;
  });
  return `
  These sign in through the OpenID provider ${provider.issuer}, as people, as often as one likes; its page lists all whom it knows:
${lines.join('\n')}
`;
}
