import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { keysBegin, searchKeysOf, searchLetters } from './search-keys.js';

const letters = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => (code < 0xd800 || code > 0xdfff) && code !== 0x10_ffff)
  .map((code) => String.fromCodePoint(code));

const asBytes = (text: string): Buffer => Buffer.from(text);

describe('the letters by which a contact is found', () => {
  it('are the same for every letter that ignoring case makes the same', () => {
    // Those that a regular expression ignoring case takes for one another have the same simple folding.
    const folded = new Map<string, string>();
    const wrong = letters.filter((letter) => {
      const relatives = [letter.toLowerCase(), letter.toUpperCase(), letter.toLowerCase().toUpperCase()].filter(
        (other) => other !== letter && Array.from(other).length === 1,
      );
      folded.set(letter, searchLetters(letter));
      return relatives.some((other) => searchLetters(other) !== searchLetters(letter));
    });
    expect(wrong).toEqual([]);
    for (const [one, other] of ['ſs', 'Kk', 'ςσ', 'Σς', 'µμ', 'ßẞ', 'ϐβ', 'ǅǆ', 'éÉ', 'ꭰᎠ'].map((pair) =>
      Array.from(pair),
    )) {
      expect([one, folded.get(one!)]).toEqual([one, folded.get(other!)]);
    }
  });

  it('are those of a beginning at the beginning, whatever the text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(text, text, (beginning, rest) => {
        const [part, whole] = [searchLetters(beginning), searchLetters(beginning + rest)];
        expect(whole.startsWith(part)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('do not depend on how accents are stored', () => {
    expect(searchLetters('Ope\u0301ra')).toBe(searchLetters('OPÉRA'));
  });
});

describe('the keys of a contact', () => {
  const contact = { institution: 'inst', contactNumber: 'a-1', lastName: 'Été', email: 'A-1' };

  it('name each text once, and never another institution', () => {
    expect(searchKeysOf(contact)).toEqual(['inst:A-1', 'inst:ETE']);
  });

  it('lie in the range of each beginning of a text, as the database orders them', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (lastName, length) => {
        const range = keysBegin(
          'inst',
          Array.from(lastName)
            .slice(0, length + 1)
            .join(''),
        ) as { searchKeys: { $elemMatch: { $gte: string; $lt: string } } } | undefined;
        if (!range) return;
        const { $gte, $lt } = range.searchKeys.$elemMatch;
        const keys = searchKeysOf({ ...contact, lastName }).map(asBytes);
        const isWithin = (key: Buffer) => key.compare(asBytes($gte)) >= 0 && key.compare(asBytes($lt)) < 0;
        expect(keys.some(isWithin)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('cannot be asked for by what nobody sees', () => {
    expect(keysBegin('inst', '\u0301')).toBeUndefined();
  });
});
