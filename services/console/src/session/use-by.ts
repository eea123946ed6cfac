import type { Requester } from '@roundtrip/contracts';
import { useWords } from '../words/language.js';
import { useMe } from './session.js';

/** "by …": where people sign in, a key is called one. */
export function useBy(): (who: Requester) => string {
  const { jobs } = useWords();
  const isAmongPeople = useMe().type === 'person';
  return ({ type, name }) => (isAmongPeople && type === 'key' ? jobs.byKey : jobs.by)({ who: name });
}
