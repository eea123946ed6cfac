import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { KeySignIn, Me } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';
import { takeOver } from './session.js';

export function KeyForm({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  const [key, setKey] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.post<Me>('/v1/session', { key: key.trim() } satisfies KeySignIn),
    onSuccess: (me) => {
      onSignedIn();
      takeOver(client, me);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={words.signIn.key}
          description={words.signIn.keyHint}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        {signIn.error && <ProblemAlert problem={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {words.signIn.button}
        </Button>
      </Stack>
    </form>
  );
}
