import { Button, Paper, Radio, Stack, Table, Text, Title } from '@mantine/core';
import type { EncodingReading, FileEncoding } from '@roundtrip/contracts';
import { type FormEvent, useState } from 'react';
import type { ImportDetails } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';
import styles from './encoding-choice.module.css';
import { readingsOf } from './encoding-readings.rules.js';
import { useJobAction } from './use-job-action.js';

/** Words of a file whose encoding is uncertain, as each candidate would read them: picking one starts the check again. */
export function EncodingChoice({ job }: { job: ImportDetails }) {
  const readings = readingsOf(job);
  return readings ? <Choice importId={job.importId} readings={readings} /> : null;
}

function Choice({ importId, readings }: { importId: string; readings: readonly EncodingReading[] }) {
  const words = useWords();
  const mayCheck = useMay('editor');
  const [picked, pick] = useState<FileEncoding>();
  const again = useJobAction(importId, 'check', () => undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (picked) again.mutate({ encoding: picked });
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="encoding-title">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <div>
            <Title order={2} id="encoding-title">
              {words.encodings.title}
            </Title>
            <Text size="sm">{words.encodings.text}</Text>
          </div>
          <Table className={styles.readings} aria-labelledby="encoding-title">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.encodings.encoding}</Table.Th>
                <Table.Th>{words.encodings.words}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {readings.map(({ encoding, words: read }) => (
                <Table.Tr key={encoding}>
                  <Table.Td>
                    <Radio
                      name="encoding"
                      value={encoding}
                      label={words.encodings.names[encoding]}
                      checked={picked === encoding}
                      onChange={() => pick(encoding)}
                      disabled={!mayCheck}
                      aria-describedby={`words-${encoding}`}
                    />
                  </Table.Td>
                  <Table.Td id={`words-${encoding}`} className={styles.words} translate="no">
                    {read.join('  ')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {again.error && <ProblemAlert problem={again.error} />}
          {mayCheck ? (
            <div>
              <Button type="submit" disabled={!picked} loading={again.isPending}>
                {words.encodings.checkAgain}
              </Button>
            </div>
          ) : (
            <Text size="sm">{words.common.roleNeeded({ role: words.roles.editor })}</Text>
          )}
        </Stack>
      </form>
    </Paper>
  );
}
