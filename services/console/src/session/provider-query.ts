import { queryOptions } from '@tanstack/react-query';
import type { SignInProvider } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';

/** By whom people sign in here, if by anybody. */
export const providerQuery = queryOptions({
  queryKey: ['/v1/session/provider'],
  queryFn: ({ signal }) => api.get<SignInProvider>('/v1/session/provider', signal),
  staleTime: Infinity,
});
