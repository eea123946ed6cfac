import { oneLine } from './letter.rules.js';

/**
 * A space that is hardly seen. Programs that make links of addresses stop at any space, but not at characters without width: to some of
 * them these are letters of an address.
 */
const GAP = '\u200A';

const dots = '.\u2024\u3002\uFE52\uFF0E\uFF61';
/** What no domain ends with, so that names of files stay as they are. Domains do end with .zip. */
const fileEnding = '(?:csv|tsv|txt|xlsx|xls|ods)(?:$|\\s)';

const places = [
  new RegExp(`(?<=[${dots}])(?=\\S)(?!(?<=\\S[.])${fileEnding})`, 'giu'),
  // http:// and mailto:, but not 10:30.
  /(?<=[:\uFE55\uFF1A])(?=\S)(?!(?<=\d.)\d)/gu,
  /(?<=[@\uFE6B\uFF20])(?=\S)/gu,
  /(?<=[/\\\uFF0F\uFF3C])(?=[/\\\uFF0F\uFF3C])/gu,
];

const MAX_NAME_LETTERS = 80;

/**
 * A name that somebody gave, for the body of a mail: short, one line, and nothing in it that a mail program makes a link of.
 *
 * @param name a text, or what stands in a document that is damaged: the mail that says so is made all the same
 */
export const nameInMail = (name: unknown): string =>
  places.reduce((broken, place) => broken.replaceAll(place, GAP), oneLine(String(name), MAX_NAME_LETTERS));
