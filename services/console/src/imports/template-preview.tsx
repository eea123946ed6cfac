import { Paper, ScrollArea, Table, Text } from '@mantine/core';
import type { TemplateDataType } from '@roundtrip/contracts';
import type { Preview } from '@roundtrip/gateway/api';
import { useAuthorisations, useCriteria } from '../api/use-all.js';
import { useWords } from '../words/language.js';

const SHOWN = 3;

/** The header of the template and the first contacts in it. Their old values are read when the file is made. */
export function TemplatePreview({ dataType, preview }: { dataType: TemplateDataType; preview: Preview | undefined }) {
  const words = useWords();
  const criteria = useCriteria();
  const authorisations = useAuthorisations();
  const fields = (dataType === 'criteria' ? criteria : authorisations).data?.filter((field) => field.active) ?? [];
  const columns = fields.flatMap(({ code, name }) => [`[old] ${code} - ${name}`, `[new] ${code} - ${name}`]);
  return (
    <Paper withBorder p="md">
      <ScrollArea
        type="auto"
        pb="sm"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': words.template.preview }}
      >
        <Table withColumnBorders fz="xs" className="code">
          <Table.Thead>
            <Table.Tr>
              {['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', 'FIRST_NAME', ...columns].map((column) => (
                <Table.Th key={column} miw={150}>
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview?.sample.slice(0, SHOWN).map(({ contactNumber, email, lastName, firstName }) => (
              <Table.Tr key={contactNumber}>
                <Table.Td>{contactNumber}</Table.Td>
                <Table.Td>{email}</Table.Td>
                <Table.Td>{lastName}</Table.Td>
                <Table.Td>{firstName}</Table.Td>
                {columns.map((column) => (
                  <Table.Td key={column}>{column.startsWith('[old]') ? '…' : ''}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Text size="sm" c="dimmed" mt="sm">
        {preview && `${words.template.previewLines(preview.count)}. `}
        {words.template.untouched}
      </Text>
    </Paper>
  );
}
