import { Text } from '@mantine/core';
import { useLanguage } from '../words/language.js';

interface ApiWordsProps {
  code: string;
  text: string;
  hint?: string | undefined;
}

/** What the API says, in its words; to those who read another language first what it means in theirs. */
export function ApiWords({ code, text, hint }: ApiWordsProps) {
  const { explain } = useLanguage();
  const explanation = explain(code);
  const said = explanation ?? text;
  const more = explanation === undefined ? hint : [text, hint].filter(Boolean).join(' ');
  return (
    <>
      <Text size="sm" lang={explanation === undefined ? 'en' : undefined}>
        {said}
      </Text>
      {more !== undefined && (
        <Text size="sm" c="dimmed" lang="en">
          {more}
        </Text>
      )}
    </>
  );
}

/** What the API says about an input, marked as English for those who hear it. */
export const apiText = (message: string | undefined) => message !== undefined && <span lang="en">{message}</span>;
