import { Paper, Stack, Text, Title } from '@mantine/core';
import type { Counts } from '@roundtrip/gateway/api';
import { useFormats, useWords } from '../words/language.js';
import { partsOf } from './count-parts.js';
import styles from './totals.module.css';

const besides = ['overwritten', 'warnings', 'blankLines'] as const;

/** The total and what it is made of, as numbers and as a bar. */
export function Totals({ counts, title }: { counts: Counts; title: string }) {
  const words = useWords();
  const formats = useFormats();
  const parts = partsOf(counts);
  const more = besides.filter((name) => counts[name] > 0);
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="md">
        <Title order={2}>{title}</Title>
        <dl className={styles.numbers}>
          <div className={styles.number}>
            <dt>{words.jobs.counts.total}</dt>
            <dd>{formats.number(counts.total)}</dd>
          </div>
          {parts.map(({ part, lines }, index) => (
            <div key={part} className={styles.number} data-part={part} data-sign={index === 0 ? '=' : '+'}>
              <dt>{words.jobs.counts[part]({ n: lines })}</dt>
              <dd>{formats.number(lines)}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.bar} aria-hidden>
          {parts
            .filter(({ lines }) => lines > 0)
            .map(({ part, lines }) => (
              <div key={part} className={styles.share} data-part={part} style={{ flexGrow: lines }} />
            ))}
        </div>
        {more.length > 0 && (
          <Text size="sm" c="dimmed" className="numbers">
            {more
              .map((name) => `${formats.number(counts[name])} ${words.jobs.counts[name]({ n: counts[name] })}`)
              .join(' · ')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
