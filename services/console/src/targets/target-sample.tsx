import { Text, Title } from '@mantine/core';
import type { Preview } from '@roundtrip/gateway/api';
import { ContactList } from '../contacts/contact-list.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useWords } from '../words/language.js';

interface TargetSampleProps {
  preview: Preview | undefined;
  counting: boolean;
  problem: Error | null;
}

/** How many contacts the rule holds now, and the first of them. */
export function TargetSample({ preview, counting, problem }: TargetSampleProps) {
  const words = useWords();
  return (
    <section aria-label={words.targets.sample}>
      <Title order={2} mb="xs" aria-live="polite">
        {preview ? words.template.holdsNow({ n: preview.count }) : words.targets.sample}
        {counting && (
          <Text span size="sm" c="dimmed" ml="sm">
            {words.template.counting}
          </Text>
        )}
      </Title>
      {problem && <ProblemAlert problem={problem} />}
      {preview && preview.count > preview.sample.length && (
        <Text size="sm" c="dimmed" mb="xs">
          {words.targets.firstOf({ n: preview.sample.length })}
        </Text>
      )}
      {preview && preview.sample.length > 0 && <ContactList contacts={preview.sample} />}
    </section>
  );
}
