import { attributeXml } from './cell-text.js';
import { quoted, type SheetContent, SheetWriter } from './sheet.writer.js';
import { Styles } from './styles.writer.js';
import { xmlHead } from './xml-head.js';

export interface WorkbookContent {
  title: string;
  madeAt: Date;
  /** Made while they are read; in the order in which they are shown. The first is the one that opens. */
  sheets: readonly SheetContent[];
}

/** One of the files whose .zip is the workbook. */
export interface WorkbookPart {
  name: string;
  content: AsyncIterable<Buffer>;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const application = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The parts of an .xlsx, which go into a .zip in this order. Each is read to its end before the next is asked for: what the workbook says of
 * its sheets is known when they are written.
 *
 * @throws RangeError for what no sheet can hold
 */
export async function* writeWorkbook({
  title,
  madeAt,
  sheets,
}: WorkbookContent): AsyncGenerator<WorkbookPart, void, undefined> {
  const styles = new Styles();
  const writers = sheets.map((sheet, index) => new SheetWriter(sheet, styles, index === 0));
  yield part('[Content_Types].xml', contentTypes(sheets.length));
  yield part('_rels/.rels', packageRelations);
  yield part('docProps/core.xml', coreProperties(title, madeAt));
  yield part('docProps/app.xml', extendedProperties);
  for (const [index, writer] of writers.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: writer.blocks() };
  }
  yield part('xl/styles.xml', styles.toXml());
  yield part('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  yield part('xl/workbook.xml', workbookXml(writers));
}

const part = (name: string, xml: string): WorkbookPart => ({ name, content: whole(xmlHead + xml) });

async function* whole(xml: string): AsyncGenerator<Buffer> {
  yield Buffer.from(xml);
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const contentTypes = (sheets: number): string =>
  `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${application}.sheet.main+xml"/>` +
  numbers(sheets)
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${application}.worksheet+xml"/>`)
    .join('') +
  `<Override PartName="/xl/styles.xml" ContentType="${application}.styles+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>';

const packageRelations =
  `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  `<Relationship Id="rId3" Type="${office}/extended-properties" Target="docProps/app.xml"/></Relationships>`;

const coreProperties = (title: string, madeAt: Date): string => {
  const at = `${madeAt.toISOString().slice(0, 19)}Z`;
  return (
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${attributeXml(title)}</dc:title><dc:creator>Roundtrip</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  );
};

const extendedProperties =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Roundtrip</Application></Properties>';

const workbookRelations = (sheets: number): string =>
  `<Relationships xmlns="${packaged}/relationships">${numbers(sheets)
    .map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

function workbookXml(writers: readonly SheetWriter[]): string {
  const sheets = writers.map(
    ({ sheet: { name, veryHidden } }, index) =>
      `<sheet name="${attributeXml(name)}" sheetId="${index + 1}"${veryHidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  // Without it Excel makes one of its own for each filter, and asks whether the file, which nobody has changed, is to be saved.
  const filters = writers.flatMap((writer, index) =>
    writer.sheet.hasHeader
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted(writer.sheet.name)}!${writer.range()}</definedName>`
      : [],
  );
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><workbookPr/>` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>` +
    `${filters.length === 0 ? '' : `<definedNames>${filters.join('')}</definedNames>`}</workbook>`
  );
}
