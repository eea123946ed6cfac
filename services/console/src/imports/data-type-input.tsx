import { Radio, Stack } from '@mantine/core';
import type { DataType } from '@roundtrip/contracts';
import { useWords } from '../words/language.js';

interface DataTypeInputProps {
  types: readonly DataType[];
  value: DataType;
  onChange: (dataType: DataType) => void;
  error?: string | undefined;
}

export function DataTypeInput({ types, value, onChange, error }: DataTypeInputProps) {
  const words = useWords();
  return (
    <Radio.Group label={words.template.dataType} value={value} onChange={(next) => onChange(next)} error={error}>
      <Stack gap="xs" my={6}>
        {types.map((type) => (
          <Radio key={type} value={type} label={words.dataTypes[type]} description={words.dataTypeHints[type]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
