import { type XmlHandler, type XmlOptions, XmlReader } from './xml.reader.js';

/** The two namespaces of a workbook's elements: the usual one, and that of ISO 29500 strict. */
export const spreadsheetNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/** Reads a part from its beginning to its end. @param texts its XML, in whatever pieces @throws XlsxError */
export async function readXml(
  texts: AsyncIterable<string>,
  handler: XmlHandler,
  options: XmlOptions = {},
): Promise<void> {
  const xml = new XmlReader(handler, options);
  for await (const text of texts) xml.push(text);
  xml.end();
}
