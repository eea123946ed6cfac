import { Alert, Text } from '@mantine/core';
import type { DataType } from '@roundtrip/contracts';
import { useMe } from '../session/session.js';
import { useFormats, useWords } from '../words/language.js';
import type { Inspection } from './use-file-inspection.js';

/** What the beginning of the file says: that it fits, or why it cannot be used. */
export function FileNote({ inspection, dataType }: { inspection: Inspection; dataType: DataType }) {
  const words = useWords();
  const formats = useFormats();
  const { uploadMaxBytes } = useMe().limits;
  const { wrong, found } = words.upload;
  const problem = (text: string) => (
    <Alert color="red" variant="outline" role="alert">
      {text}
    </Alert>
  );
  switch (inspection.is) {
    case 'zip':
      return null;
    case 'too large':
      return problem(wrong.tooLarge(formats.bytes(uploadMaxBytes)));
    case 'wrong':
      return problem(wrong[inspection.problem]);
    case 'csv': {
      const name = words.dataTypes[inspection.dataType];
      if (inspection.dataType !== dataType) return problem(wrong.otherDataType(name, words.dataTypes[dataType]));
      return (
        <Text size="sm" role="status">
          {found.dataType(name)} {found.columns(inspection.columns)}.
        </Text>
      );
    }
  }
}
