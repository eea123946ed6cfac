import { Alert, Text } from '@mantine/core';
import type { DataType } from '@roundtrip/contracts';
import { useMe } from '../session/session.js';
import { useFormats, useWords } from '../words/language.js';
import type { Glance } from './use-glance.js';

/** What the beginning of the file says: that it fits, or why it cannot be used. */
export function FileNote({ glance, dataType }: { glance: Glance; dataType: DataType }) {
  const words = useWords();
  const formats = useFormats();
  const { uploadMaxBytes } = useMe().limits;
  const { wrong, found } = words.upload;
  const problem = (text: string) => (
    <Alert color="red" variant="outline" role="alert">
      {text}
    </Alert>
  );
  switch (glance.is) {
    case 'zip':
      return null;
    case 'too large':
      return problem(wrong.tooLarge(formats.bytes(uploadMaxBytes)));
    case 'wrong':
      return problem(wrong[glance.problem]);
    case 'csv': {
      const name = words.dataTypes[glance.dataType];
      if (glance.dataType !== dataType) return problem(wrong.otherDataType(name, words.dataTypes[dataType]));
      return (
        <Text size="sm" role="status">
          {found.dataType(name)} {found.columns(glance.columns)}.
        </Text>
      );
    }
  }
}
