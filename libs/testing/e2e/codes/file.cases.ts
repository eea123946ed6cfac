import { expect } from '@jest/globals';
import type { FileCode } from '@roundtrip/contracts';
import { Sheet } from '@roundtrip/tour';
import { type Cast, column, goodBecomes, goodSheet, template, textOf } from './cast.js';
import type { CodeCase, FoundAtUpload, FoundInFile } from './code-case.js';
import { encrypted, zipOf } from './zip-files.js';

/** What is wrong with a file as a whole. The files are good ones that were spoilt, and the good one is the corrected one. */

/** The limits that these files exceed, as environment of the stack. */
export const lowLimits = {
  UPLOAD_MAX_BYTES: '100000',
  IMPORT_MAX_ROWS: '300',
  IMPORT_MAX_COLUMNS: '40',
  IMPORT_MAX_RECORD_BYTES: '8000',
} as const;

type FileCase = CodeCase & { found: FoundAtUpload | FoundInFile };

const fileCase = (
  code: FileCode,
  about: string,
  found: FileCase['found'],
  file: CodeCase['file'],
  more: Partial<FileCase> = {},
): FileCase => ({ code, about, found, file, form: { dataType: 'criteria' }, becomes: goodBecomes, ...more });

const good = (cast: Cast): string => textOf(goodSheet(cast));
const oldWorkbook = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const goodZip = (cast: Cast): Promise<Buffer> => zipOf({ 'teachers.csv': good(cast) });

/** The good file with another header line. */
const withHeader =
  (change: (header: string[]) => string[]) =>
  (cast: Cast): string => {
    const { header, rows } = goodSheet(cast);
    return textOf(new Sheet(change(header), rows));
  };
const renamed = (from: string, to: string) => withHeader((header) => header.map((cell) => (cell === from ? to : cell)));

/** The good file with one more column. */
const withColumn =
  (name: string, cell = '') =>
  (cast: Cast): string => {
    const { header, rows } = goodSheet(cast);
    return [[...header, name], ...rows.map((row) => [...row, cell])].map((cells) => `${cells.join(',')}\r\n`).join('');
  };

/** The good file, saved by a program that is older than UTF-8: é as Mac Roman has it. */
const savedOnMac = (cast: Cast, note: string): Buffer => {
  const sheet = template(cast, 'criteria', { PROFESSION: ['TEACHER', 'ARTIST', ''], NOTES: ['', note, ''] });
  for (const row of sheet.rows) row[sheet.column('FIRST_NAME')] = '';
  return Buffer.from(textOf(sheet).slice(1).replaceAll('é', '\x8e'), 'latin1');
};
const readings = expect.arrayContaining([
  { encoding: 'windows-1252', words: ['RenŽe'] },
  { encoding: 'macintosh', words: ['Renée'] },
]);

