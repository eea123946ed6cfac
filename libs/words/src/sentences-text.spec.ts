import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RecordedIssue } from '@roundtrip/contracts';
import { sentences } from './languages/en/sentences.js';
import { sentence } from './sentence.js';
import { isSameSaid, issueWords, saidText } from './sentences-text.js';

const unknownCode = sentence('code-unknown', { value: 'POP', field: 'GENRE' });
const meant = sentence('did-you-mean', { meant: 'POPE' });

describe('what is wrong', () => {
  it('is said in the language of whoever reads it, with its parameters beside', () => {
    const issue = { code: 'CODE_UNKNOWN' as const, message: [unknownCode], hint: [meant, sentence('codes-exact')] };
    expect(issueWords('en', issue)).toEqual({
      message: '"POP" is no value code of GENRE.',
      hint: 'Did you mean POPE? Codes are compared exactly, case and accents included.',
      params: { value: 'POP', field: 'GENRE', meant: 'POPE' },
    });
    expect(issueWords('fr', issue).hint).toMatch(/^Vouliez-vous dire POPE\u202f\? /);
  });

  it('counts as the language does', () => {
    const said = [sentence('row-width', { found: 1, expected: 1_234 })];
    expect(saidText('en', said)).toContain('has 1 cell, and the header line has 1,234');
    expect(saidText('fr', said)).toContain('a 1 cellule et l’en-tête en a 1\u202f234\u00a0:');
  });

  it('stays as it is where an earlier version has said it in words', () => {
    const before = { code: 'CODE_UNKNOWN' as const, message: 'It is unknown.', hint: 'See the codes.' };
    expect(issueWords('fr', before)).toEqual({ message: 'It is unknown.', hint: 'See the codes.' });
  });

  it.each<[string, Pick<RecordedIssue, 'message' | 'hint'>]>([
    ['does not know', { message: [{ say: 'of-another-version', with: { x: 1 } }], hint: [meant] }],
    ['says with other parameters', { message: [{ say: 'row-width', with: { found: 2 } }] }],
    ['would take for a property of every object', { message: [{ say: 'constructor' }] }],
    ['does not know the half of', { message: [unknownCode, { say: 'of-another-version' }], hint: [meant] }],
  ])('is explained by its code in sentences that this version %s', (_what, said) => {
    const { message, hint } = issueWords('en', { code: 'CODE_UNKNOWN', ...said });
    expect(message).toMatch(/^The field has no such code\./);
    expect(hint).toBeUndefined();
  });

  it('is the same when sentences and parameters are', () => {
    expect(isSameSaid([unknownCode, meant], structuredClone([unknownCode, meant]))).toBe(true);
    expect(isSameSaid([meant], [sentence('did-you-mean', { meant: 'POPS' })])).toBe(false);
    expect(isSameSaid([meant], [meant, sentence('codes-exact')])).toBe(false);
    expect(isSameSaid('words', 'words')).toBe(true);
    expect(isSameSaid('words', [meant])).toBe(false);
  });
});

describe('every sentence', () => {
  it('is said by somebody', async () => {
    const root = join(import.meta.dirname, '../../..');
    const folders = ['libs/fields', 'libs/files', 'services/import-validation', 'services/bulk-update'];
    let sources = '';
    for (const folder of folders) {
      const src = join(root, folder, 'src');
      for (const path of await readdir(src, { recursive: true }))
        if (path.endsWith('.ts') && !path.endsWith('.spec.ts')) sources += await readFile(join(src, path), 'utf8');
    }
    expect(Object.keys(sentences).filter((id) => !sources.includes(`'${id}'`))).toEqual([]);
  });
});
