import { Text } from '@mantine/core';
import type { Job } from '@roundtrip/gateway/api';
import { useLanguage } from '../words/language.js';

/** Why there is no result, shortly: an import's own page says more. */
export function ProblemLine({ problem }: { problem: NonNullable<Job['problem']> }) {
  const { explain } = useLanguage();
  const explanation = explain(problem.code);
  return (
    <Text size="sm" lang={explanation === undefined ? 'en' : undefined}>
      {explanation ?? problem.detail}
    </Text>
  );
}
