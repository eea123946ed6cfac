import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createZip } from '@roundtrip/files';

/** A text, or the attributes and the content of a `<c>`. The style `s="1"` is a date. */
export type WorkbookCell = string | { attributes?: string; content: string };

export interface WorkbookSheetFile {
  name: string;
  rows: readonly (readonly WorkbookCell[])[];
  /** Rows from 1 that are hidden. */
  hidden?: readonly number[];
  /** Such as `A2:B2`. */
  merged?: readonly string[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const written = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '_x000D_');

function cellXml(cell: WorkbookCell): string {
  if (cell === '') return '<c/>';
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t xml:space="preserve">${written(cell)}</t></is></c>`;
  return `<c ${cell.attributes ?? ''}>${cell.content}</c>`;
}

function sheetXml({ rows, hidden = [], merged = [] }: WorkbookSheetFile): string {
  const data = rows.map(
    (cells, at) => `<row${hidden.includes(at + 1) ? ' hidden="1"' : ''}>${cells.map(cellXml).join('')}</row>`,
  );
  const merges = merged.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  return `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

const relations = (of: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** An .xlsx, as bare as one may be. */
export function workbookFile(sheets: readonly WorkbookSheetFile[]): Promise<Buffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${written(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  };
  return buffer(
    createZip(Object.entries(files).map(([name, text]) => ({ name, content: Readable.from([Buffer.from(text)]) }))),
  );
}
