import { Text } from '@mantine/core';

interface ApiWordsProps {
  text: string;
  hint?: string | undefined;
}

/** What the API says, and what it advises. */
export const ApiWords = ({ text, hint }: ApiWordsProps) => (
  <>
    <Text size="sm">{text}</Text>
    {hint !== undefined && (
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    )}
  </>
);
