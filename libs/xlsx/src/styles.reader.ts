import { isDateFormat, isDateFormatId } from './date-text.js';
import { readXml, spreadsheetNamespaces } from './read-xml.js';
import type { XmlReader } from './xml.reader.js';

/** Of each style of cells: whether its numbers are shown as dates. */
export async function readDateStyles(texts: AsyncIterable<string>): Promise<boolean[]> {
  const formats = new Map<number, boolean>();
  const formatIds: number[] = [];
  let inCellXfs = false;
  const open = (name: string, xml: XmlReader): void => {
    if (name === 'cellXfs') inCellXfs = true;
    if (name === 'numFmt')
      formats.set(Number(xml.attribute('numFmtId')), isDateFormat(xml.attribute('formatCode') ?? ''));
    if (name === 'xf' && inCellXfs) formatIds.push(Number(xml.attribute('numFmtId') ?? 0));
  };
  const close = (name: string): void => {
    if (name === 'cellXfs') inCellXfs = false;
  };
  await readXml(texts, { open, close }, { namespaces: spreadsheetNamespaces });
  return formatIds.map((id) => formats.get(id) ?? isDateFormatId(id));
}
