import { useQuery } from '@tanstack/react-query';
import type { Authorisation, Criterion, CriterionValueRow, Page } from '@roundtrip/gateway/api';
import { api, withQuery } from './client.js';

/** Every item of a list that people keep short: definitions, targets. */
async function all<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await api.get(withQuery(path, { limit: '200', cursor }), signal);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

export const useAll = <T>(path: string) =>
  useQuery({ queryKey: [path, 'all'], queryFn: ({ signal }) => all<T>(path, signal) });

export const useCriteria = () => useAll<Criterion>('/v1/criteria');
export const useAuthorisations = () => useAll<Authorisation>('/v1/authorisations');
export const useCriterionValues = () => useAll<CriterionValueRow>('/v1/criterion-values');
