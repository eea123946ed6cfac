import { describe, expect, it } from '@jest/globals';
import { fieldKinds } from '@roundtrip/contracts';
import { languages } from '@roundtrip/contracts';
import { wordsOf } from './sheet-words.js';

/** What a box of Excel holds at most; more is cut. */
const BOX = 255;

describe('what a workbook says', () => {
  it.each(languages)('is whole in %s, and fits into its boxes', (language) => {
    const { prompt, notInList, severalCodes, help } = wordsOf(language);
    const code = 'C'.repeat(40);
    const prompts = fieldKinds.map((kind) => prompt({ code, kind }));
    for (const text of [...prompts, notInList, severalCodes]) expect(text.length).toBeLessThanOrEqual(BOX);
    for (const text of prompts) expect(text).toContain('Empty');
    expect(help.sections.map(({ sentences }) => sentences.length)).toEqual([4, 5, 4]);
    const all = help.sections.flatMap(({ heading, sentences }) => [heading, ...sentences]).join('\n');
    for (const name of ['Contacts', 'Values', '[new]', '[old]', 'Empty', 'TRUE', 'FALSE', '.xlsx'])
      expect(all).toContain(name);
    expect(all).not.toMatch(/undefined|[{}]/);
  });

  it.each([
    ['en', 'any text up to 1,000 characters'],
    ['fr', 'un texte de 1\u202f000 caractères au plus'],
    ['de', 'ein Text mit höchstens 1.000 Zeichen'],
    ['it', 'un testo di 1000 caratteri al massimo'],
    ['es', 'un texto de 1000 caracteres como máximo'],
  ] as const)('tells in %s how long a text may be', (language, form) => {
    expect(wordsOf(language).prompt({ code: 'NOTE', kind: 'TEXT' })).toContain(form);
  });

  it('has no line break before French marks', () => {
    expect(wordsOf('fr').prompt({ code: 'LIKES', kind: 'MULTI_LIST' })).toBe(
      'LIKES\u00a0: des codes séparés par |, par exemple A|B\u202f; ils remplacent tous ceux qui s’y trouvent. Vide ne change rien, Empty supprime la valeur.',
    );
  });
});
