import { describe, expect, it } from '@jest/globals';
import { isDefinitionCode, isInstitutionId, isName, isTargetCode, isValueCode } from './codes.js';
import { countryCodes } from '@roundtrip/contracts';

describe('what things may be called', () => {
  it.each(['PROFESSION', 'a', 'A-b_9', 'x'.repeat(40)])('a field may have the code %j', (code) => {
    expect(isDefinitionCode(code)).toBe(true);
  });

  it.each(['', '9A', 'A B', 'a.b', '$where', '__proto__', 'constructor', 'toString', 'É', 'x'.repeat(41), 'A\n'])(
    'a field may not have the code %j',
    (code) => {
      expect(isDefinitionCode(code)).toBe(false);
    },
  );

  it.each(['A', 'Élève 3', '=1', '+18', 'x'.repeat(60)])('a value may have the code %j', (code) => {
    expect(isValueCode(code)).toBe(true);
  });

  it.each(['', '\u200b', ' A', 'A ', 'A|B', 'Empty', 'eMPTY', 'Em\u00adpty', 'a\nb', 'a\u0085b', 'x'.repeat(61)])(
    'a value may not have the code %j',
    (code) => {
      expect(isValueCode(code)).toBe(false);
    },
  );

  it('keeps target codes fit for file names, and institutions fit for the keys of contacts', () => {
    expect(['TEACHERS', '2024-a_b'].every(isTargetCode)).toBe(true);
    expect(['', '-a', 'a/b', '..', 'a b', 'x'.repeat(41)].some(isTargetCode)).toBe(false);
    expect(['demo', 'a-1', 'ins_t9s779xeqss8'].every(isInstitutionId)).toBe(true);
    expect(['', 'Demo', 'a:b', 'a;b', 'x'.repeat(31)].some(isInstitutionId)).toBe(false);
  });

  it('takes names of one line that are not blank', () => {
    expect(isName('Théâtre de la Ville')).toBe(true);
    expect(['', '  ', '\u200b\ufeff', 'a\nb', 'x'.repeat(201)].some(isName)).toBe(false);
  });
});

it('knows the 249 countries, each once', () => {
  expect(new Set(countryCodes).size).toBe(249);
  expect(countryCodes).toEqual(expect.arrayContaining(['FR', 'DE', 'GB', 'CH']));
});
