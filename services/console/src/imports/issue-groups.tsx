import { Stack, Text, Title } from '@mantine/core';
import type { ImportDetails } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';
import { sheetOf } from './sheet-places.rules.js';
import { IssueGroupSection } from './issue-group.js';
import { areFew, isAboutFile, orderedGroups } from './issues.rules.js';
import { hasRejectedLines } from './job-states.js';

/** Every error and warning about a line, by what it is and in which column: said once, with its lines below. */
export function IssueGroups({ job }: { job: ImportDetails }) {
  const words = useWords();
  const mayFetch = useMay('editor');
  const groups = orderedGroups(job.issueGroups);
  // What is wrong with the file as a whole stands above already.
  if (groups.length === 0 && (!job.counts || job.warnings.some(isAboutFile))) return null;
  const open = areFew(groups);
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{words.import.errors}</Title>
      {hasRejectedLines(job) && mayFetch && <Text size="sm">{words.import.howToCorrect}</Text>}
      {groups.length === 0 && <Text>{words.import.noErrors}</Text>}
      {groups.map((group) => (
        <IssueGroupSection
          key={`${group.code} ${group.column} ${group.others}`}
          importId={job.importId}
          group={group}
          sheet={sheetOf(job)}
          openAtFirst={open}
        />
      ))}
    </Stack>
  );
}
