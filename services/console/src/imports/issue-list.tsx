import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { Issue, IssueCode } from '@roundtrip/contracts';
import { useState } from 'react';
import type { ImportDetails } from '../api/answers.js';
import { ApiProblem } from '../api/problem.js';
import { itemsOf, usePages } from '../api/use-pages.js';
import { importPath } from '../live/job-cache.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { IssueTable } from './issue-table.js';
import { hasRejectedLines } from './job-states.js';

/** Every error and warning of an import, page after page. */
export function IssueList({ job }: { job: ImportDetails }) {
  const words = useWords();
  const formats = useFormats();
  const mayFetch = useMay('editor');
  const [code, setCode] = useState('');
  const list = usePages<Issue>(`${importPath(job.importId)}/errors`, code === '' ? {} : { code });
  const issues = itemsOf(list.data);
  const codes = Object.entries(job.issueCounts).toSorted(([, one], [, other]) => other - one);
  const all = codes.reduce((sum, [, count]) => sum + count, 0);
  if (list.error instanceof ApiProblem && list.error.code === 'IMPORT_HAS_NO_REPORT') return null;
  const expired = list.error instanceof ApiProblem && list.error.status === 410;
  return (
    <Stack component="section" gap="sm">
      <Group justify="space-between" align="flex-end">
        <Title order={2}>{words.import.errors}</Title>
        {codes.length > 1 && (
          <NativeSelect
            label={words.import.filter}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            data={[
              { value: '', label: words.import.allCodes(all) },
              ...codes.map(([value, count]) => ({
                value,
                label: `${words.issues[value as IssueCode] ?? value} (${formats.number(count)})`,
              })),
            ]}
          />
        )}
      </Group>
      {hasRejectedLines(job) && mayFetch && <Text size="sm">{words.import.howToCorrect}</Text>}
      {list.isPending && <Waiting />}
      {expired && <Text>{words.import.expired}</Text>}
      {list.error && !expired && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data && issues.length === 0 && <Text>{words.import.noErrors}</Text>}
      {issues.length > 0 && <IssueTable issues={issues} />}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.common.showMore}
        </Button>
      )}
    </Stack>
  );
}
