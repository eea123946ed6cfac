import { describe, expect, it } from '@jest/globals';
import { TellingWords } from './telling-words.js';

const as = (words: TellingWords, encoding: string): string[] =>
  words.readings().find((reading) => reading.encoding === encoding)!.words;

describe('the words that tell an encoding', () => {
  it('are shown as each candidate reads them, a letter that it does not have as a question', () => {
    const words = new TellingWords();
    words.addOther('RenŽe said “Dvoøák”, (?ód?)');
    expect(words.readings().map(({ encoding }) => encoding)).toEqual([
      'windows-1252',
      'windows-1250',
      'windows-1251',
      'windows-1253',
      'windows-1254',
      'windows-1257',
      'iso-8859-15',
      'macintosh',
    ]);
    expect(as(words, 'windows-1252')).toEqual(['RenŽe', '“Dvoøák”', '?ód?']);
    expect(as(words, 'windows-1250')).toEqual(['RenŽe', '“Dvořák”', '?ód?']);
    expect(as(words, 'macintosh')[0]).toBe('Renée');
    expect(as(words, 'windows-1253')[0]).toBe('Ren\uFFFDe');
  });

  it('are five, those that would be written first, then those that show other letters', () => {
    const words = new TellingWords();
    for (const name of ['Zoé', 'René', 'Chloé', 'Noé', 'Thaïs', 'Müller', 'Anaë']) words.addOther(name);
    words.addWritten('été à la plage');
    expect(as(words, 'windows-1252')).toEqual(['été', 'à', 'Zoé', 'Thaïs', 'Müller']);
  });

  it('are short, however long a text without blanks is', () => {
    const words = new TellingWords();
    words.addWritten(`${'a'.repeat(1_000_000)}é${'b'.repeat(1_000_000)}`);
    expect(as(words, 'windows-1252')).toEqual([`${'a'.repeat(20)}é${'b'.repeat(19)}`]);
  });

  it('are few, however many there are', () => {
    const words = new TellingWords();
    for (let at = 0; at < 10_000; at++) words.addWritten(`é${at}`);
    expect(as(words, 'windows-1252')).toHaveLength(5);
  });
});
