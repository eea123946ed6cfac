import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataType, PlannedLine } from '@roundtrip/contracts';
import { type WholeDatabase } from '@roundtrip/database';
import { createZip, ObjectStore } from '@roundtrip/files';
import { startOnOwnDatabase, type TestService, type WorkbookCell, workbookFile } from '@roundtrip/test-kit';
import { inWords } from './in-words.js';
import { AppModule } from '../src/app.module.js';
import { ImportValidationConfig } from '../src/config.js';
import { givenDefinitions, givenUpload, readPlan, receivesRequest, requestOf } from './uploads.js';

/** The same table as .csv and as .xlsx: the same plan. And what a workbook alone can say. */

const tables: Record<DataType, string[][]> = {
  criteria: [
    ['CONTACT_NUMBER', 'EMAIL', '[old] GENRE', '[new] GENRE', '[old] NOTE', '[new] NOTE', '[errors]'],
    ['001', 'a@example.org', 'ROCK', 'JAZZ', "'=1", 'one\ntwo', 'was wrong'],
    ['', '', '', '', '', '', ''],
    ['002', '', '', 'POP', '', 'Empty', ''],
    ['003', '', '', '', "'=1", "'=2", ''],
    ['003', '', '', '', '', ' ', ''],
  ],
  authorisations: [
    ['CONTACT_NUMBER', '[old] EMAIL', '[new] EMAIL'],
    ['001', 'Empty', 'TRUE'],
    ['002', '', 'nein'],
  ],
  contacts: [
    ['CONTACT_NUMBER', 'LAST_NAME', 'PHONE', 'BIRTH_DATE'],
    ['001', 'Lefèvre', "'+33 1 23", '2001-02-03'],
    ['002', '', '', '3 mars'],
  ],
};

