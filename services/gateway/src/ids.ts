import { randomCharacters } from '@roundtrip/database';

export const newSeed = (): string => randomCharacters(20);

export const newId = (prefix: string): string => `${prefix}_${newSeed()}`;
