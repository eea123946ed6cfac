import { Badge, Paper, Text, Title } from '@mantine/core';
import type { Contact } from '../api/answers.js';
import { useWords } from '../words/language.js';
import { ConsentBadge } from './consent-badge.js';
import styles from './contact-fields.module.css';

/** What the person said yes and no to, and what was never asked. */
export function Authorisations({ authorisations }: { authorisations: Contact['authorisations'] }) {
  const words = useWords();
  const shown = authorisations.filter(({ active, value }) => active || value !== null);
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2}>{words.contact.authorisations}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {shown.length === 0 ? words.contact.noAuthorisations : words.contact.emptyMeans}
      </Text>
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
              <ConsentBadge value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
