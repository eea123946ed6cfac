import { Badge, Paper, Text, Title } from '@mantine/core';
import type { Contact } from '../api/answers.js';
import { useWords } from '../words/language.js';
import styles from './contact-fields.module.css';
import { FieldText } from './field-text.js';

/** Every criterion with the contact's value; of those that are no longer used only what is still there. */
export function Criteria({ criteria }: { criteria: Contact['criteria'] }) {
  const words = useWords();
  const shown = criteria.filter(({ active, value }) => active || value !== null);
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="sm">
        {words.contact.criteria}
      </Title>
      {shown.length === 0 && <Text size="sm">{words.contact.noCriteria}</Text>}
      <dl className={styles.fields}>
        {shown.map(({ code, name, active, value }) => (
          <div key={code}>
            <dt>
              {name} <span className={styles.code}>{code}</span>
              {!active && (
                <Badge variant="default" size="sm" tt="none">
                  {words.common.inactive}
                </Badge>
              )}
            </dt>
            <dd>
              <FieldText field={`criteria.${code}`} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
