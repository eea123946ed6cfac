import { Button, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ContactSummary, Transition } from '../api/answers.js';
import { useFieldName } from '../contacts/use-field-name.js';
import { useFormats, useWords } from '../words/language.js';
import styles from './field-changes.module.css';

const SHOWN = 10;
/** Texts, numbers and dates are counted together, by this. */
const SOME = '…';

/** Per field: how many lines take it from which value to which. */
export function FieldChanges({ transitions }: { transitions: readonly Transition[] }) {
  const words = useWords();
  const fields = Map.groupBy(transitions, ({ path }) => path);
  return (
    <section>
      <Title order={2} mb="xs">
        {words.import.fields}
      </Title>
      {transitions.length === 0 ? (
        <Text>{words.import.noChanges}</Text>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {[...fields].map(([path, ofField]) => (
            <FieldTable key={path} transitions={ofField} />
          ))}
        </SimpleGrid>
      )}
    </section>
  );
}

function FieldTable({ transitions }: { transitions: readonly Transition[] }) {
  const words = useWords();
  const formats = useFormats();
  const nameOfField = useFieldName();
  const [all, setAll] = useState(false);
  const sorted = transitions.toSorted((one, other) => other.lines - one.lines);
  const most = sorted[0]?.lines ?? 1;
  const { path, name, code } = sorted[0] as Transition;
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={3} fz="md">
          {nameOfField(path, name)} <span className="beside">{code}</span>
        </Title>
        <Table verticalSpacing={4} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.import.from}</Table.Th>
              <Table.Th>{words.import.to}</Table.Th>
              <Table.Th w="26%">{words.import.count}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ from, to, lines }) => (
              <Table.Tr key={`${from} → ${to}`}>
                <Table.Td>
                  <Value path={path} text={from} some={words.import.anyValue} />
                </Table.Td>
                <Table.Td>
                  <Value path={path} text={to} some={from === SOME ? words.import.otherValue : words.import.anyValue} />
                </Table.Td>
                <Table.Td className="numbers">
                  {formats.number(lines)}
                  <div className={styles.bar} style={{ width: `${(lines / most) * 100}%` }} aria-hidden />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {sorted.length > shown.length && (
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            {words.import.allTransitions(sorted.length)}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** As files have it; of texts, numbers and dates only that there is one. */
function Value({ path, text, some }: { path: string; text: string; some: string }) {
  const words = useWords();
  const formats = useFormats();
  const isConsent = path.startsWith('authorisations.');
  if (text === 'Empty')
    return <span className={styles.said}>{isConsent ? words.values.empty : words.values.none}</span>;
  if (text === SOME) return <span className={styles.said}>{some}</span>;
  if (text === 'TRUE') return words.values.true;
  if (text === 'FALSE') return words.values.false;
  if (path === 'kind') return words.contact.kinds[text as ContactSummary['kind']] ?? text;
  if (path === 'country') return formats.country(text);
  // A set breaks between its codes.
  return (
    <span className={styles.value}>
      {text.split('|').flatMap((code, index) => (index === 0 ? [code] : ['|', <wbr key={code} />, code]))}
    </span>
  );
}
