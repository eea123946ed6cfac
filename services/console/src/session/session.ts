import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { includesRole, type Role } from '@roundtrip/contracts/words';
import type { Me } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';

/** Who is signed in, or why nobody is. */
export type Session = Me | 'nobody' | 'ended';

export const ended = (before: Session | undefined): Session =>
  typeof before === 'object' ? 'ended' : (before ?? 'nobody');

export const meQuery = queryOptions({
  queryKey: ['/v1/me'],
  queryFn: ({ signal, client }): Promise<Session> =>
    api.get<Me>('/v1/me', signal).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401) return ended(client.getQueryData(['/v1/me']));
      throw error;
    }),
  staleTime: Infinity,
});

/** Another person may see other things at the same address. */
export function takeOver(client: QueryClient, me: Me): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
  client.setQueryData(meQuery.queryKey, me);
}

export const SessionContext = createContext<Me | undefined>(undefined);

/** Who is signed in. Every page below the sign-in has one. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('Nobody is signed in here.');
  return me;
}

/** Whether who is signed in has this role, or one that may do more. */
export const useMay = (needed: Role): boolean => includesRole(useMe().role, needed);
