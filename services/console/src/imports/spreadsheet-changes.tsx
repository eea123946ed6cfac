import { Alert, List, Text } from '@mantine/core';
import type { ImportDetails } from '@roundtrip/gateway/api';
import { useWords } from '../words/language.js';

type Comparison = NonNullable<ImportDetails['comparison']>;
type Column = Comparison['columns'][number];

/** What a spreadsheet did to what it should not have touched; nothing where it is as it was. */
export function SpreadsheetChanges({ comparison }: { comparison: ImportDetails['comparison'] }) {
  const words = useWords().import.spreadsheet;
  if (!comparison) return null;
  const { isTooLarge, linesAdded, addedPlaces, linesMissing, columns, furtherColumns } = comparison;
  if (!isTooLarge && linesAdded === 0 && linesMissing === 0 && columns.length === 0) return null;
  const example = addedPlaces[0] && words.example({ n: addedPlaces.length, which: placesText(addedPlaces) });
  return (
    <Alert color={columns.length > 0 ? 'yellow' : 'blue'} variant="outline" title={words.title}>
      {isTooLarge && <Text size="sm">{words.tooLarge}</Text>}
      <List size="sm" spacing="xs">
        {linesMissing > 0 && <List.Item>{words.missing({ n: linesMissing })}</List.Item>}
        {linesAdded > 0 && (
          <List.Item>
            {words.added({ n: linesAdded })} {example}
          </List.Item>
        )}
        {columns.map((column) => (
          <List.Item key={`${column.role} ${column.key}`}>
            <ChangedColumn column={column} />
          </List.Item>
        ))}
        {furtherColumns > 0 && <List.Item>{words.furtherColumns({ n: furtherColumns })}</List.Item>}
      </List>
      {columns.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {words.hint}
        </Text>
      )}
    </Alert>
  );
}

function ChangedColumn({ column }: { column: Column }) {
  const words = useWords().import.spreadsheet;
  const { role, key, cells, readAlike, cause, places } = column;
  return (
    <>
      <Text size="sm" fw={600} span>
        {role === 'old' ? `[old] ${key}` : key}
      </Text>{' '}
      {words.cells({ n: cells })} {words.causes[cause]} {words.example({ n: places.length, which: placesText(places) })}
      {readAlike === cells && ` ${words.readAlike}`}
    </>
  );
}

const placesText = (places: Column['places']): string =>
  places.map(({ line, part }) => (part === null ? String(line) : `${part}/${line}`)).join(', ');
