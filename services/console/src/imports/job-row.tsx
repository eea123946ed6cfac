import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Import, Job, Template } from '../api/answers.js';
import { useMay } from '../session/session.js';
import { useFormats, useLanguage, useWords } from '../words/language.js';
import { CountsLine } from './counts-line.js';
import { ImportActions } from './import-actions.js';
import { JobProgress } from './job-progress.js';
import styles from './job-row.module.css';
import { isOpen, whatIs } from './job-states.js';
import { StateBadge } from './state-badge.js';

/** A template or an import in the list. */
export function JobRow({ job }: { job: Job }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Group gap="xs" wrap="nowrap" align="baseline">
          <Badge variant="default" size="sm" className={styles.what}>
            {words.jobs.what[whatIs(job)]}
          </Badge>
          <Text size="sm" c="dimmed">
            {words.dataTypes[job.dataType]}
          </Text>
        </Group>
        <JobName job={job} />
        <Text size="sm" c="dimmed" className={styles.who}>
          {formats.when(job.requestedAt)} {words.jobs.by(job.requestedBy.name)}
        </Text>
      </div>
      <div className={styles.state}>
        <StateBadge job={job} />
        {isOpen(job) ? <JobProgress job={job} name={nameOf(job)} /> : <Outcome job={job} />}
      </div>
      <div className={styles.actions}>
        {job.type === 'template' ? <TemplateActions template={job} /> : <ImportActions job={job} size="xs" />}
      </div>
    </li>
  );
}

const nameOf = (job: Job): string => (job.type === 'template' ? job.target.name : (job.file?.name ?? job.importId));

function JobName({ job }: { job: Job }) {
  const words = useWords();
  if (job.type === 'template') return <Text className={styles.title}>{job.target.name}</Text>;
  return (
    <Anchor component={Link} href={`/imports/${job.importId}`} className={styles.title}>
      {job.file?.name ?? words.jobs.undoOf}
    </Anchor>
  );
}

function Outcome({ job }: { job: Job }) {
  return job.type === 'template' ? <TemplateOutcome template={job} /> : <ImportOutcome job={job} />;
}

function TemplateOutcome({ template }: { template: Template }) {
  const words = useWords();
  const formats = useFormats();
  const { state, lines, file, expiresAt, problem } = template;
  if (state === 'EMPTY') return <Text size="sm">{words.jobs.emptyTarget}</Text>;
  if (state === 'EXPIRED') return <Text size="sm">{words.jobs.expiredHint}</Text>;
  if (problem) return <ProblemLine problem={problem} />;
  const parts = [
    lines !== null && words.contacts(lines),
    file && formats.bytes(file.sizeBytes),
    expiresAt !== null && words.jobs.until(formats.date(expiresAt)),
  ];
  return <Text size="sm">{parts.filter(Boolean).join(' · ')}</Text>;
}

function ImportOutcome({ job }: { job: Import }) {
  if (job.counts) return <CountsLine counts={job.counts} />;
  return job.problem && <ProblemLine problem={job.problem} />;
}

/** Why there is no result, shortly: an import's own page says more. */
function ProblemLine({ problem }: { problem: NonNullable<Job['problem']> }) {
  const { explain } = useLanguage();
  const explanation = explain(problem.code);
  return (
    <Text size="sm" lang={explanation === undefined ? 'en' : undefined}>
      {explanation ?? problem.detail}
    </Text>
  );
}

function TemplateActions({ template }: { template: Template }) {
  const words = useWords();
  const mayEdit = useMay('editor');
  if (!mayEdit || template.links.file === null) return null;
  return (
    <Button
      component="a"
      href={template.links.file}
      download
      size="xs"
      variant="light"
      aria-label={words.jobs.download(words.jobs.downloadFile, template.target.name)}
    >
      {words.jobs.downloadFile}
    </Button>
  );
}
