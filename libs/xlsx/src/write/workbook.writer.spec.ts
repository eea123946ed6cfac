import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openWorkbook } from '../workbook.reader.js';
import { CELL_TEXT_MAX, fittingText } from './cell-text.js';
import type { Row, SheetContent } from './sheet.writer.js';
import type { CellStyle } from './styles.writer.js';
import { writeWorkbook } from './workbook.writer.js';

const open: CellStyle = { locked: false };
const shut: CellStyle = { locked: true, fill: 'DDDDDD', color: '444444' };
const wrong: CellStyle = { locked: false, fill: 'FFC7CE' };
const madeAt = new Date('2026-03-01T09:05:30.123Z');

type Parts = Record<string, string>;
async function partsOf(sheets: SheetContent[]): Promise<Parts> {
  const parts: Parts = {};
  for await (const { name, content } of writeWorkbook({ title: 'A & "B"', madeAt, sheets })) {
    const blocks: Buffer[] = [];
    for await (const block of content) blocks.push(block);
    parts[name] = Buffer.concat(blocks).toString('utf8');
  }
  return parts;
}
const sheetOf = (rows: Row[], more: Partial<SheetContent> = {}): SheetContent => ({
  name: 'Contacts',
  columns: [
    { width: 12, style: shut },
    { width: 20, style: open },
    { width: 8.5, style: shut },
  ],
  rows: [rows],
  ...more,
});
const xmlOf = async (sheet: SheetContent): Promise<string> => (await partsOf([sheet]))['xl/worksheets/sheet1.xml']!;

let folder: string;
let opened = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spec-xlsx-writer-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBack(parts: Parts, at = 0): Promise<{ names: string[]; rows: string[][] }> {
  async function* bytes(name: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(parts[name]!);
  }
  const workbook = await openWorkbook(
    { names: Object.keys(parts), open: bytes },
    { spoolPath: join(folder, String(opened++)), maxTextLength: 100_000 },
  );
  try {
    const limits = { maxRecordBytes: 1_000_000, maxColumns: 100, maxRows: 1000 };
    const rows: string[][] = [];
    for await (const batch of workbook.rows(workbook.sheets[at]!, limits).batches) {
      for (const { cells, odd } of batch) {
        expect(odd ?? []).toEqual([]);
        rows.push(cells);
      }
    }
    return { names: workbook.sheets.map(({ name }) => name), rows };
  } finally {
    workbook.close();
  }
}

/** What people, spreadsheets and enemies put into a cell. */
const odd =
  '00123|=1+1|\'=1|+33 1|@x|TRUE|2026-01-31| a |a\r\nb|\t|\0|_x000D_|_x005f_|_X000d_|\u{1F3AD}|\ufffe|\u0085|]]>|<c r="A1"/>|&amp;|"|a  b|\n|1e5|#N/A|-0';
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...odd.split('|')));

