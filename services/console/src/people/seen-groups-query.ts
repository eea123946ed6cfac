import { queryOptions } from '@tanstack/react-query';
import type { GroupsSeen } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';

/** What groups people had who signed in, and how many. */
export const seenGroupsQuery = queryOptions({
  queryKey: ['/v1/people/groups'],
  queryFn: async ({ signal }) => (await api.get<GroupsSeen>('/v1/people/groups', signal)).items,
});
