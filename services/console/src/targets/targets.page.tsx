import { Anchor, Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Target } from '@roundtrip/gateway/api';
import { useAll } from '../api/use-all.js';
import { useMay } from '../session/session.js';
import { useBy } from '../session/use-by.js';
import listStyles from '../shell/list.module.css';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { sentenceOf } from './rule-sentence.js';
import { toTree } from './rule-tree.js';
import styles from './targets.module.css';
import { useSpeech } from './use-rule-fields.js';

/** The saved queries, each as a sentence. */
export function TargetsPage() {
  const words = useWords();
  const mayEdit = useMay('editor');
  const targets = useAll<Target>('/v1/targets');
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter).trim().toLowerCase();
  const shown = targets.data?.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(wanted)) ?? [];
  return (
    <PageFrame
      title={words.nav.targets}
      lead={words.targets.lead}
      actions={
        mayEdit && (
          <Button component={Link} href={pages.newTarget}>
            {words.targets.create}
          </Button>
        )
      }
    >
      {targets.isPending && <Waiting />}
      {targets.error && <ProblemAlert problem={targets.error} onRetry={() => void targets.refetch()} />}
      {targets.data?.length === 0 && (
        <Paper withBorder p="xl">
          <Stack gap="xs">
            <Title order={2}>{words.targets.emptyTitle}</Title>
            <Text>{words.targets.emptyHint}</Text>
          </Stack>
        </Paper>
      )}
      {targets.data && targets.data.length > 0 && (
        <>
          <TextInput
            label={words.targets.filter}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            type="search"
            maw={440}
          />
          {shown.length === 0 ? (
            <Text>{words.common.nothingFound}</Text>
          ) : (
            <ul className={listStyles.list} aria-label={words.nav.targets}>
              {shown.map((target) => (
                <TargetRow key={target.targetId} target={target} />
              ))}
            </ul>
          )}
        </>
      )}
    </PageFrame>
  );
}

function TargetRow({ target }: { target: Target }) {
  const words = useWords();
  const formats = useFormats();
  const by = useBy();
  const speech = useSpeech();
  const { targetId, name, code, rule, updatedAt, createdBy } = target;
  return (
    <li className={styles.row}>
      <Anchor component={Link} href={pageAbout(pages.target, targetId)} fw={600}>
        {name}
      </Anchor>{' '}
      <span className="beside">{code}</span>
      <Text size="sm" className={styles.sentence}>
        {sentenceOf(toTree(rule), speech)}
      </Text>
      <Text size="sm" c="dimmed">
        {words.targets.changed({ when: formats.dateTime(updatedAt) })} · {by(createdBy)}
      </Text>
    </li>
  );
}
