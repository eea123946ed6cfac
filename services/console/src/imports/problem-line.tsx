import { Text } from '@mantine/core';
import type { Job } from '@roundtrip/gateway/api';

/** Why there is no result, shortly: an import's own page says more. */
export const ProblemLine = ({ problem }: { problem: NonNullable<Job['problem']> }) => (
  <Text size="sm">{problem.detail}</Text>
);
