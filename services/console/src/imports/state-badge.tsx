import { Badge, Group, Text } from '@mantine/core';
import type { Job } from '../api/answers.js';
import { useWords } from '../words/language.js';
import { colourOf, isOpen } from './job-states.js';
import styles from './state-badge.module.css';

/** In what state a job is, and whether its mail went out. */
export function StateBadge({ job }: { job: Job }) {
  const words = useWords();
  const stopping = isOpen(job) && job.type === 'import' && job.cancelRequestedAt !== null;
  return (
    <Group gap="xs">
      <Badge className={styles.badge} data-colour={stopping ? 'gray' : colourOf(job.state)} tt="none">
        {stopping ? words.jobs.stopping : words.jobs.states[job.state]}
      </Badge>
      {job.mail && (
        <Text size="xs" c="dimmed" title={job.mail.reason ?? undefined}>
          {job.mail.state === 'sent' ? words.jobs.mailSent : words.jobs.mailFailed}
        </Text>
      )}
    </Group>
  );
}
