import { createHash, randomBytes } from 'node:crypto';
import type { ApiKeyDocument } from './documents.js';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A character for each byte, of which it tells 5 bits. */
export const charactersOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('');

/** Random characters of a 32 letter alphabet: 5 bits each. */
export const randomCharacters = (length: number): string => charactersOf(randomBytes(length));

/** An API key as its owner gets it, once; only its hash is stored. */
export const newApiKey = (): string => `rt_${randomCharacters(32)}`;

/** SHA-256, hex: what is stored of a key. Keys are long and random, so that a fast hash is enough. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');

/** How long a key is good if nothing else is said: a year. */
export const KEY_DAYS = 365;

export const keyExpiry = (from: Date, days = KEY_DAYS): Date => new Date(from.getTime() + days * 24 * 3600_000);

/** Whether a key is worth anything. One that is older than expiries has no end: it works until it is replaced or revoked. */
export const isLiveKey = (
  { expiresAt, revokedAt }: Pick<ApiKeyDocument, 'expiresAt' | 'revokedAt'>,
  at: Date,
): boolean => revokedAt === undefined && (expiresAt === undefined || expiresAt > at);
