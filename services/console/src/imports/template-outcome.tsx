import { Text } from '@mantine/core';
import type { Template } from '@roundtrip/gateway/api';
import { useFormats, useWords } from '../words/language.js';
import { ProblemLine } from './problem-line.js';

/** What has become of a template: how large it is and until when it is kept, or why there is none. */
export function TemplateOutcome({ template }: { template: Template }) {
  const words = useWords();
  const formats = useFormats();
  const { state, lines, file, expiresAt, problem } = template;
  if (state === 'EMPTY') return <Text size="sm">{words.jobs.emptyTarget}</Text>;
  if (state === 'EXPIRED') return <Text size="sm">{words.jobs.expiredHint}</Text>;
  if (problem) return <ProblemLine problem={problem} />;
  const parts = [
    lines !== null && words.contacts({ n: lines }),
    file && formats.bytes(file.sizeBytes),
    expiresAt !== null && words.jobs.until({ when: formats.date(expiresAt) }),
  ];
  return <Text size="sm">{parts.filter(Boolean).join(' · ')}</Text>;
}
