import { ApiProblem } from '../api/problem.js';

const POINTER = '/allowedEmailDomains';

/** What the API says about the domains that were sent, each with the domain that is meant; undefined: nothing. */
export function domainProblems(problem: Error | null, sent: readonly string[]): string | undefined {
  const errors = problem instanceof ApiProblem ? problem.errors : [];
  const messages = errors
    .filter(({ pointer }) => pointer === POINTER || pointer.startsWith(`${POINTER}/`))
    .map(({ pointer, message }) => {
      const domain = sent[Number(pointer.slice(POINTER.length + 1))];
      return pointer === POINTER || domain === undefined ? message : `${domain}: ${message}`;
    });
  return messages.length === 0 ? undefined : messages.join(' ');
}
