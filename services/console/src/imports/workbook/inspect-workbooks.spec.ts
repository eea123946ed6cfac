import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ZipArchive } from 'archiver';
import { countRows, inspectWorkbooks, workbooksIn } from './inspect-workbooks.js';
import { zipEntries } from './zip-entries.js';

const spreadsheets = join(import.meta.dirname, '../../../../../libs/testing/kit/fixtures/spreadsheets');
/** What LibreOffice made of a template. */
const ofLibreOffice = new Blob([readFileSync(join(spreadsheets, 'saved-as-workbook.xlsx'))]);

const zipOf = async (files: Record<string, string | Buffer>, store = false): Promise<Blob> => {
  const zip = new ZipArchive({ store });
  for (const [name, content] of Object.entries(files)) zip.append(content, { name });
  const [bytes] = await Promise.all([buffer(zip), zip.finalize()]);
  return new Blob([new Uint8Array(bytes)]);
};
const bufferOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: string[]): string => `<row>${cells.map(cell).join('')}</row>`;
const header = row('CONTACT_NUMBER', '[old] EMAIL - E-mail', '[new] EMAIL - E-mail');
const sheetOf = (rows: string, dimension?: string): string =>
  `<worksheet xmlns="${main}">${dimension ? `<dimension ref="${dimension}"/>` : ''}<sheetData>${rows}</sheetData></worksheet>`;

/** A workbook of these sheets; of a name in brackets the sheet is a chart. */
const workbookOf = (sheets: Record<string, string>, texts?: string): Promise<Blob> => {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = names.map((name, at) =>
    relation(`r${at}`, name.startsWith('[') ? 'chartsheet' : 'worksheet', `sheet${at}.xml`),
  );
  if (texts !== undefined) relations.push(relation('s', 'sharedStrings', 'sharedStrings.xml'));
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...(texts !== undefined && { 'xl/sharedStrings.xml': texts }),
    ...Object.fromEntries(names.map((name, at) => [`xl/sheet${at}.xml`, sheets[name] ?? ''])),
  });
};

const codes = new Set(['EMAIL']);
const inspect = (...files: Blob[]) => inspectWorkbooks(files, codes);
const count = (...files: Blob[]): Promise<number> => countRows(files, new AbortController().signal);

