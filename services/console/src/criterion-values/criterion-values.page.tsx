import { Badge, Button, Paper, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { CriterionValueRow } from '@roundtrip/gateway/api';
import { useCriterionValues } from '../api/use-all.js';
import { CopyButton } from '../shell/copy-button.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Waiting } from '../shell/waiting.js';
import { useWords } from '../words/language.js';
import styles from './criterion-values.module.css';
import { downloadCriterionValues } from './download.js';
import { examplesOf, fieldsWith, type FieldRows } from './field-rows.js';
import { useMutation } from '@tanstack/react-query';

/** What a [new] cell of each field may hold, to be looked up, copied and downloaded. */
export function CriterionValuesPage() {
  const words = useWords();
  const [filter, setFilter] = useState('');
  const rows = useCriterionValues();
  const fields = fieldsWith(rows.data ?? [], useDeferredValue(filter));
  const shown = fields.reduce((sum, field) => sum + field.rows.length, 0);
  const download = useMutation({ mutationFn: downloadCriterionValues });
  return (
    <PageFrame
      title={words.criterionValues.title}
      lead={words.criterionValues.lead}
      actions={
        <>
          <Button variant="default" onClick={() => download.mutate('xlsx')} loading={download.isPending}>
            {words.criterionValues.downloadWorkbook}
          </Button>
          <Button variant="default" onClick={() => download.mutate('csv')} loading={download.isPending}>
            {words.criterionValues.download}
          </Button>
        </>
      }
    >
      {download.error && <ProblemAlert problem={download.error} />}
      <TextInput
        label={words.criterionValues.filter}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        type="search"
        maw={440}
      />
      {rows.isPending && <Waiting />}
      {rows.error && <ProblemAlert problem={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data && (
        <Text size="sm" c="dimmed" role="status">
          {words.criterionValues.shown({ n: shown })}
        </Text>
      )}
      {rows.data && fields.length === 0 && <Text>{words.common.nothingFound}</Text>}
      {fields.map((field) => (
        <FieldValues key={`${field.type} ${field.code}`} field={field} />
      ))}
    </PageFrame>
  );
}

function FieldValues({ field }: { field: FieldRows }) {
  const words = useWords();
  const { name, code, kind, active, rows } = field;
  const values = rows.filter(({ valueCode }) => valueCode !== null);
  return (
    <Paper withBorder p="md" component="section">
      <div className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <span className="code">{code}</span>
        <Text size="sm" c="dimmed">
          {words.kinds[kind]}
        </Text>
        {!active && (
          <Badge variant="default" tt="none">
            {words.common.inactive}
          </Badge>
        )}
      </div>
      {!active && <Text size="sm">{words.criterionValues.notInFiles}</Text>}
      {active &&
        examplesOf(field).map((example) => (
          <Text key={example} size="sm" component="div" className={styles.copyable}>
            {words.criterionValues.example} <Copyable text={example} usable />
          </Text>
        ))}
      {values.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.criterionValues.value}</th>
              <th scope="col">{words.criterionValues.valueName}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((row) => (
              <ValueRow key={row.valueCode} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Paper>
  );
}

function ValueRow({ row }: { row: CriterionValueRow }) {
  const words = useWords();
  const { active, valueCode, valueName, valueActive } = row;
  return (
    <tr>
      <td>
        <Copyable text={valueCode ?? ''} usable={active && valueActive !== false} />
      </td>
      <td>
        {valueName}{' '}
        {valueActive === false && (
          <Badge variant="default" size="sm" tt="none">
            {words.common.inactive}
          </Badge>
        )}
      </td>
    </tr>
  );
}

function Copyable({ text, usable }: { text: string; usable: boolean }) {
  const words = useWords();
  return (
    <span className={styles.copyable}>
      <span className="code">{text}</span>
      {usable && <CopyButton text={text} label={words.criterionValues.copyCode({ code: text })} />}
    </span>
  );
}
