import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { SheetRow, XlsxLimits } from './sheet.reader.js';
import { openWorkbook } from './workbook.reader.js';
import { XlsxError } from './xlsx.errors.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...of: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook of one sheet, of which each part can be another. */
const partsOf = (more: Record<string, string> = {}): Record<string, string> => ({
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ),
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[$-407]d. mmmm yyyy"/><numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>A</t></si><si><r><rPr/><t>B</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><t xml:space="preserve"> &amp; C </t></r></si><si/></sst>`,
  ...more,
});
const sheetOf = (data: string, attributes = ''): string =>
  `<worksheet xmlns="${main}"${attributes}><sheetData>${data}</sheetData></worksheet>`;

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const wide: XlsxLimits = { maxRecordBytes: 100_000, maxColumns: 2_000, maxRows: 10_000 };

interface Read {
  rows: SheetRow[];
  seen: { blankLines: number; hiddenRows: number; mergedRanges: number };
}

let folder: string;
let opened = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spec-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readParts(
  parts: Record<string, string>,
  {
    size = 1000,
    limits = {},
    bytesInMemory,
  }: { size?: number; limits?: Partial<XlsxLimits>; bytesInMemory?: number } = {},
): Promise<Read> {
  const workbook = await openWorkbook(
    { names: Object.keys(parts), open: (name) => pieces(parts[name]!, size) },
    { spoolPath: join(folder, String(opened++)), maxTextLength: 100_000, ...(bytesInMemory && { bytesInMemory }) },
  );
  try {
    const sheet = workbook.rows(workbook.sheets[0]!, { ...wide, ...limits });
    const rows: SheetRow[] = [];
    for await (const batch of sheet.batches) rows.push(...batch);
    return { rows, seen: sheet.seen() };
  } finally {
    workbook.close();
  }
}
const readSheet = (data: string, more: Record<string, string> = {}, options = {}): Promise<Read> =>
  readParts(partsOf({ 'xl/worksheets/sheet1.xml': sheetOf(data), ...more }), options);

/** The cells of the only row. */
const cellsOf = async (cells: string): Promise<string[]> =>
  (await readSheet(`<row>${cells}</row>`)).rows[0]?.cells ?? [];
const oddOf = async (cell: string) => {
  const [row] = (await readSheet(`<row><c t="str"><v>x</v></c>${cell}</row>`)).rows;
  return [row?.cells[1], row?.odd];
};

async function problemOf(read: Promise<unknown>): Promise<Pick<XlsxError, 'code' | 'line'>> {
  const error: unknown = await read.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof XlsxError)) throw error ?? new Error('It was read');
  return { code: error.code, line: error.line };
}

