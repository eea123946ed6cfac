import { describe, expect, it } from '@jest/globals';
import { problemText } from './problem-text.js';

describe('why a job has failed', () => {
  it('is said in sentences, in the language of who reads it', () => {
    const problem = { code: 'RULE_INVALID', detail: [{ say: 'template-rule-invalid', with: { code: 'OPERA' } }] };
    expect(problemText('en', problem)).toMatch(/^The rule of the target OPERA no longer fits/);
    expect(problemText('de', problem)).toMatch(/OPERA/);
    expect(problemText('de', problem)).not.toMatch(/target/);
  });

  it('is told by its code where an earlier version has written down English words', () => {
    const problem = { code: 'FILE_EMPTY', detail: 'The file is empty. Upload the template.' };
    expect(problemText('en', problem)).toBe(problem.detail);
    expect(problemText('fr', problem)).toMatch(/^Le fichier ne contient rien/);
    expect(problemText('fr', { code: 'UPDATE_FAILED', detail: 'Oh.' })).toMatch(/arrêté l’import/);
  });

  it('is told by its code where its sentences are gone, and by its words where nobody knows the code', () => {
    expect(problemText('es', { code: 'ZIP_BOMB', detail: [{ say: 'gone' }] })).toMatch(/\.zip/);
    expect(problemText('es', { code: 'GONE', detail: 'It is gone.' })).toBe('It is gone.');
  });
});
