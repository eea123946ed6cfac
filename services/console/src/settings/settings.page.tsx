import { Alert, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useMay } from '../session/session.js';
import { NeedsRole } from '../shell/needs-role.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { type Note, SavedNote } from '../shell/saved-note.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { ApiKeys } from './api-keys.js';
import { InstitutionFacts } from './institution-facts.js';
import { InstitutionForm } from './institution-form.js';
import { institutionQuery } from './institution-query.js';
import { LimitsSection } from './limits.js';
import { OwnSessions } from './own-sessions.js';
import { SettingsNav } from './settings-nav.js';

/** The institution, and the keys to it; who may changes them. */
export function SettingsPage() {
  const words = useWords();
  const mayChange = useMay('admin');
  const [note, setNote] = useState<Note>();
  const closeNote = useCallback(() => setNote(undefined), []);
  const institution = useQuery(institutionQuery);
  return (
    <PageFrame title={words.settings.title} lead={words.settings.lead}>
      <SettingsNav />
      {!mayChange && <Alert color="yellow">{words.settings.onlyAdmins}</Alert>}
      <Stack component="section" gap="xs">
        <Title order={2}>{words.settings.institution}</Title>
        {institution.isPending && <Waiting />}
        {institution.error && <ProblemAlert problem={institution.error} onRetry={() => void institution.refetch()} />}
        {institution.data &&
          (mayChange ? (
            <InstitutionForm institution={institution.data} onSaved={setNote} />
          ) : (
            <InstitutionFacts institution={institution.data} />
          ))}
      </Stack>
      <Stack component="section" gap="xs">
        <Title order={2}>{words.settings.keys}</Title>
        <NeedsRole needed="admin">
          <ApiKeys onChanged={setNote} />
        </NeedsRole>
      </Stack>
      <Stack component="section" gap="xs">
        <Title order={2}>{words.settings.ownSessions}</Title>
        <OwnSessions />
      </Stack>
      <LimitsSection />
      <SavedNote note={note} onClose={closeNote} />
    </PageFrame>
  );
}
