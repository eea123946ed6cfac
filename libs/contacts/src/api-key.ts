import { createHash, randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random characters of a 32 letter alphabet: 5 bits each. */
export const randomCharacters = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet.charAt(byte & 31)).join('');

/** An API key as its owner gets it, once; only its hash is stored. */
export const newApiKey = (): string => `rt_${randomCharacters(32)}`;

/** SHA-256, hex: what is stored of a key. Keys are long and random, so that a fast hash is enough. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');
