import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '@roundtrip/gateway/api';
import { api, withQuery } from './client.js';

export type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** A list of the API, page after page. */
export function usePages<T>(path: string, query: Record<string, string | undefined> = {}, enabled = true) {
  return useInfiniteQuery<Page<T>, Error, Pages<T>, readonly unknown[], string | undefined>({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) => api.get(withQuery(path, { ...query, cursor: pageParam }), signal),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled,
    // Another filter: what was shown stays until the answer is there.
    placeholderData: keepPreviousData,
  });
}

export const itemsOf = <T>(data: Pages<T> | undefined): T[] => data?.pages.flatMap((page) => page.items) ?? [];
