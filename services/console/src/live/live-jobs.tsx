import { Alert, Container } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { askedLanguage } from '../api/asked-language.js';
import { meQuery } from '../session/session.js';
import { useLanguage } from '../words/language.js';
import { followJobs } from './follow-jobs.js';
import { putJob } from './job-cache.js';
import styles from './live-jobs.module.css';

/** Keeps what is shown up to date and in the language of the page, and says when it cannot. */
export function LiveJobs() {
  const { words, language } = useLanguage();
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  const spoken = useRef(language);
  useEffect(() => {
    // What the API has said is in the language of before.
    if (spoken.current !== language) void client.invalidateQueries();
    spoken.current = language;
    return followJobs({
      language: askedLanguage(),
      onJob: (job) => putJob(client, job),
      onLost: () => setLost(true),
      onBack: () => {
        setLost(false);
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
      },
      onRefused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    });
  }, [client, language]);
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
