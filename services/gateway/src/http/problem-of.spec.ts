import { describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException } from '@nestjs/common';
import { DependencyAway } from '@roundtrip/kafka';
import { TookTooLong } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { invalid, Problem } from './problem.errors.js';
import { problemTranslations, toProblemBody } from './problem-body.js';
import { problemOf } from './problem-of.js';

const withCode = (code: string | number): Error => Object.assign(new Error('text with jane@example.org'), { code });

describe('an error as a problem', () => {
  it.each([
    ['Kafka does not take an event', new DependencyAway('Kafka did not take a message')],
    ['something does not answer in time', new TookTooLong('no answer')],
    ['the object store is away', withCode('ECONNREFUSED')],
    ['the object store is busy', withCode('SlowDown')],
    ['a query takes too long', withCode(50)],
  ])('is 503 with Retry-After when %s', (_, error) => {
    expect(problemOf(error)).toMatchObject({ status: 503, headers: { 'Retry-After': expect.any(String) } });
  });

  it('is what was said when it is one already', () => {
    const problem = new Problem(409, 'IMPORT_NOT_FINISHED', sentence('import-not-finished'));
    expect(problemOf(problem)).toBe(problem);
  });

  it('names twenty of the faults of a body that is full of them, and how many more there are', () => {
    const faults = Array.from({ length: 60_000 }, (_, index) => ({ pointer: `/rule/${index}`, message: 'A code.' }));
    for (const problem of [invalid(faults), new Problem(422, 'RULE_INVALID', 'No.', { errors: faults })]) {
      const body = toProblemBody('en', problem);
      expect(body.errors).toHaveLength(21);
      expect(body.errors.at(-1)?.message).toBe('And 59,980 more.');
      expect(JSON.stringify(body).length).toBeLessThan(5_000);
    }
  });

  it('tells an unknown route from a malformed request', () => {
    expect(problemOf(new NotFoundException())).toMatchObject({ status: 404, code: 'ROUTE_UNKNOWN' });
    expect(problemOf(new BadRequestException())).toMatchObject({ status: 400 });
  });

  it('is nothing that anybody may read when nobody expected it', () => {
    expect(problemOf(new TypeError('x is not a function'))).toBeUndefined();
    expect(problemOf('a text')).toBeUndefined();
  });

  it('shows neither the text nor the cause of the error', () => {
    const problem = problemOf(withCode('ECONNREFUSED')) as Problem;
    expect(JSON.stringify(toProblemBody('en', problem))).not.toContain('jane');
  });
});

describe('the body of a problem', () => {
  it('has the fields of RFC 9457 and ours', () => {
    const errors = [{ pointer: '/name', message: 'Missing.' }];
    expect(toProblemBody('en', new Problem(422, 'VALIDATION_FAILED', 'Missing.', { errors }))).toEqual({
      type: 'urn:roundtrip:problem:validation-failed',
      title: 'Validation failed',
      status: 422,
      code: 'VALIDATION_FAILED',
      detail: 'Missing.',
      errors,
    });
  });

  it('is in the language of who asks, that of its errors, too', () => {
    const faults = [{ pointer: '/rule/all/2', message: [sentence('rule-days', { most: 36_500 })] }];
    expect(toProblemBody('fr', invalid(faults))).toMatchObject({
      title: 'Validation failed',
      code: 'VALIDATION_FAILED',
      detail: 'Il faut un nombre entier de jours, de 0 à 36\u202f500.',
      errors: [
        {
          pointer: '/rule/all/2',
          message: 'Il faut un nombre entier de jours, de 0 à 36\u202f500.',
          params: { most: 36_500 },
        },
      ],
    });
  });

  it('is in every language for who may change the language', () => {
    const faults = [{ pointer: '/rule', message: [sentence('rule-days', { most: 9 })] }];
    const { de, it: italian } = problemTranslations(invalid(faults));
    expect(de).toEqual({
      detail: toProblemBody('de', invalid(faults)).detail,
      errors: [{ pointer: '/rule', message: de.detail }],
    });
    expect(italian.detail).toContain('giorni');
  });

  it('names in one text the parameters that are wrong', () => {
    const fault = { pointer: 'cursor', message: [sentence('cursor-of-another-list')] };
    expect(toProblemBody('en', new Problem(400, 'PARAMETER_INVALID', [], { errors: [fault] })).detail).toBe(
      'cursor: Not a cursor of this list.',
    );
  });
});