describe('a workbook that was written', () => {
  it('is read with the same texts, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }), async (rows) => {
        // Blank rows are left out and blank ends are not kept by the reader.
        const marked = rows.map((row) => [...row.slice(0, 2), `${row[2]}|`]);
        const { rows: read } = await readBack(await partsOf([sheetOf(marked)]));
        expect(read).toEqual(marked.map((row) => row.map((cell) => Buffer.from(cell).toString())));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same to the byte, in whatever batches its rows come', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => [`number ${n}`, 'x'.repeat(n % 90), '']);
    const whole = await xmlOf(sheetOf(rows));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3_000 }), async (size) => {
        const batches = Array.from({ length: Math.ceil(rows.length / size) }, (_, n) =>
          rows.slice(n * size, (n + 1) * size),
        );
        expect((await xmlOf(sheetOf([], { rows: batches }))) === whole).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('holds no cell for a blank in the style of its column, and one for a blank in another', async () => {
    const xml = await xmlOf(sheetOf([['a', '', { text: '', style: wrong }]]));
    expect(xml).toContain('<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>a</t></is></c><c r="C1" s="3"/></row>');
  });

  it('has rows as high as they are said to be', async () => {
    const heightOf = ([cell]: Row) => (cell === 'long' ? 45 : undefined);
    const xml = await xmlOf(sheetOf([['a'], ['long'], ['b']], { heightOf }));
    expect(xml.match(/<row [^>]*>/g)).toEqual(['<row r="1">', '<row r="2" ht="45" customHeight="1">', '<row r="3">']);
  });

  it('has the elements of a sheet in the order of the standard, or a spreadsheet repairs it', async () => {
    const xml = await xmlOf(
      sheetOf(
        [
          ['h', 'i', 'j'],
          ['1', '2', '3'],
        ],
        {
          hasHeader: true,
          protected: true,
          rules: [{ column: 1, title: 'T', prompt: 'P' }],
        },
      ),
    );
    const inOrder = [
      '<sheetPr>',
      '<sheetViews>',
      '<sheetFormatPr',
      '<cols>',
      '<sheetData>',
      '<sheetProtection',
      '<autoFilter',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup ',
      '<ignoredErrors>',
    ];
    const places = inOrder.map((element) => xml.indexOf(element));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('keeps the header in view, filters below it, and locks what its style locks, with no password', async () => {
    const parts = await partsOf([
      sheetOf(
        [
          ['h', 'i', 'j'],
          ['1', '2', '3'],
        ],
        { hasHeader: true, protected: true },
      ),
    ]);
    const xml = parts['xl/worksheets/sheet1.xml'];
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:C2"/>');
    expect(xml).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>',
    );
    expect(parts['xl/workbook.xml']).toContain('hidden="1">\'Contacts\'!$A$1:$C$2</definedName>');
    const cells = parts['xl/styles.xml']!.match(/<xf numFmtId="49"[^]*?<\/xf>/g);
    expect(cells?.map((xf) => /locked="(\d)"/.exec(xf)?.[1])).toEqual(['1', '0']);
  });

  it('offers the texts of another sheet, strictly or not, in boxes that are not too long for Excel', async () => {
    const list = { sheet: "Val's", column: 2, rows: 4, otherwise: 'o'.repeat(300) };
    const xml = await xmlOf(
      sheetOf([['h'], ['1'], ['2']], {
        rules: [
          { column: 1, title: '<T>', prompt: 'p'.repeat(300), list: { ...list, strict: true } },
          { column: 2, title: '\u{1F3AD}'.repeat(20), prompt: 'P', list: { ...list, strict: false } },
        ],
      }),
    );
    const [strict, loose] = xml.match(/<dataValidation [^]*?<\/dataValidation>/g)!;
    expect(strict).toContain(
      `type="list" showErrorMessage="1" errorStyle="stop" errorTitle="&lt;T&gt;" error="${'o'.repeat(254)}…"`,
    );
    expect(strict).toContain(`prompt="${'p'.repeat(254)}…" sqref="B2:B3"`);
    expect(strict).toContain("<formula1>'Val''s'!$C$2:$C$5</formula1>");
    expect(loose).toContain('errorStyle="information"');
    expect(/promptTitle="([^"]*)"/.exec(loose!)?.[1]).toBe(`${'\u{1F3AD}'.repeat(15)}…`);
  });

  it('has its sheets in order, of which one may be hidden from all menus', async () => {
    const parts = await partsOf([
      sheetOf([['a']]),
      sheetOf([['b']], { name: 'Values & more' }),
      sheetOf([['c']], { name: '_hidden', veryHidden: true }),
    ]);
    expect(await readBack(parts, 2)).toEqual({ names: ['Contacts', 'Values & more', '_hidden'], rows: [['c']] });
    expect(parts['xl/workbook.xml']).toContain('<sheet name="_hidden" sheetId="3" state="veryHidden" r:id="rId3"/>');
    expect(parts['docProps/core.xml']).toContain('<dc:title>A &amp; &quot;B&quot;</dc:title>');
    expect(parts['docProps/core.xml']).toContain('2026-03-01T09:05:30Z');
  });

  it('is refused rather than made in a way that a spreadsheet would repair', async () => {
    await expect(xmlOf(sheetOf([['x'.repeat(CELL_TEXT_MAX + 1)]]))).rejects.toThrow(/at most 32767 characters/);
    await expect(xmlOf(sheetOf([['a', 'b', 'c', 'd']]))).rejects.toThrow(/more cells/);
    const wide = Array.from({ length: 16_385 }, () => ({ width: 1, style: open }));
    await expect(xmlOf(sheetOf([], { columns: wide }))).rejects.toThrow(/16384 columns/);
    expect(fittingText('y'.repeat(40_000))).toHaveLength(CELL_TEXT_MAX);
    expect(fittingText('y')).toBe('y');
  });
});