describe('a workbook before it is sent', () => {
  it('that LibreOffice has saved says its sheet, its data type and its rows', async () => {
    expect(await inspect(ofLibreOffice)).toMatchObject({ is: 'workbook', dataType: 'criteria', isCountable: true });
    expect(await count(ofLibreOffice)).toBe(12);
  });

  it('is read on the sheet that the server reads', async () => {
    const of = (...names: string[]): Record<string, string> =>
      Object.fromEntries(names.map((name) => [name.replace('#', ''), sheetOf(name.endsWith('#') ? header : row('a'))]));
    const chosen = async (...names: string[]) => {
      const found = await inspect(await workbookOf(of(...names)));
      return found.is === 'workbook' ? found.sheet : found.problem;
    };
    expect(await chosen('Old#', 'Contacts#', 'Notes')).toBe('Contacts');
    expect(await chosen('Notes', '2026#')).toBe('2026');
    expect(await chosen('A#', 'B#')).toBe('SEVERAL_SHEETS');
    expect(await chosen('A', 'B')).toBe('NO_CONTACT_NUMBER');
    expect(await chosen('[Chart]')).toBe('NO_SHEET');
  });

  it('has its header read from shared texts, and rows with blanks alone not counted', async () => {
    const shared = (...texts: number[]): string =>
      `<row>${texts.map((text) => `<c t="s"><v>${text}</v></c>`).join('')}</row>`;
    const texts = `<sst xmlns="${main}">${['', 'CONTACT_NUMBER', '[new] EMAIL - E-mail', '1', 'TRUE']
      .map((text) => `<si><t>${text}</t></si>`)
      .join('')}</sst>`;
    const rows = shared(1, 2) + shared(3, 4) + shared(0, 0) + '<row/>' + shared(3, 0);
    const file = await workbookOf({ Sheet1: sheetOf(rows, 'A1:B1048576') }, texts);
    expect(await inspect(file)).toMatchObject({
      dataType: 'authorisations',
      columns: 1,
      sheet: 'Sheet1',
      rowsAbout: 1_048_575,
    });
    expect(await count(file)).toBe(2);
  });

  it.each([
    ['NO_CONTACT_NUMBER', row('Name', 'City')],
    ['NO_NEW_COLUMN', row('CONTACT_NUMBER', '[old] EMAIL - E-mail')],
    ['NO_CONTACT_NUMBER', ''],
  ])('is doubted by %s where its first row is %j', async (problem, rows) => {
    expect(await inspect(await workbookOf({ Contacts: sheetOf(rows) }))).toEqual({ is: 'doubtful', problem });
  });

  it('is doubted where it is damaged, and nothing is thrown', async () => {
    const good = await bufferOf(await workbookOf({ Contacts: sheetOf(header) }));
    const unreadable = { is: 'doubtful', problem: 'WORKBOOK_UNREADABLE' };
    expect(await inspect(new Blob([new Uint8Array(good.subarray(0, -1))]))).toEqual(unreadable);
    expect(await inspect(new Blob([new Uint8Array(good.fill(1, 0, 400))]))).toEqual(unreadable);
    expect(await inspect(await workbookOf({ Contacts: '<!DOCTYPE x><worksheet/>' }))).toEqual(unreadable);
    expect(await inspect(await zipOf({ 'xl/other.xml': '<x/>' }))).toEqual(unreadable);
  });

  it('is read at its head alone, and counted only where that is quickly done', async () => {
    const rows = row('1', '', '.'.repeat(30_000)).repeat(2_400);
    const bytes = await bufferOf(await workbookOf({ Contacts: sheetOf(header + rows, 'A1:C2401') }));
    // What comes later is not looked at: nobody would see that it is damaged.
    bytes.fill(0xff, Math.floor(bytes.length / 2), bytes.length - 2_000);
    const file = new Blob([new Uint8Array(bytes)]);
    expect(await inspect(file)).toMatchObject({ is: 'workbook', rowsAbout: 2_400, isCountable: false });
    await expect(count(file)).rejects.toThrow();
  });

  it('is let go of when another file is chosen', async () => {
    const other = new AbortController();
    other.abort();
    await expect(countRows([ofLibreOffice], other.signal)).rejects.toThrow('aborted');
  });

  it('cannot unpack to more than it says', async () => {
    const bytes = await bufferOf(await workbookOf({ Contacts: sheetOf(header + row('1').repeat(2_000)) }));
    const entry = bytes.lastIndexOf('xl/sheet0.xml') - 46;
    bytes.writeUInt32LE(1_000, entry + 24);
    const file = new Blob([new Uint8Array(bytes)]);
    await expect(count(file)).rejects.toThrow('larger than it says');
  });
});

describe('workbooks in a .zip', () => {
  const parts = async (store: boolean): Promise<Blob> => {
    const part = async (rows: string): Promise<Buffer> =>
      bufferOf(await workbookOf({ Contacts: sheetOf(header + rows, 'A1:C3') }));
    return zipOf({ 'x_2.xlsx': await part(row('3')), 'x_1.xlsx': await part(row('1') + row('2')) }, store);
  };

  it.each([
    ['packed again', false],
    ['as they are', true],
  ])('are looked into %s, and their rows add up', async (_how, store) => {
    const zip = await parts(store);
    const files = (await workbooksIn(zip, (await zipEntries(zip))!))!;
    expect(await inspect(...files)).toMatchObject({ sheet: 'Contacts', workbooks: 2, rowsAbout: 4 });
    expect(await count(...files)).toBe(3);
  });

  it('are left to the server beside a .csv', async () => {
    const zip = await zipOf({ 'x_1.xlsx': 'no matter what', 'x_2.csv': 'CONTACT_NUMBER' });
    expect(await workbooksIn(zip, (await zipEntries(zip))!)).toBeUndefined();
  });
});

describe('the table of contents of a zip', () => {
  it('is told as a whole, or not at all', async () => {
    const zip = await zipOf({ 'a.xlsx': 'a', 'b.xlsx': 'b' });
    const names = async (blob: Blob) => (await zipEntries(blob))?.map(({ name }) => name);
    expect(await names(zip)).toEqual(['a.xlsx', 'b.xlsx']);
    expect(await names(new Blob(['#!/bin/sh\n', zip]))).toEqual(['a.xlsx', 'b.xlsx']);
    expect(await names(zip.slice(-60))).toBeUndefined();
    expect(await names(zip.slice(0, -1))).toBeUndefined();
    expect(await names(new Blob([]))).toBeUndefined();
  });
});
