import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Limits } from '@roundtrip/gateway/api';
import { api } from '../api/client.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useFormats, useWords } from '../words/language.js';

/** How much may be asked for; who runs the product decides. */
export function LimitsSection() {
  const words = useWords().limits;
  const limits = useQuery({
    queryKey: ['/v1/limits'],
    queryFn: ({ signal }) => api.get<Limits>('/v1/limits', signal),
  });
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed">
        {words.lead}
      </Text>
      {limits.isPending && <Waiting />}
      {limits.error && <ProblemAlert problem={limits.error} onRetry={() => void limits.refetch()} />}
      {limits.data && <LimitsTable limits={limits.data} />}
    </Stack>
  );
}

function LimitsTable({ limits }: { limits: Limits }) {
  const words = useWords().limits;
  const { number, bytes, duration } = useFormats();
  const rows: [label: string, value: string][] = [
    [words.requestsPerMinute, number(limits.requestsPerMinute)],
    [words.listPagesPerMinute, number(limits.listPagesPerMinute)],
    [words.heavyReadsAtOnce, number(limits.heavyReadsAtOnce)],
    [words.heavyRead, duration(limits.heavyReadMs / 1000)],
    [words.uploadMaxBytes, bytes(limits.uploadMaxBytes)],
    [words.uploadsAtOnce, number(limits.uploadsAtOnce)],
    [words.uploadBytesPerHour, bytes(limits.uploadBytesPerHour)],
    [words.eventStreamsPerKey, number(limits.eventStreamsPerKey)],
    [words.eventStreamsAtOnce, number(limits.eventStreamsAtOnce)],
    [words.templateMailsPerRecipient, number(limits.templateMailsPerRecipient)],
    [words.templateMailsPerInstitution, number(limits.templateMailsPerInstitution)],
    [words.signInFailuresPerHour, number(limits.signInFailuresPerHour)],
    [words.signInsPerHour, number(limits.signInsPerHour)],
  ];
  return (
    <Paper withBorder p="xs">
      <Table>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw="normal">
                {label}
              </Table.Th>
              <Table.Td ta="right">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