describe('a cell', () => {
  it.each([
    ['a shared text', '<c t="s"><v>0</v></c>', 'A'],
    ['a shared rich text, without how it is pronounced', '<c t="s"><v>1</v></c>', 'B & C '],
    ['an inline text', '<c t="inlineStr"><is><t>x</t></is></c>', 'x'],
    ['an inline rich text', '<c t="inlineStr"><is><r><t>x</t></r><rPh><t>no</t></rPh><r><t>y</t></r></is></c>', 'xy'],
    ['spaces that are to be kept', '<c t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>', ' x '],
    ['spaces that are not', '<c t="inlineStr"><is><t>\n x </t></is></c>', 'x'],
    [
      'characters by name and number',
      '<c t="str"><v>&lt;&#x20AC;&#8364;&quot;&apos;&gt;&amp;amp;</v></c>',
      '<€€"\'>&amp;',
    ],
    ['CDATA', '<c t="str"><v>a<![CDATA[<&amp;]]>b<!-- c --></v></c>', 'a<&amp;b'],
    ['a character that XML cannot hold', '<c t="str"><v>a_x000D__x005F_x000A__x263a_</v></c>', 'a\r_x000A_☺'],
    ['a line break of each kind', '<c t="str"><v>a\r\nb\rc&#10;d</v></c>', 'a\nb\nc\nd'],
    ['a text that begins like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', '=1+1'],
    ['a whole number', '<c><v>42</v></c>', '42'],
    ['a number with zeros in front', '<c><v>007</v></c>', '7'],
    ['a number as computers keep it', '<c><v>0.30000000000000004</v></c>', '0.30000000000000004'],
    ['the shortest of a long one', '<c><v>0.10000000000000001</v></c>', '0.1'],
    ['an exponent', '<c><v>1.5E+20</v></c>', '150000000000000000000'],
    ['a small one', '<c><v>1.25E-7</v></c>', '0.000000125'],
    ['a negative one', '<c t="n"><v>-12.50</v></c>', '-12.5'],
    ['nothing below zero', '<c><v>-0</v></c>', '0'],
    ['a date', '<c s="1"><v>45717</v></c>', '2025-03-01'],
    ['a date in a format of its own', '<c s="2"><v>45717</v></c>', '2025-03-01'],
    ['a number whose format only quotes a d', '<c s="3"><v>45717</v></c>', '45717'],
    ['the last day before the one that never was', '<c s="1"><v>59</v></c>', '1900-02-28'],
    ['the day that never was', '<c s="1"><v>60</v></c>', '1900-02-29'],
    ['the first day', '<c s="1"><v>1</v></c>', '1900-01-01'],
    ['a date of ISO 29500 strict', '<c t="d"><v>2025-03-01T00:00:00</v></c>', '2025-03-01'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['no', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['blank ones in front', '<c/><c s="1"/><c t="s"/><c r="E1"><v>1</v></c>', undefined],
  ])('is read: %s', async (_what, cell, text) => {
    if (text === undefined) {
      expect(await problemOf(cellsOf(cell))).toEqual({ code: 'WORKBOOK_DAMAGED', line: 1 });
    } else expect(await cellsOf(cell)).toEqual([text]);
  });

  it.each([
    ['a formula', '<c><f>1+1</f><v>2</v></c>', '2', 'formula'],
    ['a formula of a text', '<c t="str"><f>A1</f><v>x</v></c>', 'x', 'formula'],
    ['a formula that nobody has worked out', '<c><f>1+1</f><v></v></c>', undefined, 'formulaWithoutValue'],
    ['the same without a value at all', '<c><f>1+1</f></c>', undefined, 'formulaWithoutValue'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A', 'errorValue'],
    ['a time of day', '<c s="4"><v>45717.5</v></c>', '2025-03-01 12:00:00', 'timeOfDay'],
    [
      'a time of day of ISO 29500 strict',
      '<c t="d"><v>2025-03-01T12:30:00</v></c>',
      '2025-03-01 12:30:00',
      'timeOfDay',
    ],
    ['a number of 18 digits', '<c><v>1.23456789012346E+17</v></c>', '123456789012346000', 'tooManyDigits'],
  ])('is noted where it is more than its text: %s', async (_what, cell, text, is) => {
    expect(await oddOf(cell)).toEqual([text, [{ column: 1, is }]]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const workbook = partsOf()['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const { rows } = await readSheet('<row><c s="1"><v>44255</v></c></row>', { 'xl/workbook.xml': workbook });
    expect(rows[0]?.cells).toEqual(['2025-03-01']);
  });
});

describe('the rows of a sheet', () => {
  it('stand at their places, with or without references, in any order of cells', async () => {
    const { rows, seen } = await readSheet(
      '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row><row><c><v>4</v></c><c><v>5</v></c></row><row r="7" hidden="1"><c r="AA7"><v>6</v></c></row><row r="9"><c r="A9" t="str"><v> </v></c></row>',
    );
    expect(rows).toEqual([
      { line: 2, cells: ['1', '', '3'] },
      { line: 3, cells: ['4', '5'] },
      { line: 7, cells: [...Array.from({ length: 26 }, () => ''), '6'] },
    ]);
    expect(seen).toEqual({ blankLines: 4, hiddenRows: 1, mergedRanges: 0 });
  });

  it('that come in two pieces are one', async () => {
    const { rows } = await readSheet('<row r="1"><c r="B1"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>');
    expect(rows).toEqual([{ line: 1, cells: ['1', '2'] }]);
  });

  it('tell how many places are merged', async () => {
    const sheet = `<worksheet xmlns="${main}"><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells></worksheet>`;
    expect((await readParts(partsOf({ 'xl/worksheets/sheet1.xml': sheet }))).seen.mergedRanges).toBe(2);
  });

  it('are found under any prefix, in strict namespaces, by absolute names, beside what others have put in', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const parts = partsOf({
      'xl/_rels/workbook.xml.rels': `<?xml version='1.0'?><p:Relationships xmlns:p='http://schemas.openxmlformats.org/package/2006/relationships'><p:Relationship Target='/xl/Worksheets/SHEET1.xml' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' Id='rId1'/></p:Relationships>`,
      'xl/worksheets/sheet1.xml': `\uFEFF<?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="${strict}" xmlns:x14ac="urn:other"><x:sheetData><x:row x14ac:dyDescent="0.2" r="1"><x:c t='str' r='A1' ><x:v>a</x:v ></x:c><x14ac:c><x14ac:v>no</x14ac:v></x14ac:c><c xmlns="${strict}"><v>2</v></c></x:row></x:sheetData></x:worksheet>`,
    });
    expect((await readParts(parts)).rows).toEqual([{ line: 1, cells: ['a', '2'] }]);
  });

  it('are found without the texts and styles that they do not need', async () => {
    const parts = partsOf({ 'xl/worksheets/sheet1.xml': sheetOf('<row><c><v>1</v></c></row>') });
    parts['xl/_rels/workbook.xml.rels'] = relations(['worksheet', 'worksheets/sheet1.xml']);
    delete parts['xl/styles.xml'];
    delete parts['xl/sharedStrings.xml'];
    expect((await readParts(parts)).rows).toEqual([{ line: 1, cells: ['1'] }]);
  });

  it('are read in UTF-16, too', async () => {
    const parts = partsOf({ 'xl/worksheets/sheet1.xml': '' });
    const bytes = Buffer.from(`\uFEFF${sheetOf('<row><c t="str"><v>é😀</v></c></row>')}`, 'utf16le');
    const workbook = await openWorkbook(
      {
        names: Object.keys(parts),
        open: (name) =>
          name.endsWith('sheet1.xml')
            ? (async function* () {
                for (const byte of bytes) yield Uint8Array.of(byte);
              })()
            : pieces(parts[name]!, 100),
      },
      { spoolPath: join(folder, 'utf16'), maxTextLength: 1000 },
    );
    const rows: SheetRow[] = [];
    for await (const batch of workbook.rows(workbook.sheets[0]!, wide).batches) rows.push(...batch);
    expect(rows).toEqual([{ line: 1, cells: ['é😀'] }]);
  });

  it('are those of ten million blank cells that stand between ten filled ones', async () => {
    const filled = Array.from({ length: 10 }, (_, at) => `<row r="${at * 100_000 + 1}"><c><v>${at}</v></c></row>`);
    const { rows, seen } = await readSheet(`${filled.join('')}<row r="1048576" s="1" customFormat="1"/>`);
    expect(rows).toHaveLength(10);
    expect(seen.blankLines).toBe(899_991);
  });
});

describe('shared texts beyond what may stay in memory', () => {
  it('are kept on disk, and are the same', async () => {
    const texts = Array.from({ length: 30_000 }, (_, at) => `text ${at} é${'x'.repeat(at % 40)}`);
    const parts = {
      'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    };
    const order = texts.map((_, at) => (at * 7_919) % texts.length);
    const data = order.map((at) => `<row><c t="s"><v>${at}</v></c></row>`).join('');
    const { rows } = await readSheet(data, parts, {
      bytesInMemory: 200_000,
      size: 65_536,
      limits: { maxRows: 30_000 },
    });
    expect(rows.map(({ cells }) => cells[0])).toEqual(order.map((at) => texts[at]));
    expect((await readdir(folder)).length).toBeGreaterThan(0);
  });
});

describe('a workbook is refused', () => {
  const row = (cells: string): string => sheetOf(`<row r="3">${cells}</row>`);
  it.each<[string, string, Partial<XlsxLimits>?, (string | number)[]?]>([
    ['with a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${row('')}`],
    ['with an entity of its own', row('<c t="str"><v>&a;</v></c>')],
    ['with a bare &', row('<c t="str"><v>a & b</v></c>')],
    ['with a character that XML does not have', row('<c t="str"><v>&#1;</v></c>')],
    ['that is cut', row('').slice(0, -5)],
    ['with tags that cross', '<worksheet><a><b></a></b></worksheet>'],
    ['with two roots', `${row('')}<a/>`],
    ['with text around', `x${row('')}`],
    ['with an attribute without quotes', '<worksheet a=b></worksheet>'],
    ['that is nested endlessly', '<a>'.repeat(300)],
    ['with a text that is missing', row('<c t="s"><v>3</v></c>'), {}, ['WORKBOOK_DAMAGED', 3]],
    ['with a text that is none', row('<c t="s"><v>x</v></c>'), {}, ['WORKBOOK_DAMAGED', 3]],
    ['with a number that is none', row('<c><v>0x10</v></c>'), {}, ['WORKBOOK_DAMAGED', 3]],
    ['with a cell twice', row('<c r="A3"><v>1</v></c><c r="A3"><v>2</v></c>'), {}, ['WORKBOOK_DAMAGED', 3]],
    ['with a cell nowhere', row('<c r="3"><v>1</v></c>'), {}, ['WORKBOOK_DAMAGED', 3]],
    ['with a cell of an unknown type', row('<c t="x"><v>1</v></c>'), {}, ['WORKBOOK_DAMAGED', 3]],
    ['with rows that go up', sheetOf('<row r="3"/><row r="2"/>'), {}, ['WORKBOOK_DAMAGED', 2]],
    ['with a column behind the last', row('<c r="XFE3"/>'), {}, ['TOO_MANY_COLUMNS', 3]],
    ['with a column behind the limit', row('<c r="C3"><v>1</v></c>'), { maxColumns: 2 }, ['TOO_MANY_COLUMNS', 3]],
    ['with a row behind the last', sheetOf('<row r="1048577"/>'), {}, ['TOO_MANY_ROWS']],
    [
      'with more rows than the limit',
      sheetOf('<row><c><v>1</v></c></row>'.repeat(3)),
      { maxRows: 1 },
      ['TOO_MANY_ROWS', 3],
    ],
    [
      'with a row that is too long',
      row('<c><v>12345</v></c><c><v>123456</v></c>'),
      { maxRecordBytes: 10 },
      ['RECORD_TOO_LARGE', 3],
    ],
    ['with a text that is too long', row(`<c t="str"><v>${'x'.repeat(200)}</v></c>`), { maxRecordBytes: 100 }],
  ])('%s, however it is cut', async (_what, sheet, limits = {}, [code = 'WORKBOOK_DAMAGED', line] = []) => {
    for (const size of [1, 7, 100_000]) {
      const read = readParts(partsOf({ 'xl/worksheets/sheet1.xml': sheet }), { size, limits });
      expect(await problemOf(read)).toEqual({ code, line });
    }
  });

  it('that lacks its sheet', async () => {
    expect(await problemOf(readParts(partsOf()))).toEqual({ code: 'WORKBOOK_DAMAGED', line: undefined });
  });
});

/** Any XML of a sheet: by the book or not. */
const texts = fc.array(
  fc.constantFrom('a', ' ', 'é', '😀', '&lt;', '&#x20AC;', '_x000D_', '\r\n', '<![CDATA[<]]>', '&'),
  { maxLength: 5 },
);
const cell = fc.oneof(
  texts.map((some) => `<c t="str"><v>${some.join('')}</v></c>`),
  texts.map((some) => `<c t='inlineStr'><is><t xml:space="preserve">${some.join('')}</t></is></c>`),
  fc.nat(4).map((at) => `<c t="s"><v>${at}</v></c>`),
  fc.double({ noNaN: true }).map((number) => `<c s="${Math.floor(Math.abs(number)) % 5}"><v>${number}</v></c>`),
  fc.constantFrom('<c/>', '<c><f>1</f></c>', '<c t="e"><v>#N/A</v></c>', '<!-- > -->', '<c a=">"></c>', '<x:c/>', '<c'),
);
const sheet = fc
  .array(
    fc.array(cell, { maxLength: 4 }).map((cells) => `<row spans="1:4">${cells.join('')}</row>`),
    { maxLength: 5 },
  )
  .map((rows) => sheetOf(rows.join('')));

describe('wherever the bytes are cut', () => {
  it('the rows are the same, or what is wrong with them', async () => {
    const outcome = async (text: string, size: number): Promise<unknown> => {
      const read = readParts(partsOf({ 'xl/worksheets/sheet1.xml': text }), { size });
      return read.catch((error: unknown) => {
        if (error instanceof XlsxError) return [error.code, error.line, error.message];
        throw error;
      });
    };
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 40 }), async (text, size) => {
        expect(await outcome(text, size)).toEqual(await outcome(text, 1_000_000));
      }),
    );
  });
});
