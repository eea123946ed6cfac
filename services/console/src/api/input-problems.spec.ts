import { describe, expect, it } from '@jest/globals';
import { inputProblems } from './input-problems.js';
import { ApiProblem } from './problem.js';

const refusal = (...errors: { pointer: string; message: string }[]): ApiProblem =>
  new ApiProblem(422, 'DEFINITION_INVALID', 'The definition cannot be saved as it is.', errors);

describe('what the API says about a form', () => {
  it('stands at its inputs, and nowhere else', () => {
    const problem = refusal(
      { pointer: '/name', message: 'A name is needed.' },
      { pointer: '/domains/3', message: 'Not a domain.' },
      { pointer: '/domains/5', message: 'Not a domain.' },
    );
    const { at, rest } = inputProblems(problem, ['/name', '/domains', '/rank']);
    expect([at('/name'), at('/domains'), at('/rank')]).toEqual(['A name is needed.', 'Not a domain.', undefined]);
    expect(rest).toBeNull();
  });

  it('is said as a whole when a part of it has no input', () => {
    const problem = refusal({ pointer: '/name', message: 'Too long.' }, { pointer: '/names', message: 'Not known.' });
    const { at, rest } = inputProblems(problem, ['/name']);
    expect(at('/name')).toBe('Too long.');
    expect(rest).toBe(problem);
  });

  it.each([
    ['a refusal without pointers', new ApiProblem(409, 'API_KEY_IN_USE', 'A key cannot delete itself.')],
    ['no answer', new ApiProblem(0, 'NO_ANSWER', '')],
    ['a fault of the page', new TypeError('x')],
  ])('is said as a whole for %s', (_, problem) => {
    expect(inputProblems(problem, ['/name']).rest).toBe(problem);
  });

  it('is nothing as long as nothing is wrong', () => {
    const { at, rest } = inputProblems(null, ['/name']);
    expect([at('/name'), rest]).toEqual([undefined, null]);
  });
});
