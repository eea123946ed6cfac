import { Badge, Paper, Text, Title } from '@mantine/core';
import type { FieldValue } from '@roundtrip/contracts';
import { useWords } from '../words/language.js';
import styles from './field-list.module.css';
import { FieldText } from './field-text.js';

interface FieldListProps {
  title: string;
  /** What is to be known about these fields, or that there are none. */
  note: string | undefined;
  group: 'criteria' | 'authorisations';
  fields: readonly { code: string; name: string; active: boolean; value: FieldValue }[];
}

/** The institution's fields with what the contact has; of those that are no longer used only what is still there. */
export function FieldList({ title, note, group, fields }: FieldListProps) {
  const words = useWords();
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2}>{title}</Title>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <dl className={styles.fields}>
        {fields
          .filter(({ active, value }) => active || value !== null)
          .map(({ code, name, active, value }) => (
            <div key={code}>
              <dt>
                {name} <span className="beside">{code}</span>
                {!active && (
                  <Badge variant="default" size="sm" tt="none">
                    {words.common.inactive}
                  </Badge>
                )}
              </dt>
              <dd>
                <FieldText field={`${group}.${code}`} value={value} />
              </dd>
            </div>
          ))}
      </dl>
    </Paper>
  );
}
