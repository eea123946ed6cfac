import { describe, expect, it } from '@jest/globals';
import { saidText } from '@roundtrip/words';
import { wrongFields } from './template-fields.rules.js';

const fields = [
  { code: 'JOB', active: true },
  { code: 'ARTS', active: true },
  { code: 'OLD', active: false },
];

describe('the fields that a template is to show', () => {
  it('may be some of the active ones in any order', () => {
    expect(wrongFields(['ARTS', 'JOB'], fields, 'criteria')).toEqual([]);
  });

  it.each([
    [['JOB', 'CAR'], '/fields/1', '"CAR" is the code of no criterion of your institution.'],
    [['JOB', 'job'], '/fields/1', '"job" is the code of no criterion of your institution.'],
    [['__proto__'], '/fields/0', '"__proto__" is the code of no criterion of your institution.'],
    [['OLD'], '/fields/0', 'The criterion OLD is inactive. Activate it, or leave it out.'],
    [['JOB', 'ARTS', 'JOB'], '/fields/2', 'The criterion JOB stands twice. Name it once.'],
  ])('are refused when they are %j, by place and code', (codes, pointer, message) => {
    const [fault, ...others] = wrongFields(codes, fields, 'criteria');
    expect([fault?.pointer, saidText('en', fault?.message ?? ''), ...others]).toEqual([pointer, message]);
  });
});
