import { Progress, Text } from '@mantine/core';
import type { Job } from '@roundtrip/gateway/api';
import { useFormats, useWords } from '../words/language.js';
import { progressParts } from './progress-parts.js';

/** How far a job is, and how long it will take. */
export function JobProgress({ job, name }: { job: Job; name: string }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <>
      <Progress
        value={job.progress.share * 100}
        aria-label={words.jobs.progress({ name })}
        size="sm"
        transitionDuration={200}
        animated
      />
      <Text size="sm" c="dimmed" className="numbers">
        {progressParts(job, words, formats).join(' · ')}
      </Text>
    </>
  );
}
