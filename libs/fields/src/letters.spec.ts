import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sentencesText } from '@roundtrip/words';
import {
  composed,
  identifierText,
  storedForms,
  unseenDifference,
  withLatinLetters,
  withUnseenShown,
} from './letters.js';

const unseen = [
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a zero-width non-joiner', '\u200c'],
  ['a word joiner', '\u2060'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['a left-to-right mark', '\u200e'],
  ['a right-to-left mark', '\u200f'],
  ['an Arabic letter mark', '\u061c'],
  ['an embedding', '\u202a'],
  ['its end', '\u202c'],
  ['an override', '\u202e'],
  ['an isolate', '\u2068'],
  ['the end of an isolate', '\u2069'],
  ['a combining grapheme joiner', '\u034f'],
  ['a variation selector', '\ufe0f'],
  ['a Mongolian vowel separator', '\u180e'],
  ['a Hangul filler', '\u3164'],
  ['an interlinear mark', '\ufff9'],
  ['a tag', '\u{e0041}'],
] as const;

describe('what identifies something', () => {
  it.each(unseen)('is the same with %s in it', (_name, character) => {
    for (const text of [
      `${character}00123`,
      `001${character}23`,
      `00123${character}`,
      ` ${character} 00123${character} `,
    ]) {
      expect(identifierText(text)).toBe('00123');
    }
  });

  it('is the same however its accents are stored', () => {
    expect(identifierText('CAFÉ'.normalize('NFD'))).toBe('CAFÉ');
    expect(identifierText('CAFE\u034f\u0301')).toBe('CAFÉ');
    expect(identifierText('\u212bngström')).toBe('Ångström');
  });

  it('loses nothing that is seen, and keeps blanks inside', () => {
    expect(identifierText(' Élève 3\u00a0b ')).toBe('Élève 3\u00a0b');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        const seen = text.normalize('NFC').replaceAll(/[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\s]/gu, '');
        expect(identifierText(text).replaceAll(/\s/g, '').normalize('NFC')).toBe(seen.normalize('NFC'));
      }),
    );
  });

  it('is the same when it is read again, and whatever form it came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('NFC', 'NFD'), (text, form) => {
        const identifier = identifierText(text);
        expect(identifierText(identifier)).toBe(identifier);
        expect(identifierText(text.normalize(form))).toBe(identifier);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a text', () => {
  it('is composed, and keeps its invisible characters', () => {
    expect(composed('cafe\u0301')).toBe('café');
    expect(composed('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(composed('👩\u200d🎨')).toBe('👩\u200d🎨');
  });

  it('is composed as Unicode says, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(composed(text)).toBe(text.normalize('NFC'));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Dupont', ['Dupont']],
    ['café', ['café', 'cafe\u0301']],
    ['cafe\u0301', ['café', 'cafe\u0301']],
  ])('%j may be stored as %j', (text, forms) => {
    expect(storedForms(text)).toEqual(forms);
  });
});

describe('what an error quotes', () => {
  it.each(unseen.filter(([, character]) => character !== '\ufe0f'))('shows %s', (_name, character) => {
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    expect(withUnseenShown(`a${character}b`)).toBe(`a[${code}]b`);
  });

  it.each(['👩‍🎨 artiste', '❤️', '👍🏽', '1️⃣', 'Zoé', '日本'])('leaves %s as it is', (text) => {
    expect(withUnseenShown(text)).toBe(text);
  });
});

describe('letters of another alphabet', () => {
  it.each([
    ['CАFE', 'CAFE', 'character 2 is another one: U+0410 where U+0041 is meant'],
    ['ΟRG-1', 'ORG-1', 'character 1 is another one: U+039F where U+004F is meant'],
    ['ORG‑1', 'ORG-1', 'character 4 is another one: U+2011 where U+002D is meant'],
    ['１2', '12', 'character 1 is another one: U+FF11 where U+0031 is meant'],
  ])('in %s are told from those of %s', (text, meant, says) => {
    expect(withLatinLetters(text)).toBe(meant);
    const difference = unseenDifference(text, meant);
    expect(difference && sentencesText('en', [difference])).toContain(says);
  });

  it.each([
    ['cafe', 'CAFE'],
    ['CAFE', 'CAFÉ'],
    ['CAFE', 'CAFE'],
  ])('are not what makes %s differ from %s', (text, meant) => {
    expect(unseenDifference(text, meant)).toBeUndefined();
  });
});
