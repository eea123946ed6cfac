import { Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Me } from '@roundtrip/gateway/api';
import { Preferences } from '../shell/preferences.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';

interface ReplaceSessionProps {
  me: Me;
  busy: boolean;
  problem: Error | null;
  onReplace: () => void;
  onStay: () => void;
}

/** Somebody is signed in here, and a link would sign in somebody else. */
export function ReplaceSession({ me, busy, problem, onReplace, onStay }: ReplaceSessionProps) {
  const words = useWords();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={520} shadow="sm">
        <Stack>
          <Title order={1}>{words.signIn.replaceTitle}</Title>
          <Text>{words.signIn.replaceText({ name: me.name, institution: me.institution.name })}</Text>
          {problem && <ProblemAlert problem={problem} />}
          <Group>
            <Button onClick={onStay} data-autofocus>
              {words.signIn.stay}
            </Button>
            {!problem && (
              <Button variant="default" loading={busy} onClick={onReplace}>
                {words.signIn.replace}
              </Button>
            )}
          </Group>
          <Preferences />
        </Stack>
      </Paper>
    </Center>
  );
}
