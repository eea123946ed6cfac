import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { ImportDetails } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { importPath } from '../live/job-cache.js';
import { useBy } from '../session/use-by.js';
import { ApiWords } from '../shell/api-words.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { Changes } from './changes.js';
import { EncodingChoice } from './encoding-choice.js';
import { readingsOf } from './encoding-readings.rules.js';
import { FileWarnings } from './file-warnings.js';
import { ImportActions } from './import-actions.js';
import { IssueGroups } from './issue-groups.js';
import { JobProgress } from './job-progress.js';
import { isOpen, whatIs } from './job-states.js';
import { NextStep } from './next-step.js';
import { SpreadsheetChanges } from './spreadsheet-changes.js';
import { StateBadge } from './state-badge.js';
import { Totals } from './totals.js';

/** One import: what would change or has changed, what is wrong, and what comes next. */
export function ImportDetailsPage() {
  const words = useWords();
  const { importId } = useParams<{ importId: string }>();
  const details = useQuery({
    queryKey: [importPath(importId)],
    queryFn: ({ signal }) => api.get<ImportDetails>(importPath(encodeURIComponent(importId)), signal),
  });
  if (details.data) return <Details job={details.data} />;
  if (details.error instanceof ApiProblem && details.error.status === 404) {
    return (
      <PageFrame title={words.import.notThere} lead={words.import.notThereHint} actions={<ToAll />}>
        {null}
      </PageFrame>
    );
  }
  return (
    <PageFrame title={details.error ? words.problem.title : words.common.loading}>
      {details.error ? <ProblemAlert problem={details.error} onRetry={() => void details.refetch()} /> : <Waiting />}
    </PageFrame>
  );
}

const ToAll = () => (
  <Button component={Link} href={pages.jobs} variant="default">
    {useWords().common.back}
  </Button>
);

function Details({ job }: { job: ImportDetails }) {
  const words = useWords();
  const name = job.file?.name ?? words.jobs.undoing;
  const isOver = !isOpen(job);
  return (
    <PageFrame title={name} lead={<About job={job} />} actions={<ImportActions job={job} size="sm" withoutUpdate />}>
      {!isOver && (
        <Paper withBorder p="md">
          <Stack gap="xs">
            <StateBadge job={job} />
            <JobProgress job={job} name={name} />
            <Text size="sm">{words.import.running}</Text>
          </Stack>
        </Paper>
      )}
      {job.problem && (
        <Alert
          color="red"
          variant="outline"
          title={job.state === 'REJECTED' ? words.import.refused : words.import.failed}
        >
          <ApiWords text={job.problem.detail} />
        </Alert>
      )}
      {isOver && <EncodingChoice job={job} />}
      {job.state === 'CHECKED' && <NextStep check={job} isUncertain={readingsOf(job) !== undefined} />}
      {job.counts && <Totals counts={job.counts} title={words.import.wholeTitle[wholeOf(job)]} />}
      <FileWarnings warnings={job.warnings} />
      {isOver && <SpreadsheetChanges comparison={job.comparison} />}
      {isOver && <IssueGroups job={job} />}
      {isOver && <Changes job={job} />}
    </PageFrame>
  );
}

const wholeOf = (job: ImportDetails): 'check' | 'update' | 'undo' => {
  const what = whatIs(job);
  return what === 'template' ? 'check' : what;
};

/** What was asked for, by whom and when, and from which other import it comes. */
function About({ job }: { job: ImportDetails }) {
  const words = useWords();
  const formats = useFormats();
  const by = useBy();
  const other = (text: string, importId: string) => (
    <Anchor component={Link} href={pageAbout(pages.import, importId)} size="sm" underline="always">
      {text}
    </Anchor>
  );
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs">
        <Badge variant="default" tt="none">
          {words.jobs.what[whatIs(job)]}
        </Badge>
        {!isOpen(job) && <StateBadge job={job} />}
      </Group>
      <Text size="sm">
        {words.dataTypes[job.dataType]} · {formats.dateTime(job.requestedAt)} {by(job.requestedBy)}
        {job.file && ` · ${formats.bytes(job.file.sizeBytes)}`}
      </Text>
      {job.onConflict === 'overwrite' && (
        <Text size="sm">{job.overwriteRefusals ? words.import.overwriteRefusals : words.import.overwrite}</Text>
      )}
      {job.undoOf !== null && job.overwriteRefusals && <Text size="sm">{words.import.refusalsTakenBack}</Text>}
      {job.encoding !== null && (
        <Text size="sm">{words.encodings.readAs({ name: words.encodings.names[job.encoding] })}</Text>
      )}
      {job.checkImportId !== null && other(words.import.fromCheck, job.checkImportId)}
      {job.checkAgainOf !== null && other(words.encodings.checkedBefore, job.checkAgainOf)}
      {job.undoOf !== null && other(words.import.undoes, job.undoOf)}
      {job.sameFileAs !== null && other(words.import.sameFile, job.sameFileAs)}
    </Stack>
  );
}
