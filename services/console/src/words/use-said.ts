import { languageOfApi } from '../api/asked-language.js';
import { ApiProblem } from '../api/problem.js';
import { useLanguage } from './language.js';

/** A problem in the language of the page, also of one that has changed since the API said it. */
export function useSaid<P extends Error | null | undefined>(problem: P): P | ApiProblem {
  const { language } = useLanguage();
  return problem instanceof ApiProblem ? problem.in(languageOfApi(language)) : problem;
}