export const fileCases: readonly FileCase[] = [
  fileCase('FILE_EMPTY', 'no bytes', { at: 'upload', status: 422, says: ['empty', 'saved'] }, () => ''),
  fileCase('FILE_EMPTY', 'nothing but blank lines', { at: 'file', says: ['no text'] }, () => '\uFEFF\r\n \r\n,,\r\n'),
  fileCase(
    'FILE_TOO_LARGE',
    'more bytes than the limit',
    { at: 'upload', status: 413, says: ['100 kB', 'Split'] },
    (cast) => good(cast) + ',,,,,\r\n'.repeat(20_000),
  ),
  fileCase(
    'FILE_TOO_LARGE',
    'far more bytes than the limit',
    { at: 'upload', status: 413, says: ['100 kB', 'Split'] },
    (cast) => good(cast) + ',,,,,\r\n'.repeat(100_000),
  ),
  fileCase(
    'FILE_NOT_CSV',
    'an old Excel workbook',
    { at: 'upload', status: 422, says: ['old or a protected Excel workbook (.xls)', '“Excel workbook (.xlsx)”'] },
    () => oldWorkbook(),
    { fileName: 'teachers.csv' },
  ),
  fileCase(
    'FILE_NOT_CSV',
    'a web page that is called .csv',
    { at: 'upload', status: 422, says: ['web page', '.xlsx'] },
    () => '<html><table><tr><td>CONTACT_NUMBER</td></tr></table></html>',
  ),
  fileCase(
    'FILE_NOT_CSV',
    'a .zip with an old Excel workbook',
    { at: 'file', says: ['teachers.xls', 'Excel workbook', '.xlsx'] },
    async () => zipOf({ 'teachers.xls': oldWorkbook() }),
  ),
  fileCase('ZIP_NOT_ONE_CSV', 'two files', { at: 'file', says: ['a.csv', 'b.csv', 'one .csv or .xlsx'] }, (cast) =>
    zipOf({ 'a.csv': good(cast), 'b.csv': good(cast) }),
  ),
  fileCase('ZIP_NOT_ONE_CSV', 'no file', { at: 'file', says: ['no file', 'one .csv or .xlsx'] }, () =>
    zipOf({ '.DS_Store': '' }),
  ),
  fileCase(
    'ZIP_NOT_ONE_CSV',
    'parts with different columns',
    { at: 'file', part: 2, says: ['Part 2', 'part 1', 'same columns'] },
    (cast) => zipOf({ 'a_1.csv': good(cast), 'a_2.csv': withColumn(column('new', 'NOTES'))(cast) }),
  ),
  fileCase('ZIP_BOMB', 'far more than it seems', { at: 'file', says: ['200 times'] }, (cast) =>
    zipOf({ 'teachers.csv': Buffer.concat([Buffer.from(good(cast)), Buffer.alloc(10_000_000, '\n')]) }),
  ),
  fileCase('ZIP_CORRUPT', 'cut off', { at: 'file', says: ['damaged', 'anew'] }, async (cast) =>
    (await goodZip(cast)).subarray(0, -30),
  ),
  fileCase('ZIP_ENCRYPTED', 'a password', { at: 'file', says: ['password', 'without'] }, async (cast) =>
    encrypted(await goodZip(cast)),
  ),
  fileCase(
    'ENCODING_INVALID',
    'a start that says UTF-8, and a row that is not',
    { at: 'file', line: 3, says: ['row 3', 'CSV UTF-8'] },
    (cast) =>
      Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(good(cast).slice(1).replace('ARTIST', 'ÉLU'), 'latin1')]),
  ),
  fileCase('ENCODING_INVALID', 'UTF-16 that does not say so', { at: 'file', says: ['CSV UTF-8'] }, (cast) =>
    Buffer.from(good(cast).slice(1), 'utf16le'),
  ),
  fileCase(
    'HEADER_MISSING_COLUMN',
    'no contact numbers',
    { at: 'file', line: 1, column: 'Contactnumbre', says: ['column A', 'CONTACT_NUMBER'] },
    renamed('CONTACT_NUMBER', 'Contactnumbre'),
  ),
  fileCase(
    'HEADER_MISSING_COLUMN',
    'a title above the header',
    { at: 'file', line: 3, says: ['row 3', 'Delete the 2 lines above'] },
    (cast) => `Our teachers, 2026\r\n\r\n${good(cast).slice(1)}`,
  ),
  fileCase(
    'HEADER_MISSING_COLUMN',
    'cells separated by another sign',
    { at: 'file', says: ['the sign |', 'CSV UTF-8'] },
    (cast) => good(cast).replaceAll(',', '|'),
  ),
  fileCase('HEADER_MISSING_COLUMN', 'JSON', { at: 'file', says: ['JSON', 'CSV UTF-8'] }, ({ numbers }) =>
    JSON.stringify([{ CONTACT_NUMBER: numbers[0], EMAIL: '' }], null, 1),
  ),
  fileCase(
    'HEADER_MISSING_COLUMN',
    'one line',
    { at: 'file', says: ['one line'] },
    ({ numbers }) => `${numbers[0]},,Kim`,
  ),
  fileCase(
    'HEADER_MISSING_COLUMN',
    'nothing to change',
    { at: 'file', says: ['[new]'] },
    withHeader((header) => header.slice(0, -1)),
  ),
  fileCase(
    'HEADER_DUPLICATE',
    'the same field twice',
    { at: 'file', line: 1, column: column('new', 'PROFESSION'), says: ['F and G', '[new] PROFESSION', 'delete'] },
    withColumn(column('new', 'PROFESSION'), 'CLERK'),
  ),
  fileCase(
    'HEADER_UNKNOWN_FIELD',
    'a field that is misspelt',
    { at: 'file', line: 1, column: '[new] PROFESION', says: ['Column G', 'Did you mean [new] PROFESSION?'] },
    withColumn('[new] PROFESION'),
  ),
  fileCase(
    'HEADER_UNKNOWN_FIELD',
    'a field out of use',
    { at: 'file', line: 2, column: '[new] SEGMENT_2019', says: ['SEGMENT_2019', 'Column G', 'row 2', 'administrator'] },
    withColumn('[new] SEGMENT_2019', 'A'),
  ),
  fileCase(
    'HEADER_UNKNOWN_FIELD',
    'an authorisation among the criteria',
    { at: 'file', line: 1, column: '[new] PHONE', says: ['Column G', 'authorisation'] },
    withColumn('[new] PHONE'),
  ),
  fileCase(
    'HEADER_UNKNOWN_FIELD',
    'a column of somebody’s own',
    { at: 'file', line: 1, column: 'Remarks', says: ['Column G', 'CONTACT_NUMBER, EMAIL, LAST_NAME, FIRST_NAME'] },
    withColumn('Remarks'),
  ),
  fileCase(
    'HEADER_UNKNOWN_FIELD',
    'a column without a name that is filled',
    { at: 'file', line: 2, says: ['Column E', 'name', 'row 2'] },
    renamed(column('old', 'PROFESSION'), ''),
  ),
  fileCase(
    'WRONG_DATA_TYPE',
    'authorisations as criteria',
    {
      at: 'file',
      says: ['contact criteria', 'authorisations'],
      correctedForm: { dataType: 'authorisations' },
    },
    (cast) => textOf(template(cast, 'authorisations', { PHONE: ['FALSE', 'FALSE', ''] })),
    { becomes: { 'authorisations.PHONE': false } },
  ),
  fileCase('TOO_MANY_COLUMNS', 'a row that goes on', { at: 'file', line: 3, says: ['row 3', '40', 'delete'] }, (cast) =>
    good(cast).replace('ARTIST', `ARTIST${','.repeat(50)}`),
  ),
  fileCase('RECORD_TOO_LARGE', 'a row as long as a book', { at: 'file', line: 3, says: ['row 3', '8 kB'] }, (cast) =>
    good(cast).replace('ARTIST', 'A'.repeat(9_000)),
  ),
  fileCase('QUOTE_NOT_CLOSED', 'a quotation mark of its own', { at: 'file', line: 3, says: ['row 3', '"'] }, (cast) =>
    good(cast).replace('ARTIST', '"ARTIST'),
  ),
  fileCase(
    'NO_DATA_ROWS',
    'a header alone',
    { at: 'file', says: ['header line', 'template'] },
    (cast) => `${good(cast).split('\r\n')[0]}\r\n\r\n`,
  ),
  fileCase(
    'TOO_MANY_ROWS',
    'more rows than the limit',
    { at: 'file', says: ['300', 'Split'] },
    (cast) => good(cast) + Array.from({ length: 300 }, (_, at) => `X${at},,,,,\r\n`).join(''),
  ),
  fileCase(
    'ENCODING_UNCERTAIN',
    'letters that may be others',
    {
      at: 'file',
      says: ['UTF-8', 'readings', 'pick'],
      checked: [{ code: 'ENCODING_ASSUMED', readings, says: ['Windows-1252', 'Until then no update'] }],
      correctedForm: { dataType: 'criteria', encoding: 'macintosh' },
    },
    (cast) => savedOnMac(cast, 'Renée'),
  ),
  fileCase(
    'FILE_SORTED_APART',
    'its [old] and [new] columns were sorted without the numbers',
    { at: 'file', says: ['sorted apart', 'Start again'] },
    good,
    {
      ofTemplate: ({ header, rows }) =>
        new Sheet(
          header,
          rows.map((row, at) => [...row.slice(0, 4), ...rows[(at + 1) % rows.length]!.slice(4)]),
        ),
    },
  ),
  fileCase(
    'COLUMN_DAMAGED',
    'the zeros at the beginning of its numbers are lost',
    { at: 'file', says: ['CONTACT_NUMBER', 'zeros', '.xlsx'] },
    good,
    {
      ofTemplate: ({ header, rows }) =>
        new Sheet(
          header,
          rows.map(([number, ...rest]) => [String(Number(number)), ...rest]),
        ),
    },
  ),
];
