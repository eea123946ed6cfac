import { Alert, Text } from '@mantine/core';
import type { DataType } from '@roundtrip/contracts';
import { useMe } from '../session/session.js';
import { useFormats, useWords } from '../words/language.js';
import { type Inspection, useRowCount } from './use-file-inspection.js';
import type { FoundWorkbook } from './workbook/inspect-workbooks.js';

interface FileNoteProps {
  file: File | undefined;
  inspection: Inspection;
  dataType: DataType;
}

/** What the beginning of the file says: that it fits, or why it cannot be used. */
export function FileNote({ file, inspection, dataType }: FileNoteProps) {
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
      return problem(wrong.tooLarge({ limit: formats.bytes(uploadMaxBytes) }));
    case 'wrong':
      return problem(wrong[inspection.problem]);
    case 'doubtful':
      return (
        <Alert color="yellow" variant="outline" role="alert">
          {words.upload.doubtful[inspection.problem]} {words.upload.sendAllTheSame}
        </Alert>
      );
    case 'csv':
    case 'workbook': {
      const name = words.dataTypes[inspection.dataType];
      if (inspection.dataType !== dataType)
        return problem(wrong.otherDataType({ is: name, chosen: words.dataTypes[dataType] }));
      return (
        <Text size="sm" role="status">
          {found.dataType({ name })} {found.columns({ n: inspection.columns })}.{' '}
          {inspection.is === 'workbook' && <SheetNote file={file} found={inspection} />}
        </Text>
      );
    }
  }
}

/** Which sheet is read, and how many rows: what it says of its size is no promise, so it is counted where that is quickly done. */
function SheetNote({ file, found }: { file: File | undefined; found: FoundWorkbook }) {
  const { upload } = useWords();
  const rows = useRowCount(file, found);
  const { sheet, workbooks, rowsAbout, isCountable } = found;
  return (
    <>
      {workbooks > 1 ? upload.found.sheets({ name: sheet, workbooks }) : upload.found.sheet({ name: sheet })}{' '}
      {typeof rows === 'number'
        ? upload.found.rows({ n: rows })
        : isCountable && rows === undefined
          ? upload.found.counting
          : rowsAbout === undefined
            ? upload.found.rowsUnknown
            : upload.found.rowsAbout({ n: rowsAbout })}
    </>
  );
}
