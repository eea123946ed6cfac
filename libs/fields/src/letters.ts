import { type Sentence, sentence } from '@roundtrip/words/sentence';

// libs/fields/README.md#the-same-letters-are-the-same-text. What looks alike on a screen may be stored differently: macOS writes "é" as two
// characters (Unicode's decomposed form), and text that is copied from web pages, mails and address books brings characters along that
// nobody sees.

/** Below U+0300 every character is its own composed form, and only the soft hyphen (U+00AD) is invisible: most texts end here. */
// oxlint-disable-next-line no-misleading-character-class -- a range of code units, combining ones among them
const mayDiffer = /[\u00ad\u0300-\uffff]/;

/**
 * Characters that are not shown. Unicode keeps the list: Default_Ignorable_Code_Point are those that a program shows as nothing where it
 * does not know them: zero-width spaces and joiners, soft hyphen, BOM, marks and isolates of direction, variation selectors, fillers,
 * tags (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point). The three interlinear marks are format characters that it
 * leaves out.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** A text in Unicode's composed form (NFC), as texts are stored and compared. */
export const composed = (text: string): string => (mayDiffer.test(text) ? text.normalize('NFC') : text);

/**
 * What identifies something (a number, a code, a header, an address), as it is stored and compared: without invisible characters and
 * without blanks around it, in composed form. In names and free texts invisible characters may have a meaning (Persian, emoji).
 */
export const identifierText = (text: string): string => composed(seenText(text)).trim();

/** A text without invisible characters and without blanks around it. They go before it is composed: one may stand between a letter and its accent. */
export const seenText = (text: string): string =>
  mayDiffer.test(text) ? text.replaceAll(invisible, '').trim() : text.trim();

/** The forms in which a text may have been stored before all were stored in composed form; that one is the first. */
export function storedForms(text: string): string[] {
  if (!mayDiffer.test(text)) return /^[\0-\x7f]*$/.test(text) ? [text] : [text, text.normalize('NFD')];
  return [...new Set([text.normalize('NFC'), text.normalize('NFD'), text])];
}

/** What nobody sees, but for what makes one picture of several: a joiner between pictures, the variation selector of one. */
const unseen = new RegExp(
  [
    String.raw`(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d`,
    String.raw`(?<!\p{Emoji}|\u20e3)[\ufe0e\ufe0f]`,
    String.raw`(?![\u200d\ufe0e\ufe0f])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]`,
  ].join('|'),
  'gu',
);

/** A text as an error quotes it: what nobody would see stands as its code point, `[U+200B]`. */
export const withUnseenShown = (text: string): string =>
  mayDiffer.test(text) ? text.replaceAll(unseen, (character) => `[${codePoint(character)}]`) : text;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Greek and Cyrillic letters, dashes and apostrophes, each before what it looks like. */
const lookalikes = [
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX νv οo ρp',
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX аa еe іi јj оo рp сc уy хx ѕs ԁd',
  "‐- ‑- ‒- –- —- −- ’' ʼ' ′'",
].flatMap((line) => line.split(' '));
const latinOf = new Map(lookalikes.map((pair) => [pair.slice(0, 1), pair.slice(1)]));

/** With Latin letters, ASCII hyphens and plain digits in the place of those that look like them. */
export const withLatinLetters = (text: string): string =>
  mayDiffer.test(text)
    ? Array.from(text.normalize('NFKC'), (character) => latinOf.get(character) ?? character).join('')
    : text;

/**
 * Where two texts that look the same are different, as a sentence; undefined when a person sees the difference.
 *
 * @param meant the text that the other one looks like
 */
export function unseenDifference(text: string, meant: string): Sentence | undefined {
  if (text === meant || withLatinLetters(text) !== withLatinLetters(meant)) return undefined;
  const [letters, wanted] = [Array.from(text), Array.from(meant)];
  const at = letters.findIndex((letter, index) => letter !== wanted[index]);
  const [found, other] = [letters[at], wanted[at]];
  return found === undefined || other === undefined
    ? undefined
    : sentence('look-alike', { position: at + 1, found: codePoint(found), wanted: codePoint(other) });
}
