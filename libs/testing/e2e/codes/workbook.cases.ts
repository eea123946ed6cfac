import type { IssueCode } from '@roundtrip/contracts';
import { type WorkbookCell, workbookFile, type WorkbookSheetFile } from '@roundtrip/test-kit';
import { type Cast, column, goodBecomes, goodSheet, template } from './cast.js';
import type { CodeCase, FoundInFile, FoundInLines } from './code-case.js';
import { zipOf } from './zip-files.js';

/** What can be wrong with a workbook, and what is right with one: a good template as .xlsx that was spoilt. */

type Rows = WorkbookCell[][];

const goodRows = (cast: Cast): Rows => {
  const { header, rows } = goodSheet(cast);
  return [header, ...rows];
};
const contacts = (cast: Cast): WorkbookSheetFile => ({ name: 'Contacts', rows: goodRows(cast) });
const newProfession = column('new', 'PROFESSION');

const inFile = (
  code: IssueCode,
  about: string,
  says: readonly string[],
  sheets: (cast: Cast) => WorkbookSheetFile[],
): CodeCase & { found: FoundInFile } => ({
  code,
  about,
  form: { dataType: 'criteria' },
  fileName: 'teachers.xlsx',
  file: (cast) => workbookFile(sheets(cast)),
  found: { at: 'file', says },
  becomes: goodBecomes,
});

/** One `[new]` cell that is no text, on the first line. */
const wrongCell = (
  code: IssueCode,
  about: string,
  cell: WorkbookCell,
  says: readonly string[],
  field = 'PROFESSION',
): CodeCase & { found: FoundInLines } => ({
  code,
  about,
  form: { dataType: 'criteria' },
  file: (cast) => {
    const { header, rows } = template(cast, 'criteria', { PROFESSION: ['', 'ARTIST', ''], [field]: ['', '', ''] });
    const cells: Rows = [header, ...rows.map((row) => [...row])];
    cells[2]![header.indexOf(newProfession)] = 'ARTIST';
    cells[1]![header.indexOf(column('new', field))] = cell;
    return workbookFile([{ name: 'Contacts', rows: cells }]);
  },
  found: {
    at: 'lines',
    issues: [{ code, line: 2, column: column('new', field), says }],
    lines: { applied: 1, unchanged: 1, rejected: 1 },
    correct: (rejected) => {
      for (const part of [field, 'PROFESSION']) rejected.rows[0]![rejected.column(`[new] ${part}`)] = '';
      rejected.rows[0]![rejected.column('[new] PROFESSION')] = 'TEACHER';
    },
  },
  becomes: goodBecomes,
});
const warned = (
  code: IssueCode,
  about: string,
  issue: { line?: number; column?: string; says: readonly string[] },
  sheet: (cast: Cast) => WorkbookSheetFile,
): CodeCase & { found: FoundInLines } => ({
  code,
  about,
  form: { dataType: 'criteria' },
  file: (cast) => workbookFile([sheet(cast)]),
  found: { at: 'lines', issues: [{ code, ...issue }], lines: { applied: 2, unchanged: 1 } },
  becomes: goodBecomes,
});

export const workbookCases: readonly CodeCase[] = [
  {
    ...inFile('WORKBOOK_DAMAGED', 'cut off', ['damaged', 'save it again'], (cast) => [contacts(cast)]),
    file: async (cast) => (await workbookFile([contacts(cast)])).subarray(0, -30),
  },
  {
    ...inFile('WORKBOOK_DAMAGED', 'a DOCTYPE', ['DOCTYPE', 'save it again'], () => []),
    file: () =>
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>',
      }),
  },
  inFile('WORKBOOK_SHEET_MISSING', 'no sheet with numbers', ['2 sheets', '“Contacts”'], () => [
    { name: 'Budget', rows: [['Year'], ['2026']] },
    { name: 'Empty', rows: [] },
  ]),
  inFile('WORKBOOK_SHEET_AMBIGUOUS', 'two sheets with numbers', ['sheets 1, 3', '“Contacts”'], (cast) => [
    { ...contacts(cast), name: 'May' },
    { name: 'Notes', rows: [['x']] },
    { ...contacts(cast), name: 'June' },
  ]),
  wrongCell('CELL_ERROR_VALUE', 'an error of the spreadsheet', { attributes: 't="e"', content: '<v>#N/A</v>' }, [
    'F2',
    'clear the cell',
  ]),
  wrongCell('FORMULA_WITHOUT_VALUE', 'a formula of a program', { content: '<f>A1</f>' }, ['F2', 'save it again']),
  wrongCell(
    'DATE_WITH_TIME',
    'an hour beside the date',
    { attributes: 's="1"', content: '<v>45717.5</v>' },
    ['H2', '2025-03-31'],
    'LAST_VISIT',
  ),
  wrongCell(
    'VALUE_DAMAGED',
    'a number that the spreadsheet has shortened',
    { content: '<v>1.23456789012346E+17</v>' },
    ['H2', '15 digits'],
    'DONATIONS',
  ),
  warned(
    'FORMULA_READ',
    'a formula with its value',
    { line: 2, column: newProfession, says: ['F2', 'as a value'] },
    (cast) => {
      const rows = goodRows(cast);
      rows[1]![5] = { attributes: 't="str"', content: '<f>"TEACHER"</f><v>TEACHER</v>' };
      return { name: 'Contacts', rows };
    },
  ),
  warned('ROWS_HIDDEN', 'a filter', { says: ['1 row', 'count like all others'] }, (cast) => ({
    ...contacts(cast),
    hidden: [3],
  })),
  warned('CELLS_MERGED', 'merged cells', { says: ['1 place', 'Undo the merging'] }, (cast) => ({
    ...contacts(cast),
    merged: ['C2:D2'],
  })),
];
