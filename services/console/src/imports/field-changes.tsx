import { Button, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Transition, ValueChange } from '@roundtrip/gateway/api';
import { useFieldName } from '../contacts/use-field-name.js';
import { useFormats, useWords } from '../words/language.js';
import { type ChangeFilter, ofTransition, ofValueChange, SOME } from './change-filter.js';
import styles from './field-changes.module.css';
import type { TransitionPart } from './transition-parts.js';
import { TransitionValue, useTransitionParts } from './transition-value.js';

const SHOWN = 10;

interface FieldChangesProps {
  transitions: readonly Transition[];
  valueChanges: readonly ValueChange[];
  /** Absent for who may not see the lines. */
  onShow?: ((filter: ChangeFilter) => void) | undefined;
}

/** Per field: how many lines take it from which value to which; for several values, how many add one and remove one. */
export function FieldChanges({ transitions, valueChanges, onShow }: FieldChangesProps) {
  const words = useWords();
  const fields = Map.groupBy(transitions, ({ path }) => path);
  const valuesOf = Map.groupBy(valueChanges, ({ path }) => path);
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
            <FieldTable key={path} transitions={ofField} values={valuesOf.get(path) ?? []} onShow={onShow} />
          ))}
        </SimpleGrid>
      )}
    </section>
  );
}

interface FieldTableProps {
  transitions: readonly Transition[];
  values: readonly ValueChange[];
  onShow: FieldChangesProps['onShow'];
}

function FieldTable({ transitions, values, onShow }: FieldTableProps) {
  const words = useWords();
  const nameOfField = useFieldName();
  const [all, setAll] = useState(false);
  const [whole, setWhole] = useState(false);
  const { path, name, code } = transitions[0] as Transition;
  const asValues = values.length > 0 && !whole;
  const rows = asValues ? values : transitions;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={3} fz="md">
          {nameOfField(path, name)} <span className="beside">{code}</span>
        </Title>
        <Table verticalSpacing={4} layout="fixed">
          {asValues ? (
            <ValueRows changes={values} shown={all ? Infinity : SHOWN} onShow={onShow} />
          ) : (
            <TransitionRows transitions={transitions} shown={all ? Infinity : SHOWN} onShow={onShow} />
          )}
        </Table>
        {!all && rows.length > SHOWN && (
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            {words.import.allTransitions({ n: rows.length })}
          </Button>
        )}
        {values.length > 0 && (
          <Button variant="subtle" size="xs" onClick={() => setWhole(!whole)}>
            {whole ? words.import.singleValues : words.import.wholeSets}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

const inOneLine = (parts: readonly TransitionPart[]): string => parts.map(({ text }) => text).join(', ');

const byLines = (one: { lines: number }, other: { lines: number }): number => other.lines - one.lines;

function TransitionRows({
  transitions,
  shown,
  onShow,
}: {
  transitions: readonly Transition[];
  shown: number;
  onShow: FieldChangesProps['onShow'];
}) {
  const words = useWords();
  const partsOf = useTransitionParts(transitions[0]?.path ?? '');
  const sorted = transitions.toSorted(byLines);
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.import.from}</Table.Th>
          <Table.Th>{words.import.to}</Table.Th>
          <Table.Th w="26%">{words.import.count}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.slice(0, shown).map((transition) => {
          const { from, to, lines } = transition;
          const before = partsOf(from, words.import.anyValue);
          const after = partsOf(to, from === SOME ? words.import.otherValue : words.import.anyValue);
          return (
            <Table.Tr key={`${from} → ${to}`}>
              <Table.Td>
                <TransitionValue parts={before} />
              </Table.Td>
              <Table.Td>
                <TransitionValue parts={after} />
              </Table.Td>
              <Lines
                lines={lines}
                most={sorted[0]?.lines ?? 1}
                what={`${inOneLine(before)} → ${inOneLine(after)}`}
                filter={ofTransition(transition)}
                onShow={onShow}
              />
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </>
  );
}

function ValueRows({
  changes,
  shown,
  onShow,
}: {
  changes: readonly ValueChange[];
  shown: number;
  onShow: FieldChangesProps['onShow'];
}) {
  const words = useWords();
  const partsOf = useTransitionParts(changes[0]?.path ?? '');
  const sorted = changes.toSorted(byLines);
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="36%">{words.import.change}</Table.Th>
          <Table.Th>{words.import.value}</Table.Th>
          <Table.Th w="26%">{words.import.count}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.slice(0, shown).map((row) => {
          const { change, value, lines } = row;
          const parts = partsOf(value, words.import.anyValue);
          return (
            <Table.Tr key={`${change} ${value}`}>
              <Table.Td>
                <Signed change={change}>{words.import[change]}</Signed>
              </Table.Td>
              <Table.Td>
                <TransitionValue parts={parts} />
              </Table.Td>
              <Lines
                lines={lines}
                most={sorted[0]?.lines ?? 1}
                what={`${words.import[change]} ${inOneLine(parts)}`}
                filter={ofValueChange(row)}
                onShow={onShow}
              />
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </>
  );
}

/** A sign for who looks; the word for who listens, too. */
const Signed = ({ change, children }: { change: ValueChange['change']; children: ReactNode }) => (
  <>
    <span aria-hidden className={styles.sign}>
      {change === 'added' ? '+' : '−'}
    </span>
    {children}
  </>
);

interface LinesProps {
  lines: number;
  most: number;
  what: string;
  filter: ChangeFilter | undefined;
  onShow: FieldChangesProps['onShow'];
}

/** How many, as a number, a bar and a way to the lines themselves. */
function Lines({ lines, most, what, filter, onShow }: LinesProps) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Table.Td className="numbers">
      {filter && onShow ? (
        <button
          type="button"
          className={styles.show}
          aria-label={words.import.linesOf({ n: lines, what })}
          onClick={() => onShow(filter)}
        >
          {formats.number(lines)}
        </button>
      ) : (
        formats.number(lines)
      )}
      <div className={styles.bar} style={{ width: `${(lines / most) * 100}%` }} aria-hidden />
    </Table.Td>
  );
}
