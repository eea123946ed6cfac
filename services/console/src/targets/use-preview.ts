import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Rule } from '@roundtrip/contracts';
import type { Preview } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';

/** How many contacts a rule holds now, and some of them. */
export const usePreview = (rule: Rule | undefined) =>
  useQuery({
    queryKey: ['/v1/targets/preview', rule],
    queryFn: ({ signal }) => api.post<Preview>('/v1/targets/preview', { rule }, signal),
    enabled: rule !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
