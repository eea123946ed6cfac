import { Text } from '@mantine/core';
import type { Counts } from '@roundtrip/gateway/api';
import { useFormats, useWords } from '../words/language.js';
import { partsOf } from './count-parts.js';

/** The numbers of an import in one line; what is zero is not said. */
export function CountsLine({ counts }: { counts: Counts }) {
  const words = useWords();
  const formats = useFormats();
  const shown = partsOf(counts).filter(({ lines }) => lines > 0);
  return (
    <Text size="sm" className="numbers">
      {[
        words.lines({ n: counts.total }),
        ...shown.map(({ part, lines }) => `${formats.number(lines)} ${words.jobs.counts[part]({ n: lines })}`),
      ].join(' · ')}
    </Text>
  );
}
