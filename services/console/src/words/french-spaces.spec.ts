import { describe, expect, it } from '@jest/globals';
import { spaced, withFrenchSpaces } from './french-spaces.js';

describe('French spaces', () => {
  it.each([
    ['Vraiment ?', 'Vraiment\u202f?'],
    ['vide ; rien !', 'vide\u202f; rien\u202f!'],
    ['Contient : tout', 'Contient\u00a0: tout'],
    ['avec « Nouveau » ici', 'avec «\u202fNouveau\u202f» ici'],
    ['09:15 par Seed; x', '09:15 par Seed; x'],
  ])('let no line break within %j', (written, set) => {
    expect(spaced(written)).toBe(set);
  });

  it('stand in what is made from names, too', () => {
    const { sure, names } = withFrenchSpaces({ sure: (name: string) => `Supprimer ${name} ?`, names: { of: 'a : b' } });
    expect([sure('« x »'), names.of]).toEqual(['Supprimer «\u202fx\u202f»\u202f?', 'a\u00a0: b']);
  });
});
