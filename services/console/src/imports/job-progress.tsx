import { Progress, Text } from '@mantine/core';
import type { Job } from '../api/answers.js';
import { useFormats, useWords } from '../words/language.js';

/** How far a job is, how fast, and how long it will take. */
export function JobProgress({ job, name }: { job: Job; name: string }) {
  const words = useWords();
  const formats = useFormats();
  const { linesDone, linesTotal } = job.progress;
  const share = linesTotal === 0 ? 0 : linesDone / linesTotal;
  const parts = [
    linesTotal > 0 && `${formats.number(linesDone)} / ${formats.number(linesTotal)}`,
    job.linesPerSecond !== null && words.jobs.perSecond(formats.number(Math.round(job.linesPerSecond))),
    job.secondsLeft !== null && words.jobs.left(formats.duration(job.secondsLeft)),
  ].filter(Boolean);
  return (
    <>
      <Progress
        value={share * 100}
        aria-label={words.jobs.progress(name)}
        size="sm"
        transitionDuration={200}
        animated
      />
      <Text size="sm" c="dimmed" className="numbers">
        {parts.length > 0 ? parts.join(' · ') : words.import.waiting}
      </Text>
    </>
  );
}
