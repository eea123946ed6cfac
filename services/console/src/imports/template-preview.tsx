import { Paper, ScrollArea, Table, Text } from '@mantine/core';
import type { TemplatePreview as Preview } from '@roundtrip/gateway/api';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';
import { previewTable } from './preview-table.rules.js';

interface TemplatePreviewProps {
  /** Active ones, by rank: what is shown until there is an answer. */
  fields: readonly { code: string; name: string }[];
  /** Codes of those that are chosen, in their order. */
  chosen: readonly string[];
  /** Of the chosen target, with all fields. */
  preview: Preview | undefined;
  count: number | undefined;
  problem: Error | null;
}

/** The header of the template and its first lines, as the file would have them if it were made now. */
export function TemplatePreview({ fields, chosen, preview, count, problem }: TemplatePreviewProps) {
  const words = useWords();
  const { header, lines } = previewTable(fields, chosen, preview);
  return (
    <Paper withBorder p="md">
      {problem && <ProblemAlert problem={problem} />}
      <ScrollArea
        type="auto"
        pb="sm"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': words.template.preview }}
      >
        <Table withColumnBorders fz="xs" className="code">
          <Table.Thead>
            <Table.Tr>
              {header.map((column) => (
                <Table.Th key={column} miw={150}>
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((cells) => (
              <Table.Tr key={cells[0]}>
                {cells.map((cell, column) => (
                  <Table.Td key={header[column]}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Text size="sm" c="dimmed" mt="sm">
        {count !== undefined && `${words.template.previewLines({ n: count })}. `}
        {words.template.untouched}
      </Text>
    </Paper>
  );
}
