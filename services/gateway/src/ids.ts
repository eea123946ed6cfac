import { randomCharacters } from '@roundtrip/contacts';

export const newSeed = (): string => randomCharacters(20);

export const newId = (prefix: string): string => `${prefix}_${newSeed()}`;
