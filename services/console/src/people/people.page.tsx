import { Alert, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { providerQuery } from '../session/provider-query.js';
import { institutionQuery } from '../settings/institution-query.js';
import { SettingsNav } from '../settings/settings-nav.js';
import { NeedsRole } from '../shell/needs-role.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { type Note, SavedNote } from '../shell/saved-note.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { GroupRoles } from './group-roles.js';
import { PeopleList } from './people-list.js';

/** Who signs in by the provider, and what they may do by their groups. */
export function PeoplePage() {
  const words = useWords().people;
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <SettingsNav />
      <NeedsRole needed="admin">
        <People />
      </NeedsRole>
    </PageFrame>
  );
}

function People() {
  const words = useWords().people;
  const [note, setNote] = useState<Note>();
  const closeNote = useCallback(() => setNote(undefined), []);
  const provider = useQuery(providerQuery);
  const institution = useQuery(institutionQuery);
  const unknown = [provider, institution].find(({ error }) => error !== null);
  if (unknown?.error) return <ProblemAlert problem={unknown.error} onRetry={() => void unknown.refetch()} />;
  if (!provider.data || !institution.data) return <Waiting />;
  if (!provider.data.available) return <Alert color="yellow">{words.noProvider}</Alert>;
  return (
    <>
      <Stack component="section" gap="xs">
        <Title order={2}>{words.groups}</Title>
        <Text size="sm" c="dimmed">
          {words.groupsLead({ name: provider.data.name ?? '' })}
        </Text>
        <GroupRoles institution={institution.data} onSaved={setNote} />
      </Stack>
      <Stack component="section" gap="xs">
        <Title order={2}>{words.list}</Title>
        <PeopleList onChanged={setNote} />
      </Stack>
      <SavedNote note={note} onClose={closeNote} />
    </>
  );
}
