import { describe, expect, it } from '@jest/globals';
import { typeset } from './typography.js';

describe('French spaces', () => {
  it.each([
    ['Vraiment ?', 'Vraiment\u202f?'],
    ['vide ; rien !', 'vide\u202f; rien\u202f!'],
    ['Contient : tout', 'Contient\u00a0: tout'],
    ['avec « Nouveau » ici', 'avec «\u202fNouveau\u202f» ici'],
    ['09:15 par Seed; x', '09:15 par Seed; x'],
  ])('let no line break within %j', (written, set) => {
    expect(typeset('fr', written)).toBe(set);
  });

  it('are French alone', () => {
    expect(typeset('de', 'Wirklich ?')).toBe('Wirklich ?');
  });
});
