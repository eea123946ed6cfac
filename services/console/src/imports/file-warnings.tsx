import { Alert, List, Text } from '@mantine/core';
import type { Issue } from '@roundtrip/contracts';
import { ApiWords } from '../shell/api-words.js';
import { useFormats, useWords } from '../words/language.js';
import { isAboutFile } from './issues.rules.js';

/** What is said of the file or its header; what is said of a line stands with the errors. */
export function FileWarnings({ warnings }: { warnings: readonly Issue[] }) {
  const words = useWords();
  const ofFile = Map.groupBy(warnings.filter(isAboutFile), ({ code }) => code);
  if (ofFile.size === 0) return null;
  return (
    <Alert color="yellow" variant="outline" title={words.import.warnings}>
      <List size="sm" spacing="xs">
        {[...ofFile].map(([code, ofCode]) => (
          <List.Item key={code}>
            {code === 'OLD_COLUMN_MISSING' ? <OldColumns warnings={ofCode} /> : <Warnings warnings={ofCode} />}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** One sentence, however many columns are missing. */
function OldColumns({ warnings }: { warnings: readonly Issue[] }) {
  const words = useWords();
  const formats = useFormats();
  const fields = warnings.map(({ column = '' }) => column.replace(/^\[old\] */i, ''));
  return (
    <>
      <Text size="sm">{words.import.oldColumns({ n: fields.length, names: formats.list(fields) })}</Text>
      <Text size="sm" c="dimmed">
        {words.import.oldColumnsHint}
      </Text>
    </>
  );
}

function Warnings({ warnings }: { warnings: readonly Issue[] }) {
  return warnings.map(({ column, message, hint }) => (
    <div key={`${column} ${message}`}>
      {column !== undefined && (
        <Text size="sm" fw={600}>
          {column}
        </Text>
      )}
      <ApiWords text={message} hint={hint} />
    </div>
  ));
}
