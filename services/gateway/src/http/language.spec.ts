import { describe, expect, it } from '@jest/globals';
import { languageAsked } from './language.js';

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
