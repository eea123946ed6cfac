import { Badge, Group, Text } from '@mantine/core';
import type { Job } from '@roundtrip/gateway/api';
import type { Words } from '../words/en.js';
import { useWords } from '../words/language.js';
import { colourOf, fitOf, whatIs } from './job-states.js';
import styles from './state-badge.module.css';

/** In what state a job is, and whether its mail went out. */
export function StateBadge({ job }: { job: Job }) {
  const words = useWords();
  const stopping = job.type === 'import' && job.stopping;
  return (
    <Group gap="xs">
      <Badge className={styles.badge} data-colour={stopping ? 'gray' : colourOf(job)} tt="none">
        {stopping ? words.jobs.stopping : stateOf(job, words)}
      </Badge>
      {job.mail && (
        <Text size="xs" c="dimmed" title={job.mail.reason ?? undefined}>
          {job.mail.state === 'sent' ? words.jobs.mailSent : words.jobs.mailFailed}
        </Text>
      )}
    </Group>
  );
}

function stateOf(job: Job, { jobs }: Words): string {
  const fit = fitOf(job);
  const what = whatIs(job);
  return fit && what !== 'template' ? jobs.fits[what][fit.fits](fit.fit, fit.total) : jobs.states[job.state];
}
