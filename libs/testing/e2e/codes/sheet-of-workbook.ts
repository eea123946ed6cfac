import { buffer } from 'node:stream/consumers';
import { Sheet } from '@roundtrip/tour';
import yauzl from 'yauzl';
import { zipOf } from './zip-files.js';

// A workbook of ours as its user has it open: the cells of its first sheet, read without the product's reader.

const part = 'xl/worksheets/sheet1.xml';

type Parts = Record<string, Buffer>;

async function partsOf(workbook: Buffer): Promise<Parts> {
  const zip = await yauzl.fromBufferPromise(workbook);
  const parts: Parts = {};
  for await (const entry of zip.eachEntry()) {
    parts[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
  }
  return parts;
}

function columnAt(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}
const lettersAt = (column: number): string =>
  (column >= 26 ? lettersAt(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const textIn = (xml: string): string =>
  xml
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => entities[entity]!)
    .replaceAll(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
const xmlOf = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Of a workbook of ours; its header and the rows below, each as wide as the header. */
export async function sheetOf(workbook: Buffer): Promise<Sheet> {
  const xml = (await partsOf(workbook))[part]!.toString();
  const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells = '']) => {
    const row: string[] = [];
    for (const [, letters = '', text = ''] of cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*><is><t[^>]*>([^<]*)/g)) {
      row[columnAt(letters)] = textIn(text);
    }
    return row;
  });
  const [header = [], ...below] = rows;
  const wide = (row: string[]): string[] =>
    Array.from({ length: Math.max(row.length, header.length) }, (_, at) => row[at] ?? '');
  return new Sheet(header, below.map(wide));
}

/** The same workbook with other cells in its first sheet; what else is in it stays. */
export async function withSheet(workbook: Buffer, { header, rows }: Sheet): Promise<Buffer> {
  const parts = await partsOf(workbook);
  const cells = (row: readonly string[], line: number): string =>
    row
      .map((text, at) =>
        text === ''
          ? ''
          : `<c r="${lettersAt(at)}${line}" t="inlineStr"><is><t xml:space="preserve">${xmlOf(text)}</t></is></c>`,
      )
      .join('');
  const data = [header, ...rows].map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`).join('');
  const [before, after] = parts[part]!.toString().split(/(?<=<sheetData>).*(?=<\/sheetData>)/s);
  return zipOf({ ...parts, [part]: before! + data + after! });
}
