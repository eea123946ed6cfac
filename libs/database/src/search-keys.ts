import type { ContactDocument } from './documents.js';

// What a contact is found by, as one index can serve it: its number, names, company and address, each in letters that do not differ by
// case, accent or way of writing. They are a wider net than any search: who asks the index asks afterwards what was really meant.

/** What the search on the screen looks into, and what a rule can be answered by the index for. */
export const searchedFields = ['contactNumber', 'lastName', 'firstName', 'company', 'email'] as const;
export type SearchedField = (typeof searchedFields)[number];

export const isSearchedField = (path: string): path is SearchedField =>
  (searchedFields as readonly string[]).includes(path);

export const SEARCH_INDEX = 'searchKeys_1';

/** Enough to tell people apart; what is longer is told apart by reading it. */
const KEY_CHARACTERS = 40;
/** Behind every text that begins with what stands before it. */
const LAST_CHARACTER = '\u{10ffff}';

/**
 * Letters by which texts are found. Whatever a regular expression that ignores case takes for the same letter is the same here, one
 * letter by one, so that a text which begins with another still does; more may be the same.
 */
export const searchLetters = (text: string): string =>
  text
    .normalize('NFKD')
    // The one mark that is a letter to who ignores case: the small iota below.
    .replaceAll('\u0345', 'ι')
    .replaceAll(/[\p{M}\u{10ffff}]/gu, '')
    .toLowerCase()
    .toUpperCase();

const keyOf = (institution: string, text: string): string =>
  `${institution}:${Array.from(searchLetters(text)).slice(0, KEY_CHARACTERS).join('')}`;

/** What bulk-update keeps in a contact, and whoever else makes one; depends on nothing but the fields. */
export const searchKeysOf = (contact: Pick<ContactDocument, 'institution' | SearchedField>): string[] => [
  ...new Set(
    searchedFields.flatMap((field) => {
      const text = contact[field];
      return typeof text === 'string' ? [keyOf(contact.institution, text)] : [];
    }),
  ),
];

/** A condition on `searchKeys`, for an index: wider than what is meant. */
export type KeyCondition =
  | { searchKeys: { $in: string[] } | { $elemMatch: { $gte: string; $lt: string } } }
  | { $and: KeyCondition[] }
  | { $or: KeyCondition[] };

/** Contacts that have one of the texts in a searched field. */
export const keysAre = (institution: string, texts: readonly string[]): KeyCondition => ({
  searchKeys: { $in: [...new Set(texts.map((text) => keyOf(institution, text)))] },
});

/** Contacts of which a searched field begins with the text; undefined when that could be anybody. */
export function keysBegin(institution: string, text: string): KeyCondition | undefined {
  const beginning = keyOf(institution, text);
  if (beginning === `${institution}:`) return undefined;
  return { searchKeys: { $elemMatch: { $gte: beginning, $lt: beginning + LAST_CHARACTER } } };
}
