import { randomBytes } from 'node:crypto';
import { type Role, roles } from '@roundtrip/contracts';
import { type ApiKeyDocument, hashOfKey, isLiveKey, keyExpiry, type WholeDatabase } from '@roundtrip/database';

export type RoleKeys = Record<Role, string>;

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Base32 characters, each five random bits. */
export const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => letters[byte & 31]).join('');

/** Only hashes are stored, so a key can be shown again only by the one who kept it. */
export async function ensureApiKeys(
  db: WholeDatabase,
  institution: string,
  kept: Partial<RoleKeys> = {},
): Promise<RoleKeys> {
  const keys = await Promise.all(
    roles.map(async (role) => [role, await ensureApiKey(db, institution, role, kept[role])]),
  );
  return Object.fromEntries(keys) as RoleKeys;
}

async function ensureApiKey(
  db: WholeDatabase,
  institution: string,
  role: Role,
  kept: string | undefined,
): Promise<string> {
  const now = new Date();
  const found = kept === undefined ? null : await db.apiKeys.findOne({ hash: hashOfKey(kept), institution, role });
  if (kept !== undefined && found && isLiveKey(found, now)) return kept;
  const key = `rt_${randomText(32)}`;
  const document: ApiKeyDocument = {
    _id: `key_${randomText(20)}`,
    institution,
    name: `Seeded ${role}`,
    role,
    hash: hashOfKey(key),
    createdAt: now,
    createdBy: 'seed',
    expiresAt: keyExpiry(now),
  };
  // A former key of the seed that nobody kept is of no use any more.
  await db.apiKeys.deleteMany({ institution, role, createdBy: 'seed' });
  await db.apiKeys.insertOne(document);
  return key;
}
