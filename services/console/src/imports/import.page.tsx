import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import type { Import, Template } from '@roundtrip/gateway/api';
import { itemsOf, usePages } from '../api/use-pages.js';
import { jobId } from '../live/job-cache.js';
import { useMay } from '../session/session.js';
import listStyles from '../shell/list.module.css';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import { JobRow } from './job-row.js';
import { mergeJobs } from './merge-jobs.js';

/** Templates and imports in one list, live, with what an officer begins with above it. */
export function ImportPage() {
  const words = useWords();
  const mayEdit = useMay('editor');
  const templates = usePages<Template>('/v1/templates');
  const imports = usePages<Import>('/v1/imports');
  const jobs = mergeJobs(
    { items: itemsOf(templates.data), more: templates.hasNextPage },
    { items: itemsOf(imports.data), more: imports.hasNextPage },
  );
  const problem = templates.error ?? imports.error;
  const loading = templates.isPending || imports.isPending;
  const showMore = (): void => {
    if (templates.hasNextPage) void templates.fetchNextPage();
    if (imports.hasNextPage) void imports.fetchNextPage();
  };
  return (
    <PageFrame
      title={words.jobs.title}
      lead={words.jobs.lead}
      actions={
        <>
          {mayEdit && (
            <>
              <Button component={Link} href={pages.newTemplate} variant="default">
                {words.jobs.downloadTemplate}
              </Button>
              <Button component={Link} href={pages.newImport}>
                {words.jobs.new}
              </Button>
            </>
          )}
          <Button component={Link} href={pages.criterionValues} variant="default">
            {words.jobs.criterionValues}
          </Button>
        </>
      }
    >
      {problem && (
        <ProblemAlert
          problem={problem}
          onRetry={() => {
            void templates.refetch();
            void imports.refetch();
          }}
        />
      )}
      {loading && !problem && <Waiting />}
      {!loading && !problem && jobs.length === 0 && (
        <Paper withBorder p="xl">
          <Stack gap="xs">
            <Title order={2}>{words.jobs.emptyTitle}</Title>
            <Text>{mayEdit ? words.jobs.emptyHint : words.jobs.emptyHintViewer}</Text>
          </Stack>
        </Paper>
      )}
      {!loading && jobs.length > 0 && (
        <ul className={listStyles.list} aria-label={words.jobs.title}>
          {jobs.map((job) => (
            <JobRow key={jobId(job)} job={job} />
          ))}
        </ul>
      )}
      {(templates.hasNextPage || imports.hasNextPage) && (
        <Button
          variant="default"
          onClick={showMore}
          loading={templates.isFetchingNextPage || imports.isFetchingNextPage}
        >
          {words.common.showMore}
        </Button>
      )}
    </PageFrame>
  );
}
