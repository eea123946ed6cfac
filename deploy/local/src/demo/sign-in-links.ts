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
