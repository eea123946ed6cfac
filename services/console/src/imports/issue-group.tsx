import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { Issue } from '@roundtrip/contracts';
import type { IssueGroup } from '@roundtrip/gateway/api';
import { ApiProblem } from '../api/problem.js';
import { itemsOf, usePages } from '../api/use-pages.js';
import { importPath } from '../live/job-cache.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';
import { IssueTable } from './issue-table.js';
import { commonHint } from './issues.rules.js';
import type { Sheet } from './sheet-places.rules.js';

interface IssueGroupProps {
  importId: string;
  group: IssueGroup;
  sheet: Sheet;
  openAtFirst: boolean;
}

/** Lines that are wrong in the same way: how many, what it means and what helps, and on demand each of them. */
export function IssueGroupSection({ importId, group, sheet, openAtFirst }: IssueGroupProps) {
  const words = useWords();
  const [opened, { toggle }] = useDisclosure(openAtFirst);
  const id = useId();
  const { code, column, others } = group;
  const letters = sheet?.get(column ?? '');
  const what = words.issues[code] ?? code;
  return (
    <Paper withBorder component="section" aria-labelledby={id}>
      <Stack gap="xs" p="md">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={3} fz="md" id={id}>
              {what} {column !== null && <span className="beside">{column}</span>}
              {letters !== undefined && <span className="beside"> {words.import.columnAt({ letters })}</span>}
            </Title>
            <Text size="sm" className="numbers">
              {useLinesOf(group, sheet !== undefined)}
              {others && ` ${words.import.otherColumns}`}
            </Text>
          </div>
          {!others && (
            <Button variant="default" size="xs" onClick={toggle} aria-expanded={opened} aria-describedby={id}>
              {opened ? words.import.hideLines : words.import.showLines}
            </Button>
          )}
        </Group>
        <Meaning group={group} />
      </Stack>
      {opened && !others && <Lines importId={importId} group={group} sheet={sheet} />}
    </Paper>
  );
}

/** "19,950 lines, for example 2, 3, 4 …" */
function useLinesOf({ count, lines }: IssueGroup, areRows: boolean): string {
  const words = useWords();
  const formats = useFormats();
  const which = lines.map(({ line, part }) =>
    part === null ? formats.number(line) : `${formats.number(line)} (${words.import.part({ n: part })})`,
  );
  if (which.length === 0) return words.lines({ n: count });
  return which.length < count
    ? words.import[areRows ? 'someRows' : 'someLines']({ n: count, which: which.join(', ') })
    : words.import[areRows ? 'theseRows' : 'theseLines']({ n: count, which: formats.list(which) });
}

/** What all of its lines have in common, once. Of one line alone its row says everything. */
function Meaning({ group }: { group: IssueGroup }) {
  const hint = commonHint(group);
  return (
    <>
      <Text size="sm">{group.explanation}</Text>
      {hint !== null && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
    </>
  );
}

function Lines({ importId, group, sheet }: Omit<IssueGroupProps, 'openAtFirst'>) {
  const words = useWords();
  const { code, column } = group;
  const list = usePages<Issue>(`${importPath(importId)}/errors`, { code, column: column ?? undefined });
  const issues = itemsOf(list.data);
  const gone = list.error instanceof ApiProblem && ['REPORT_EXPIRED', 'IMPORT_HAS_NO_REPORT'].includes(list.error.code);
  return (
    <>
      {list.isPending && <Waiting />}
      {gone && (
        <Text size="sm" px="md" pb="md">
          {words.import.expired}
        </Text>
      )}
      {list.error && !gone && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {issues.length > 0 && <IssueTable issues={issues} group={group} sheet={sheet} />}
      {list.hasNextPage && (
        <Group p="md">
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {words.common.showMore}
          </Button>
        </Group>
      )}
    </>
  );
}
