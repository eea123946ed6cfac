import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random characters of a 32 letter alphabet: 5 bits each. */
export const randomCharacters = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet.charAt(byte & 31)).join('');

export const newSeed = (): string => randomCharacters(20);

export const newId = (prefix: string): string => `${prefix}_${newSeed()}`;
