import { describe, expect, it } from '@jest/globals';
import { toProblemBody } from '../http/problem-body.js';
import type { Problem } from '../http/problem.errors.js';
import { readUploadForm } from './upload-form.rules.js';

const read = (fields: Record<string, string>) => readUploadForm(new Map(Object.entries(fields)), 'en');

describe('the form of an upload', () => {
  it('has defaults that undo nobody’s refusal', () => {
    expect(read({ dataType: 'criteria', action: 'check' })).toEqual({
      dataType: 'criteria',
      action: 'check',
      onConflict: 'reject',
      overwriteRefusals: false,
    });
  });

  it('takes true for true only', () => {
    expect(read({ dataType: 'authorisations', action: 'update', overwriteRefusals: 'true' })).toMatchObject({
      overwriteRefusals: true,
    });
    expect(() => read({ dataType: 'criteria', action: 'check', overwriteRefusals: 'yes' })).toThrow();
  });

  it.each([
    [{ action: 'check' }, 'dataType', /Missing.*before the file/],
    [{ dataType: 'criteria' }, 'action', /Missing.*before the file/],
    [{ dataType: 'everything', action: 'check' }, 'dataType', /criteria/],
    [{ dataType: 'criteria', action: 'delete' }, 'action', /update/],
    [{ dataType: 'criteria', action: 'check', encoding: 'utf-7' }, 'encoding', /macintosh/],
  ])('%j is refused and %s is named', (fields, pointer, message) => {
    let body: unknown;
    try {
      read(fields);
    } catch (error) {
      body = toProblemBody('en', error as Problem);
    }
    expect(body).toMatchObject({ status: 400, errors: [{ pointer, message: expect.stringMatching(message) }] });
  });
});
