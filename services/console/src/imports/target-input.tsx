import { Select } from '@mantine/core';
import type { Target } from '@roundtrip/gateway/api';
import { useWords } from '../words/language.js';

interface TargetInputProps {
  targets: readonly Target[] | undefined;
  value: string | null;
  onChange: (targetId: string | null) => void;
  count: number | undefined;
  counting: boolean;
}

/** Search as you type, and how many contacts the chosen one holds. */
export function TargetInput({ targets, value, onChange, count, counting }: TargetInputProps) {
  const words = useWords();
  const holds =
    value === null
      ? words.template.targetHint
      : counting
        ? words.template.counting
        : count === 0
          ? words.template.holdsNone
          : count === undefined
            ? words.template.targetHint
            : words.template.holdsNow({ n: count });
  return (
    <Select
      label={words.template.target}
      description={<span aria-live="polite">{holds}</span>}
      data={(targets ?? []).map(({ targetId, code, name }) => ({ value: targetId, label: `${name} (${code})` }))}
      value={value}
      onChange={onChange}
      disabled={targets === undefined}
      searchable
      limit={100}
      nothingFoundMessage={words.common.nothingFound}
      required
    />
  );
}
