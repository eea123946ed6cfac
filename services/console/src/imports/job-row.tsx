import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Import, Job } from '@roundtrip/gateway/api';
import { useBy } from '../session/use-by.js';
import { useFormats, useWords } from '../words/language.js';
import { CountsLine } from './counts-line.js';
import { ImportActions } from './import-actions.js';
import { JobProgress } from './job-progress.js';
import styles from './job-row.module.css';
import { isOpen, whatIs } from './job-states.js';
import { ProblemLine } from './problem-line.js';
import { StateBadge } from './state-badge.js';
import { TemplateFile } from './template-file.js';
import { TemplateOutcome } from './template-outcome.js';

/** A template or an import in the list. */
export function JobRow({ job }: { job: Job }) {
  const words = useWords();
  const formats = useFormats();
  const by = useBy();
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Group gap="xs" wrap="nowrap" align="baseline">
          <Badge variant="default" size="sm" className={styles.what}>
            {words.jobs.what[whatIs(job)]}
          </Badge>
          <Text size="sm" c="dimmed">
            {words.dataTypes[job.dataType]}
            {job.type === 'template' && ` · ${words.jobs.formats[job.format]}`}
          </Text>
        </Group>
        <JobName job={job} />
        <Text size="sm" c="dimmed" className={styles.who}>
          {formats.when(job.requestedAt)} {by(job.requestedBy)}
        </Text>
      </div>
      <div className={styles.state}>
        <StateBadge job={job} />
        {isOpen(job) ? <JobProgress job={job} name={nameOf(job)} /> : <Outcome job={job} />}
      </div>
      <div className={styles.actions}>
        {job.type === 'template' ? <TemplateFile template={job} size="xs" /> : <ImportActions job={job} size="xs" />}
      </div>
    </li>
  );
}

const nameOf = (job: Job): string => (job.type === 'template' ? job.target.name : (job.file?.name ?? job.importId));

function JobName({ job }: { job: Job }) {
  const words = useWords();
  const [page, name] =
    job.type === 'template'
      ? [pageAbout(pages.template, job.templateId), job.target.name]
      : [pageAbout(pages.import, job.importId), job.file?.name ?? words.jobs.undoing];
  return (
    <Anchor component={Link} href={page} className={styles.title}>
      {name}
    </Anchor>
  );
}

function Outcome({ job }: { job: Job }) {
  return job.type === 'template' ? <TemplateOutcome template={job} /> : <ImportOutcome job={job} />;
}

function ImportOutcome({ job }: { job: Import }) {
  if (job.counts) return <CountsLine counts={job.counts} />;
  return job.problem && <ProblemLine problem={job.problem} />;
}
