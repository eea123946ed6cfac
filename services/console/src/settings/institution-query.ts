import { queryOptions } from '@tanstack/react-query';
import type { Institution } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';

export const institutionQuery = queryOptions({
  queryKey: ['/v1/institution'],
  queryFn: ({ signal }) => api.get<Institution>('/v1/institution', signal),
});
