import { Badge, Text } from '@mantine/core';
import { useWords } from '../words/language.js';
import styles from './consent-badge.module.css';

/** True, False or Empty, which is not False. */
export function ConsentBadge({ value }: { value: boolean | null }) {
  const words = useWords();
  if (value !== null) {
    return (
      <Badge className={styles.badge} data-value={value} tt="none">
        {words.values[value ? 'true' : 'false']}
      </Badge>
    );
  }
  return (
    <span className={styles.empty}>
      <Badge className={styles.badge} data-value="empty" tt="none">
        {words.values.empty}
      </Badge>
      <Text span size="sm" c="dimmed">
        {words.contact.neverStated}
      </Text>
    </span>
  );
}
