import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { CodeSignIn, Me } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { FollowTabs } from './follow-tabs.js';
import { KeepLanguage } from './keep-language.js';
import { ReplaceSession } from './replace-session.js';
import { meQuery, SessionContext, takeOver } from './session.js';
import { SignIn } from './sign-in.js';

interface SessionGateProps {
  /** Of the link that led here. */
  linkedCode: string | undefined;
  children: ReactNode;
}

/**
 * The pages for who is signed in, else the sign-in, at the same address: one comes back to where one was. A link signs in by itself
 * only where nobody is: it may come from anybody, who would else have somebody work in another institution without a word.
 */
export function SessionGate({ linkedCode, children }: SessionGateProps) {
  const words = useWords();
  const client = useQueryClient();
  const [code, setCode] = useState(linkedCode);
  const link = useMutation({
    mutationFn: (given: string) => api.post<Me>('/v1/session/code', { code: given } satisfies CodeSignIn),
    onSuccess: (me) => {
      setCode(undefined);
      takeOver(client, me);
    },
  });
  const { mutate: signInWith } = link;
  const me = useQuery(meQuery);
  const isNobody = typeof me.data === 'string';

  useEffect(() => {
    if (code !== undefined && isNobody) signInWith(code);
  }, [code, isNobody, signInWith]);

  if (typeof me.data === 'object') {
    if (code === undefined) {
      return (
        <SessionContext value={me.data}>
          <FollowTabs />
          <KeepLanguage key={me.data.id} />
          {children}
        </SessionContext>
      );
    }
    return (
      <ReplaceSession
        me={me.data}
        busy={link.isPending}
        problem={link.error}
        onReplace={() => signInWith(code)}
        onStay={() => setCode(undefined)}
      />
    );
  }
  if (isNobody && (code === undefined || link.isError)) {
    const note = link.isError ? words.signIn.linkFailed : me.data === 'ended' ? words.signIn.ended : undefined;
    return <SignIn note={note} onSignedIn={() => setCode(undefined)} />;
  }
  if (me.error) return <ProblemAlert problem={me.error} onRetry={() => void me.refetch()} />;
  return <Waiting />;
}
