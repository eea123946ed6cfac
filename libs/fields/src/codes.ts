import { identifierText } from './letters.js';

// The syntax of what people may call things. Codes become parts of column names, file names and database paths.

const nameOfObjectPrototype = (text: string): boolean => text in Object.prototype;

/** Code of a criterion or an authorisation: a key of objects as well, so names that every object has are refused. */
export const isDefinitionCode = (text: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(text) && !nameOfObjectPrototype(text);

export const isTargetCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(text);

export const isInstitutionId = (text: string): boolean => /^[a-z0-9_-]{1,30}$/.test(text);

/** `|` joins codes, the word Empty removes a value, and cells are trimmed: no code may collide with these. */
export const isValueCode = (text: string): boolean =>
  identifierText(text) !== '' &&
  Array.from(text).length <= 60 &&
  text.trim() === text &&
  !/[|\p{Cc}]/u.test(text) &&
  identifierText(text).toLowerCase() !== 'empty';

/** A name for people: one line, 1 to 200 characters, not blank. */
export const isName = (text: string): boolean =>
  identifierText(text) !== '' && Array.from(text).length <= 200 && !/[\p{Cc}\u2028\u2029]/u.test(text);
