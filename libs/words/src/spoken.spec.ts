import { describe, expect, it } from '@jest/globals';
import { spoken } from './spoken.js';

const english = {
  title: 'Lines',
  lines: '{n, plural, one {# line} other {# lines}} of {file}',
  more: { sure: 'Delete “{name}”?', until: 'Until {at, date, moment} UTC' },
} as const;
const french = {
  title: 'Lignes',
  lines: '{n, plural, one {# ligne} other {# lignes}} de {file}',
  more: { sure: 'Supprimer « {name} » ?', until: 'Jusqu’au {at, date, moment} UTC' },
};

describe('messages that are spoken', () => {
  it('are a text, or a function of what they need', () => {
    const words = spoken('en', english, english);
    expect(words.title).toBe('Lines');
    expect(words.lines({ n: 1, file: 'a.csv' })).toBe('1 line of a.csv');
    expect(words.lines({ n: 1_234, file: 'a.csv' })).toBe('1,234 lines of a.csv');
    expect(words.more.sure({ name: '<b>' })).toBe('Delete “<b>”?');
    expect(spoken('en-GB', english, english).more.until({ at: 0 })).toBe('Until 1 January 1970 at 00:00 UTC');
  });

  it('are said as the language forms plurals, writes numbers and sets spaces', () => {
    const words = spoken('fr', french, english);
    expect(words.lines({ n: 0, file: 'a.csv' })).toBe('0 ligne de a.csv');
    expect(words.lines({ n: 1_234, file: 'a.csv' })).toBe('1\u202f234 lignes de a.csv');
    expect(words.more.until({ at: 0 })).toBe('Jusqu’au 1 janvier 1970 à 00:00 UTC');
    expect(words.more.sure({ name: 'Été' })).toBe('Supprimer «\u202fÉté\u202f»\u202f?');
  });

  it('do not compile without what they need', () => {
    const words = spoken('en', english, english);
    // @ts-expect-error -- a file is needed, too
    void (() => words.lines({ n: 1 }));
    // @ts-expect-error -- a number is needed
    void (() => words.lines({ n: '1', file: 'a.csv' }));
    // @ts-expect-error -- it takes no parameters
    void (() => words.title({}));
  });
});
