import { Alert, List, Text } from '@mantine/core';
import type { Issue } from '@roundtrip/contracts';
import { ApiWords } from '../shell/api-words.js';
import { useWords } from '../words/language.js';

export function FileWarnings({ warnings }: { warnings: readonly Issue[] }) {
  const words = useWords();
  return (
    <Alert color="yellow" variant="outline" title={words.import.warnings}>
      <List size="sm" spacing="xs">
        {warnings.map(({ code, column, message, hint }) => (
          <List.Item key={`${code} ${column} ${message}`}>
            {column !== undefined && (
              <Text size="sm" fw={600}>
                {column}
              </Text>
            )}
            <ApiWords code={code} text={message} hint={hint} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
