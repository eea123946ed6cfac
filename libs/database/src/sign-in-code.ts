import { hashOfKey, randomCharacters } from './api-key.js';
import type { DatabaseOf } from './database.js';
import type { ApiKeyDocument } from './documents.js';

/** How long a link may wait to be opened. */
const LIFETIME_MS = 10 * 60_000;

/**
 * A link by which a browser signs in as a key, once, within ten minutes. What follows # stays in the browser; and what its history
 * keeps of it is worth nothing afterwards.
 */
export async function makeSignInLink(
  database: Pick<DatabaseOf<'gateway'>, 'signInCodes'>,
  publicUrl: string,
  { institution, _id: keyId }: Pick<ApiKeyDocument, 'institution' | '_id'>,
  createdAt: Date,
): Promise<string> {
  const code = randomCharacters(32);
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS);
  await database.signInCodes.replaceOne(
    { _id: hashOfKey(code) },
    { institution, keyId, createdAt, expiresAt },
    { upsert: true },
  );
  return `${publicUrl}/#code=${code}`;
}
