import type { DataType, FileCode } from '@roundtrip/contracts';
import { FileProblem } from '@roundtrip/files';
import { columnLetters } from '@roundtrip/xlsx';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { placeParams } from '../place-params.js';
import type { FileColumn } from './file-columns.js';

/**
 * What can be wrong with a header. Columns are named by their letter, and only what looks like a field is quoted, since the first line of a
 * file without a header is somebody's data.
 */

const keepHeader = sentence('header-keep');

interface Place {
  line: number;
  part?: number;
}

function problem(
  code: FileCode,
  detail: readonly Sentence[],
  hint: readonly Sentence[],
  column?: FileColumn,
  place?: Place,
): FileProblem {
  return new FileProblem(code, detail, {
    hint,
    ...(column && { line: 1, ...(column.text !== '' && { column: column.text.slice(0, 200) }) }),
    ...place,
  });
}

const noNumber = sentence('header-no-number');

export const noNumberColumn = (nearest: FileColumn | undefined): FileProblem =>
  problem(
    'HEADER_MISSING_COLUMN',
    [noNumber],
    [nearest ? sentence('header-number-meant', { column: columnLetters(nearest.index) }) : keepHeader],
    nearest,
  );

/** @param line where the header line stands */
export const headerFurtherDown = (line: number): FileProblem =>
  new FileProblem('HEADER_MISSING_COLUMN', [noNumber, sentence('header-below', { row: line })], {
    line,
    hint: [sentence('header-below-how', { lines: line - 1 })],
  });

/** @param sign what stands between the cells */
export const otherSeparator = (sign: string): FileProblem =>
  problem(
    'HEADER_MISSING_COLUMN',
    [sentence('header-separator', { separator: separatorNames.get(sign) ?? 'sign', sign })],
    [sentence('header-separator-how')],
  );

/** Signs that a reader would not see, or take for the end of a sentence. */
const separatorNames: ReadonlyMap<string, string> = new Map([
  [':', 'colons'],
  [' ', 'blanks'],
  ['\u001f', 'invisible'],
]);

export const notATable = (format: 'JSON' | 'XML'): FileProblem =>
  problem('HEADER_MISSING_COLUMN', [sentence('header-format', { format })], [sentence('header-format-how')]);

export const oneLine = (): FileProblem =>
  problem('HEADER_MISSING_COLUMN', [sentence('header-one-line')], [sentence('header-one-line-how')]);

export const nothingToChange = (dataType: DataType): FileProblem =>
  dataType === 'contacts'
    ? problem(
        'HEADER_MISSING_COLUMN',
        [sentence('header-nothing-to-import')],
        [sentence('header-nothing-to-import-how')],
      )
    : problem(
        'HEADER_MISSING_COLUMN',
        [sentence('header-nothing-to-change')],
        [keepHeader, sentence('header-new-columns')],
      );

export function duplicate({ index }: FileColumn, second: FileColumn): FileProblem {
  const columns = { first: columnLetters(index), second: columnLetters(second.index) };
  const field = `[${second.role}] ${second.key.slice(0, 40)}`;
  return problem(
    'HEADER_DUPLICATE',
    [
      second.role === 'plain'
        ? sentence('header-same-name', columns)
        : sentence('header-same-field', { ...columns, field }),
    ],
    [sentence('header-twice-how')],
    second,
  );
}

/** @param place the first line that has something in the column */
export const nameless = (column: FileColumn, place: Place): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    [sentence('header-nameless', { column: columnLetters(column.index), ...placeParams(place) })],
    [sentence('header-nameless-how')],
    column,
    place,
  );

/**
 * @param columns names that are known
 * @param withFields so are `[old]` and `[new]` with a code
 */
export function unknownColumn(
  column: FileColumn,
  meant: string | undefined,
  columns: readonly string[],
  withFields: boolean,
): FileProblem {
  const known = sentence(withFields ? 'header-known-columns' : 'header-known-names', { columns: columns.join(', ') });
  return problem(
    'HEADER_UNKNOWN_FIELD',
    [sentence('header-unknown-name', { column: columnLetters(column.index) })],
    [meant === undefined ? known : sentence('header-call-it', { meant })],
    column,
  );
}

export const unknownField = (column: FileColumn, dataType: DataType, meant: string | undefined): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    [
      sentence('header-unknown-field', {
        column: columnLetters(column.index),
        field: column.key.slice(0, 40),
        type: dataType,
      }),
    ],
    meant === undefined
      ? [sentence('header-unknown-field-how')]
      : [sentence('did-you-mean', { meant: `[${column.role}] ${meant}` }), sentence('codes-exact')],
    column,
  );

export const fieldOfOtherType = (column: FileColumn, other: DataType): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    [sentence('header-other-type', { column: columnLetters(column.index), field: column.key, type: other })],
    [sentence('header-other-type-how', { type: other })],
    column,
  );

/** @param place the first line that asks for a change; absent when the file has no other field */
export function inactiveField(column: FileColumn, place?: Place): FileProblem {
  const named = { column: columnLetters(column.index), field: column.key };
  return place
    ? problem(
        'HEADER_UNKNOWN_FIELD',
        [sentence('header-inactive-filled', { ...named, ...placeParams(place) })],
        [sentence('header-inactive-filled-how')],
        column,
        place,
      )
    : problem('HEADER_UNKNOWN_FIELD', [sentence('header-inactive', named)], [sentence('header-inactive-how')], column);
}

export const wrongDataType = (said: DataType, found: DataType): FileProblem =>
  problem(
    'WRONG_DATA_TYPE',
    [sentence('header-wrong-type', { said, type: found })],
    [sentence('header-wrong-type-how', { type: found })],
  );
