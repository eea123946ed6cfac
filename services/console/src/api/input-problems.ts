import { ApiProblem } from './problem.js';

interface InputProblems {
  /** What is said about this input. */
  at(pointer: string): string | undefined;
  /** What has to be said elsewhere; null when everything stands at an input. */
  rest: Error | null;
}

/** Parts what the API says by the inputs of a form, which are named by their pointers: `/name`, `/domains` also for `/domains/3`. */
export function inputProblems(problem: Error | null, pointers: readonly string[]): InputProblems {
  const errors = problem instanceof ApiProblem ? problem.errors : [];
  const isAbout = (input: string, pointer: string): boolean => pointer === input || pointer.startsWith(`${input}/`);
  const everythingHasItsInput =
    errors.length > 0 && errors.every(({ pointer }) => pointers.some((input) => isAbout(input, pointer)));
  return {
    at: (input) => {
      const messages = errors.filter(({ pointer }) => isAbout(input, pointer)).map(({ message }) => message);
      return messages.length === 0 ? undefined : [...new Set(messages)].join(' ');
    },
    rest: everythingHasItsInput ? null : problem,
  };
}
