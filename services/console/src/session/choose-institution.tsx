import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { Preferences } from '../shell/preferences.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';
import { useMe } from './session.js';
import { useInstitutionChange } from './use-institution-change.js';
import { wantedPage } from './wanted-page.js';

/** Asks somebody who has signed in, and belongs to several institutions, where to begin. */
export function ChooseInstitution() {
  const words = useWords();
  const me = useMe();
  const [, go] = useLocation();
  const search = useSearch();
  const change = useInstitutionChange(() => go(wantedPage(search), { replace: true }));
  useEffect(() => {
    document.title = `${words.institutions.title} · Roundtrip`;
  }, [words]);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={520} shadow="sm">
        <Stack>
          <Title order={1}>{words.institutions.title}</Title>
          <Text c="dimmed">{words.institutions.lead({ name: me.name })}</Text>
          {change.error && <ProblemAlert problem={change.error} />}
          {me.institutions.map(({ institutionId, name, role }) => (
            <Button
              key={institutionId}
              variant="default"
              size="md"
              py={6}
              onClick={() => change.mutate(institutionId)}
              loading={change.isPending && change.variables === institutionId}
            >
              {words.institutions.as({ name, role: words.roles[role] })}
            </Button>
          ))}
          <Preferences />
        </Stack>
      </Paper>
    </Center>
  );
}
