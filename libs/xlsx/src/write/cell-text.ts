/** What a spreadsheet keeps of the text of one cell, in UTF-16 units. */
export const CELL_TEXT_MAX = 32_767;

/** The beginning of a text that has at most so many UTF-16 units: what is cut off shows as `…`. */
export const beginningOf = (text: string, units: number): string =>
  text.length <= units ? text : `${text.slice(0, units - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** A text that a cell can hold. */
export const fittingText = (text: string): string => beginningOf(text, CELL_TEXT_MAX);

// Characters that XML has no form for, and a text that looks like the form that ISO 29500 (22.9.2.19) has for them.
// oxlint-disable-next-line no-control-regex -- control characters are what is replaced
const special = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\da-f]{4}_)/i;
const eachSpecial = new RegExp(special, 'gi');
/** Else a reader may drop it. */
const spaceCounts = /^[ \t\n]|[ \t\n]$/;

function replacement(character: string): string {
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  if (character === '>') return '&gt;';
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

const escaped = (text: string): string => (special.test(text) ? text.replaceAll(eachSpecial, replacement) : text);

/**
 * What follows `<t` for a text: its attribute where it has one, and itself.
 *
 * @throws RangeError when no cell can hold it
 */
export function textXml(text: string): string {
  if (text.length > CELL_TEXT_MAX) throw new RangeError(`A cell holds at most ${CELL_TEXT_MAX} characters`);
  return spaceCounts.test(text) ? ` xml:space="preserve">${escaped(text)}` : `>${escaped(text)}`;
}

/** For titles, names and the like, which are one line; what XML has no form for is left out. */
export const attributeXml = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
    .replaceAll(/[\u0000-\u001f\ufffe\uffff]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