describe('a workbook', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let importId: string;
  const institution = `books-${randomBytes(4).toString('hex')}`;

  beforeAll(async () => {
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'import-validation',
      config: ImportValidationConfig,
    }));
    await givenDefinitions(database, institution);
    await database.institutions.insertOne({
      _id: institution,
      name: 'Books',
      delimiter: ',',
      language: 'en',
      allowedEmailDomains: [],
    });
  });
  afterAll(() => close());
  beforeEach(() => {
    importId = `imp_${randomBytes(8).toString('hex')}`;
  });

  const examine = async (content: string | Buffer, dataType: DataType = 'criteria') => {
    importId = `imp_${randomBytes(8).toString('hex')}`;
    await givenUpload(store, importId, content);
    await receivesRequest(service, database, requestOf(importId, institution, { dataType }));
    const outcome = await database.validations.findOne({ _id: importId });
    const plan = outcome?.plan;
    const lines = plan ? (await readPlan(store, importId, plan.chunks)).flat() : [];
    return { outcome, plan, lines };
  };
  const sheet = (rows: WorkbookCell[][]) => workbookFile([{ name: 'Contacts', rows }]);
  const zip = (files: Record<string, Buffer>): Promise<Buffer> =>
    buffer(createZip(Object.entries(files).map(([name, content]) => ({ name, content: Readable.from([content]) }))));
  const csvOf = (rows: string[][]): string =>
    rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`).join('');

  it.each(['criteria', 'authorisations', 'contacts'] as const)(
    'of %s makes the plan that the same table as a .csv makes',
    async (dataType) => {
      const table = tables[dataType];
      const csv = await examine(csvOf(table), dataType);
      const workbook = await examine(await sheet(table), dataType);
      const zipped = await examine(await zip({ 'a.xlsx': await sheet(table) }), dataType);
      expect(csv.lines.length).toBe(table.filter((cells) => cells.some((cell) => cell !== '')).length - 1);
      for (const { lines, plan } of [workbook, zipped]) {
        expect(lines).toEqual(csv.lines);
        expect({ ...plan, attempt: '', chunkHashes: [] }).toEqual({
          ...csv.plan,
          // And where a spreadsheet shows each column.
          sheetColumns: csv.plan?.header.map((_, index) => 'ABCDEF'[index]),
          attempt: '',
          chunkHashes: [],
          // A workbook has none: it is that of the institution.
          delimiter: ',',
        });
      }
    },
  );

  it('of ours has no guards against formulas: its texts are what they are, and mean what those of the .csv mean', async () => {
    const written: [workbook: string, csv: string][] = [
      ['=1+1', "'=1+1"],
      ["'=1", "''=1"],
      ['="00123"', `'="00123"`],
      ['+33', "'+33"],
      ["'+33", "''+33"],
      ['@x', "'@x"],
      ["'tis", "'tis"],
      ["'Empty", "'Empty"],
    ];
    const header = ['CONTACT_NUMBER', '[old] NOTE', '[new] NOTE'];
    const rowsOf = (form: 0 | 1): string[][] => [
      header,
      ...written.map((texts) => [texts[form], texts[form], `${texts[form]} and more`]),
    ];
    const asked = ({ contactNumber, changes, issues }: PlannedLine) => ({ contactNumber, changes, issues });
    const csv = (await examine(csvOf(rowsOf(1)))).lines.map(asked);
    expect(csv.map(({ contactNumber }) => contactNumber)).toContain('="00123"');
    const ours = { name: 'Contacts', rows: rowsOf(0) };
    const marked = await workbookFile([ours, { name: '_roundtrip', rows: [['formVersion', '1']] }]);
    expect((await examine(marked)).lines.map(asked)).toEqual(csv);
    expect((await examine(await workbookFile([ours]))).lines.map(asked)).not.toEqual(csv);
  });

  it('in several parts is read in the order of their numbers, with duplicates across them', async () => {
    const [header, ...rows] = tables.criteria as [string[], ...string[][]];
    const parts = await zip({
      't_2.xlsx': await sheet([header, rows[3]!]),
      't_1.xlsx': await sheet([header, rows[4]!]),
    });
    const { lines } = await examine(parts);
    expect(lines.map(({ part, line, issues }) => [part, line, issues.map(({ code }) => code)])).toEqual([
      [1, 2, ['CONTACT_DUPLICATE_ROW']],
      [2, 2, ['CONTACT_DUPLICATE_ROW']],
    ]);
  });

  const told = ({ issues }: PlannedLine): string[] =>
    issues.map(inWords).map(({ code, message }) => `${code} ${/\b[A-Z]+\d+\b/.exec(message)?.[0] ?? ''}`.trim());

  it('says of a cell what it is beside its text, where it asks for something or says who is meant', async () => {
    const header = ['CONTACT_NUMBER', 'LAST_NAME', '[old] NOTE', '[new] NOTE'];
    const error: WorkbookCell = { attributes: 't="e"', content: '<v>#REF!</v>' };
    const { lines } = await examine(
      await sheet([
        header,
        ['001', error, error, { content: '<f>A1</f><v>7</v>' }],
        [error, '', '', 'x'],
        [{ content: '<v>123456789012345678</v>' }, '', '', 'x'],
        ['004', '', '', { attributes: 's="1"', content: '<v>45717.25</v>' }],
        ['005', '', '', { content: '<f>A1</f>' }],
        [{ content: '<v>6</v>' }, '', '', { attributes: 's="1"', content: '<v>45717</v>' }],
        ['007', '', '', 'x', '', 'beside'],
      ]),
    );
    expect(lines.map(told)).toEqual([
      ['FORMULA_READ D2'],
      ['CELL_ERROR_VALUE A3'],
      ['VALUE_DAMAGED A4'],
      ['DATE_WITH_TIME D5'],
      ['FORMULA_WITHOUT_VALUE D6'],
      [],
      ['ROW_WIDTH F8'],
    ]);
    expect(lines.map(({ contactNumber }) => contactNumber)).toEqual([
      '001',
      undefined,
      undefined,
      '004',
      '005',
      '6',
      undefined,
    ]);
    expect(lines.map(({ changes }) => changes.map((change) => change.new))).toEqual([
      ['7'],
      ['x'],
      ['x'],
      [],
      [],
      ['2025-03-01'],
      [],
    ]);
  });

  it('says what hides in its sheet, and reads it all the same', async () => {
    const [header, first] = tables.criteria as [string[], string[]];
    const book = await workbookFile([
      { name: 'Notes', rows: [['x']] },
      { name: 'People', rows: [header, first], hidden: [2], merged: ['A2:B2', 'C2:D2'] },
    ]);
    const { plan, lines } = await examine(book);
    expect(plan?.warnings.map(inWords).map(({ code, message }) => [code, /\d/.exec(message)?.[0]])).toEqual([
      ['ROWS_HIDDEN', '1'],
      ['CELLS_MERGED', '2'],
    ]);
    expect(lines).toHaveLength(1);
  });

  it.each<[string, () => Promise<Buffer>, string, string]>([
    ['is cut off', async () => (await sheet(tables.criteria)).subarray(0, -40), 'WORKBOOK_DAMAGED', 'cut off'],
    ['has no text', () => sheet([]), 'FILE_EMPTY', 'no text'],
    ['has a header alone', () => sheet([tables.criteria[0]!]), 'NO_DATA_ROWS', 'no line'],
    ['has a title above its header', () => sheet([['Title'], ...tables.criteria]), 'HEADER_MISSING_COLUMN', 'row 2'],
    [
      'has a text that is missing',
      () => sheet([...tables.criteria, [{ attributes: 't="s"', content: '<v>1</v>' }]]),
      'WORKBOOK_DAMAGED',
      'text is missing',
    ],
  ])('that %s is refused by name', async (_what, make, code, says) => {
    const { outcome } = await examine(await make());
    expect(outcome?.outcome).toBe('rejected');
    expect(inWords(outcome!.problem!)).toMatchObject({ code, message: expect.stringContaining(says) });
  });
});
