import { olderEncodings, rereadAs } from '@roundtrip/csv';
import type { EncodingReading } from '@roundtrip/contracts';
import { firstBeyondAscii } from './is-beyond-ascii.js';

const wordsAtMost = 5;
/** To each side of the first letter beyond ASCII. */
const lettersAside = 20;

/** Words with letters beyond ASCII: first those that show a letter which no earlier one has. */
class WordList {
  private readonly fresh: string[] = [];
  private readonly spare: string[] = [];
  private readonly letters = new Set<string>();

  get isFull(): boolean {
    return this.fresh.length === wordsAtMost;
  }

  add(text: string): void {
    for (let rest = text; !this.isFull;) {
      const at = firstBeyondAscii(rest);
      if (at < 0) return;
      const { word, end } = wordAround(rest, at);
      this.take(word);
      rest = rest.slice(end);
    }
  }

  list(): string[] {
    return [...this.fresh, ...this.spare];
  }

  private take(word: string): void {
    if (this.fresh.includes(word) || this.spare.includes(word)) return;
    const letters = Array.from(word).filter((letter) => firstBeyondAscii(letter) === 0);
    const isNew = letters.some((letter) => !this.letters.has(letter));
    // A sign alone, such as a dash, tells people little.
    if (isNew && word.length > 1) {
      for (const letter of letters) this.letters.add(letter);
      this.fresh.push(word);
    } else if (this.spare.length < wordsAtMost) this.spare.push(word);
  }
}

/** Up to the blanks around it, of a text without blanks a piece. Marks at its ends are left out, but for the `?` of a letter that was lost. */
function wordAround(text: string, at: number): { word: string; end: number } {
  const isBlank = (index: number): boolean => text.charCodeAt(index) <= 0x20;
  let from = at;
  while (from > 0 && at - from < lettersAside && !isBlank(from - 1)) from--;
  let end = at + 1;
  while (end < text.length && end - at < lettersAside && !isBlank(end)) end++;
  const word = text.slice(from, end).replaceAll(/^[!-/:->@[-`{-~]+|[!-/:->@[-`{-~]+$/g, '');
  return { word, end };
}

/** A few words of a file whose encoding is a guess, so that a person can tell: first those that an update would write. */
export class TellingWords {
  private readonly written = new WordList();
  private readonly others = new WordList();

  addWritten(text: string): void {
    this.written.add(text);
  }

  addOther(text: string): void {
    this.others.add(text);
  }

  get hasEnoughWritten(): boolean {
    return this.written.isFull;
  }

  get hasEnough(): boolean {
    return this.others.isFull;
  }

  /** As each candidate would read them; texts are given as Windows-1252 reads them. */
  readings(): EncodingReading[] {
    const words = [...new Set([...this.written.list(), ...this.others.list()])].slice(0, wordsAtMost);
    return olderEncodings.map((encoding) => ({
      encoding,
      words: words.map((word) => rereadAs(word, encoding).replaceAll(/[\x80-\x9f]/g, '\uFFFD')),
    }));
  }
}
