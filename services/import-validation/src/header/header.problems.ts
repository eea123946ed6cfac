import type { DataType, FileCode } from '@roundtrip/contracts';
import { FileProblem } from '@roundtrip/files';
import { columnLetters } from '@roundtrip/xlsx';
import type { FileColumn } from './file-columns.js';

/**
 * What can be wrong with a header, in the words of the help page. The sentences travel in events and mails: they name columns by their
 * letter and quote only what looks like a field, since the first line of a file without a header is somebody's data.
 */

const calledDataType: Record<DataType, string> = {
  criteria: 'contact criteria',
  authorisations: 'authorisations',
  contacts: 'contacts',
};

const keepHeader = 'Keep the first line of the template as it is; where it is gone, copy it from the template again.';

interface Place {
  line: number;
  part?: number;
}

function problem(code: FileCode, detail: string, hint: string, column?: FileColumn, place?: Place): FileProblem {
  return new FileProblem(code, detail, {
    hint,
    ...(column && { line: 1, ...(column.text !== '' && { column: column.text.slice(0, 200) }) }),
    ...place,
  });
}

const noNumber = 'The first line has no column CONTACT_NUMBER, so nobody can say which contacts the lines are about.';

export const noNumberColumn = (nearest: FileColumn | undefined): FileProblem =>
  problem(
    'HEADER_MISSING_COLUMN',
    noNumber,
    nearest ? `Did you mean column ${columnLetters(nearest.index)}? Call that column CONTACT_NUMBER.` : keepHeader,
    nearest,
  );

/** @param line where the header line stands */
export const headerFurtherDown = (line: number): FileProblem =>
  new FileProblem('HEADER_MISSING_COLUMN', `${noNumber} It stands in row ${line}.`, {
    line,
    hint: `Delete the ${line === 2 ? 'line' : `${line - 1} lines`} above it, so that the line with the names of the columns is the first one.`,
  });

/** @param separator as it is to be shown */
export const otherSeparator = (separator: string): FileProblem =>
  problem(
    'HEADER_MISSING_COLUMN',
    `The cells of the file are separated by ${separator}, which an import does not read.`,
    'Save the file as “CSV UTF-8”, with a comma, a semicolon or a TAB between the cells.',
  );

export const notATable = (format: 'JSON' | 'XML'): FileProblem =>
  problem(
    'HEADER_MISSING_COLUMN',
    `The file is ${format}, and an import reads a table: a first line with the names of the columns, then a line for each contact.`,
    'Export the contacts as “CSV UTF-8” from the program that made the file, or fill in the template.',
  );

export const oneLine = (): FileProblem =>
  problem(
    'HEADER_MISSING_COLUMN',
    'The file has one line only, and no column CONTACT_NUMBER in it: the line breaks seem to be lost, or the line with the names of the columns.',
    'Save the file again as “CSV UTF-8”: the names of the columns stand in the first line, and each contact has a line of its own.',
  );

export const nothingToChange = (dataType: DataType): FileProblem =>
  dataType === 'contacts'
    ? problem(
        'HEADER_MISSING_COLUMN',
        'The first line has no column beside CONTACT_NUMBER, so there is nothing to import.',
        'Add at least one column such as LAST_NAME or EMAIL.',
      )
    : problem(
        'HEADER_MISSING_COLUMN',
        'The first line has no column that starts with [new], so there is nothing to change.',
        `${keepHeader} Changes stand in the columns that start with [new].`,
      );

export const duplicate = (first: FileColumn, second: FileColumn): FileProblem =>
  problem(
    'HEADER_DUPLICATE',
    `Columns ${columnLetters(first.index)} and ${columnLetters(second.index)} have the same ${second.role === 'plain' ? 'name' : `field, [${second.role}] ${second.key.slice(0, 40)}`}, so nobody can say which one counts.`,
    'Keep one of the two, and delete the other.',
    second,
  );

/** @param place the first line that has something in the column */
export const nameless = (column: FileColumn, place: Place): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    `Column ${columnLetters(column.index)} has no name in the first line, and something stands in it ${inRow(place)}.`,
    'Give the column the name that it has in the template, or delete it.',
    column,
    place,
  );

const inRow = ({ line, part }: Place): string =>
  part === undefined ? `in row ${line}` : `in row ${line} of part ${part}`;

export const unknownColumn = (column: FileColumn, meant: string | undefined, allowed: string): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    `Column ${columnLetters(column.index)} has a name that an import does not know.`,
    meant
      ? `Did you mean ${meant}? Call the column so, or delete it.`
      : `Delete the column, or give it a name that is known: ${allowed}.`,
    column,
  );

export const unknownField = (column: FileColumn, dataType: DataType, meant: string | undefined): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    `Column ${columnLetters(column.index)} names the field “${column.key.slice(0, 40)}”, which is none of the ${calledDataType[dataType]} of your institution.`,
    meant
      ? `Did you mean [${column.role}] ${meant}? Codes are compared exactly, case and accents included.`
      : 'Delete the column, or look up the code under “Access criterion values”.',
    column,
  );

export const fieldOfOtherType = (column: FileColumn, other: DataType): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    `Column ${columnLetters(column.index)} names the field “${column.key}”, which belongs to the ${calledDataType[other]}.`,
    `Delete the column, and import it as ${calledDataType[other]} in a file of its own.`,
    column,
  );

/** @param place the first line that asks for a change; absent when the file has no other field */
export const inactiveField = (column: FileColumn, place?: Place): FileProblem =>
  problem(
    'HEADER_UNKNOWN_FIELD',
    `Column ${columnLetters(column.index)} names the field “${column.key}”, which has been deactivated and can no longer be changed${place ? `, and the cell ${inRow(place)} is filled` : ''}.`,
    `${place ? 'Clear the cells of the column, or delete it' : 'Use another template'}, or ask an administrator to activate the field again.`,
    column,
    place,
  );

export const wrongDataType = (said: DataType, found: DataType): FileProblem =>
  problem(
    'WRONG_DATA_TYPE',
    `The import was started for ${calledDataType[said]}, and the columns of the file are those of ${calledDataType[found]}.`,
    `Start the import again and choose the data type “${calledDataType[found]}”, or upload the other file.`,
  );
