import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { useMe } from '../session/session.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';
import { forgetUnkeptChoice } from '../words/unkept-choice.js';

/** For who has lost a computer, or has forgotten to sign out on one. */
export function OwnSessions() {
  const words = useWords();
  const client = useQueryClient();
  const { type, id } = useMe();
  const end = useMutation({
    mutationFn: () => api.delete(`/v1/${type === 'key' ? 'api-keys' : 'people'}/${encodeURIComponent(id)}/sessions`),
    onSuccess: () => {
      client.clear();
      forgetUnkeptChoice();
      location.assign('/');
    },
  });
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {words.settings.ownSessionsText}
        </Text>
        <Button size="xs" variant="light" loading={end.isPending} onClick={() => end.mutate()}>
          {words.settings.signOutEverywhere}
        </Button>
      </Group>
      {end.error && <ProblemAlert problem={end.error} />}
    </>
  );
}
