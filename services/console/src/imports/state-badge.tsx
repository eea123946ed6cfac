import { Badge, Group, Text } from '@mantine/core';
import type { Job } from '@roundtrip/gateway/api';
import type { ConsoleWords } from '@roundtrip/words/console';
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

function stateOf(job: Job, { jobs }: ConsoleWords): string {
  const fit = fitOf(job);
  const what = whatIs(job);
  if (!fit || what === 'template') return jobs.states[job.state];
  const said = jobs.fits[what][fit.fits];
  return typeof said === 'string' ? said : said(fit);
}
