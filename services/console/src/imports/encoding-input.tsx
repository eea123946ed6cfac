import { NativeSelect } from '@mantine/core';
import type { FileEncoding } from '@roundtrip/contracts';
import { useWords } from '../words/language.js';

interface EncodingInputProps {
  value: FileEncoding | undefined;
  onChange: (encoding: FileEncoding | undefined) => void;
}

/** How a file that is not UTF-8 is to be read, for those who know. */
export function EncodingInput({ value, onChange }: EncodingInputProps) {
  const words = useWords();
  const names = Object.entries(words.encodings.names) as [FileEncoding, string][];
  return (
    <NativeSelect
      label={words.encodings.letters}
      description={words.encodings.lettersHint}
      value={value ?? ''}
      onChange={(event) => onChange(names.find(([encoding]) => encoding === event.currentTarget.value)?.[0])}
      data={[
        { value: '', label: words.encodings.recognised },
        ...names.map(([encoding, name]) => ({ value: encoding, label: name })),
      ]}
    />
  );
}
