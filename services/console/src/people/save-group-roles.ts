import type { QueryClient } from '@tanstack/react-query';
import type { Institution, InstitutionSettings } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { institutionQuery } from '../settings/institution-query.js';
import { type GroupRow, groupRolesOf } from './group-rows.js';

/** The other settings are sent along as they are at this moment: somebody else may have changed them. */
export async function saveGroupRoles(client: QueryClient, rows: readonly GroupRow[]): Promise<Institution> {
  const { institutionId: _, ...now } = await client.fetchQuery({ ...institutionQuery, staleTime: 0 });
  const wanted: InstitutionSettings = { ...now, groupRoles: groupRolesOf(rows) };
  const saved = await api.put<Institution>('/v1/institution', wanted);
  client.setQueryData(institutionQuery.queryKey, saved);
  return saved;
}
