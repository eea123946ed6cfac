import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { ApiProblem } from '../api/problem.js';
import { useWords } from '../words/language.js';
import { useSaid } from '../words/use-said.js';

/** What the API says, in its words. */
export function ProblemAlert({ problem, onRetry }: { problem: Error; onRetry?: () => void }) {
  const words = useWords();
  const said = useSaid(problem);
  const api = said instanceof ApiProblem ? said : undefined;
  const whole =
    api && api.status > 0 ? (
      <Text size="sm">{api.detail}</Text>
    ) : (
      <Text size="sm">{api ? words.problem.noAnswer : words.problem.page}</Text>
    );
  const more = api && api.errors.length > 1 ? api.errors : [];
  return (
    <Alert color="red" variant="outline" title={words.problem.title} role="alert">
      <Stack gap="xs" align="flex-start">
        {more.length === 0 ? (
          whole
        ) : (
          <List size="sm">
            {more.map(({ pointer, message }) => (
              <List.Item key={`${pointer} ${message}`}>{message}</List.Item>
            ))}
          </List>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.common.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
