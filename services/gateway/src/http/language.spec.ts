import { describe, expect, it } from '@jest/globals';
import type { Language } from '@roundtrip/contracts';
import { languageAsked, languageWanted } from './language.js';

const asking = (...tags: string[]) => languageAsked({ acceptsLanguages: (() => tags) as never });

describe('the language that is asked for', () => {
  it('is the first that is spoken here, whatever the region', () => {
    expect(asking('fr')).toBe('fr');
    expect(asking('fr-CH', 'en')).toBe('fr');
    expect(asking('FR-ca')).toBe('fr');
    expect(asking('tlh', 'en-US', 'fr')).toBe('en');
  });

  it('is none where any will do, or no other is spoken here', () => {
    expect(asking('*')).toBeUndefined();
    expect(asking('tlh')).toBeUndefined();
    expect(asking()).toBeUndefined();
  });
});

describe('the language that somebody wants', () => {
  it.each<[string, string[], string | undefined, Language | undefined, Language | undefined]>([
    ['what a program asks for, whatever was chosen', ['fr'], undefined, 'de', 'fr'],
    ['what the script of a page asks for', ['fr'], 'cors', 'de', 'fr'],
    ['what was chosen, where the request asks for none', ['*'], undefined, 'de', 'de'],
    ['what was chosen, where a browser follows a link and says what it is set to', ['fr'], 'navigate', 'de', 'de'],
    ['what a browser is set to, where nothing was chosen', ['fr'], 'navigate', undefined, 'fr'],
    ['nothing, where nobody says anything', [], undefined, undefined, undefined],
  ])('is %s', (_what, tags, mode, chosen, wanted) => {
    const headers = mode === undefined ? {} : { 'sec-fetch-mode': mode };
    expect(languageWanted({ acceptsLanguages: (() => tags) as never, headers }, chosen)).toBe(wanted);
  });
});
