import { Alert, Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { Link } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import { useAuthorisations, useCriteria } from '../api/use-all.js';
import { useMay } from '../session/session.js';
import listStyles from '../shell/list.module.css';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { type Note, SavedNote } from '../shell/saved-note.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { CriterionItem } from './criterion-item.js';
import { DefinitionTable } from './definition-table.js';
import { NewButton } from './new-button.js';

/** The criteria with their values, and the authorisations, by rank; who may changes them. */
export function DefinitionsPage() {
  const words = useWords();
  const mayChange = useMay('admin');
  const [note, setNote] = useState<Note>();
  const closeNote = useCallback(() => setNote(undefined), []);
  const criteria = useCriteria();
  const authorisations = useAuthorisations();
  return (
    <PageFrame
      title={words.definitions.title}
      lead={
        <>
          {words.definitions.lead}{' '}
          <Anchor component={Link} href={pages.criterionValues} underline="always">
            {words.definitions.lookUp}
          </Anchor>
        </>
      }
    >
      {!mayChange && <Alert color="yellow">{words.definitions.onlyAdmins}</Alert>}
      <Section
        title={words.definitions.criteria}
        list={criteria}
        empty={mayChange ? words.definitions.noCriteria : words.definitions.noCriteriaViewer}
        action={<NewButton subject={{ type: 'criterion' }} text={words.definitions.newCriterion} onSaved={setNote} />}
      >
        <ul className={listStyles.list} aria-label={words.definitions.criteria}>
          {criteria.data?.map((criterion) => (
            <CriterionItem key={criterion.code} criterion={criterion} onSaved={setNote} />
          ))}
        </ul>
      </Section>
      <Section
        title={words.definitions.authorisations}
        list={authorisations}
        empty={mayChange ? words.definitions.noAuthorisations : words.definitions.noAuthorisationsViewer}
        action={
          <NewButton subject={{ type: 'authorisation' }} text={words.definitions.newAuthorisation} onSaved={setNote} />
        }
      >
        <Paper withBorder>
          <DefinitionTable
            label={words.definitions.authorisations}
            subjects={(authorisations.data ?? []).map((current) => ({ type: 'authorisation', current }))}
            onSaved={setNote}
          />
        </Paper>
      </Section>
      <SavedNote note={note} onClose={closeNote} />
    </PageFrame>
  );
}

interface SectionProps {
  title: string;
  list: { data?: readonly unknown[] | undefined; isPending: boolean; error: Error | null; refetch: () => unknown };
  empty: string;
  action: ReactNode;
  children: ReactNode;
}

function Section({ title, list, empty, action, children }: SectionProps) {
  return (
    <Stack component="section" gap="xs">
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        {action}
      </Group>
      {list.isPending && <Waiting />}
      {list.error && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <Paper withBorder p="lg">
          <Text>{empty}</Text>
        </Paper>
      )}
      {list.data && list.data.length > 0 && children}
    </Stack>
  );
}
