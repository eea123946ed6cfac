import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Me } from '../api/answers.js';
import { api } from '../api/client.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { meQuery, SessionContext } from './session.js';
import { SignIn } from './sign-in.js';

/** The pages for who is signed in, else the sign-in, at the same address: one comes back to where one was. */
export function SessionGate({ linkedKey, children }: { linkedKey: string | undefined; children: ReactNode }) {
  const words = useWords();
  const client = useQueryClient();
  const link = useMutation({
    mutationFn: (key: string) => api.post<Me>('/v1/session', { key }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
  const { mutate: signInWith } = link;
  const me = useQuery({ ...meQuery, enabled: linkedKey === undefined || link.isError });

  useEffect(() => {
    if (linkedKey !== undefined) signInWith(linkedKey);
  }, [linkedKey, signInWith]);

  if (typeof me.data === 'object') return <SessionContext value={me.data}>{children}</SessionContext>;
  if (me.data !== undefined) {
    const note = link.isError ? words.signIn.linkFailed : me.data === 'ended' ? words.signIn.ended : undefined;
    return <SignIn note={note} />;
  }
  if (me.error) return <ProblemAlert problem={me.error} onRetry={() => void me.refetch()} />;
  return <Waiting />;
}
