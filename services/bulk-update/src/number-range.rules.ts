/** Numbers that follow each other closely enough to be read as one range of keys. Pure. */
export interface NumberRange {
  first: string;
  last: string;
  /** How many contacts of the range are worth reading: of more, the numbers are looked up one by one. */
  atMost: number;
}

/** Contacts between those of the lines are read in vain: as many again as there are lines are still cheaper than look-ups. */
const readPerLine = 2;
/** Below this a look-up costs nothing worth saving. */
const fewLines = 16;
const longestSerial = 15;

/**
 * @param numbers of the lines, in any order but only a sorted list is a range
 * @returns undefined when they may be far apart
 */
export function numberRange(numbers: readonly string[]): NumberRange | undefined {
  const first = numbers[0];
  const last = numbers.at(-1);
  if (numbers.length < fewLines || first === undefined || last === undefined) return undefined;
  if (first.length !== last.length || !isAscending(numbers)) return undefined;
  // Of numbers of the same length, what is behind their common beginning counts them.
  let common = 0;
  while (common < first.length && first[common] === last[common]) common++;
  const [from, to] = [first.slice(common), last.slice(common)];
  if (from.length > longestSerial || !isDigits(from) || !isDigits(to)) return undefined;
  const atMost = readPerLine * numbers.length;
  return Number(to) - Number(from) + 1 <= atMost ? { first, last, atMost } : undefined;
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** In the order of keys, which is that of UTF-16 units only where all of them are ASCII. */
function isAscending(numbers: readonly string[]): boolean {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    if ((at > 0 && number < numbers[at - 1]!) || !isAscii(number)) return false;
  }
  return true;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}
