import { Alert, Container } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '../session/session.js';
import { useWords } from '../words/language.js';
import { followJobs } from './follow-jobs.js';
import { putJob } from './job-cache.js';
import styles from './live-jobs.module.css';

/** Keeps what is shown up to date, and says when it cannot. */
export function LiveJobs() {
  const words = useWords();
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  useEffect(
    () =>
      followJobs({
        onJob: (job) => putJob(client, job),
        onLost: () => setLost(true),
        onBack: () => {
          setLost(false);
          void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
        },
        onRefused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
      }),
    [client],
  );
  return (
    <div role="status" className={styles.place}>
      {lost && (
        <Container size="xl">
          <Alert color="yellow" variant="filled" p="xs" className={styles.note}>
            {words.problem.offline}
          </Alert>
        </Container>
      )}
    </div>
  );
}
