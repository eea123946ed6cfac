import { spreadsheetNamespaces } from './read-xml.js';
import { TextRuns } from './text-runs.js';
import { type XmlHandler, XmlReader } from './xml.reader.js';

/** XML of the texts that cells share → these texts, in order, in whatever pieces the XML comes. */
export class SharedStringsReader implements XmlHandler {
  private readonly xml: XmlReader;
  private readonly runs = new TextRuns();

  constructor(
    private readonly add: (text: string) => void,
    maxTextLength: number,
  ) {
    this.xml = new XmlReader(this, { namespaces: spreadsheetNamespaces, maxTextLength });
  }

  /** @throws XlsxError */
  push(text: string): void {
    this.xml.push(text);
  }

  /** @throws XlsxError */
  end(): void {
    this.xml.end();
  }

  open(name: string, xml: XmlReader): void {
    if (name === 'si') this.runs.begin();
    else this.runs.open(name, xml);
  }

  close(name: string, xml: XmlReader): void {
    if (name === 'si') this.add(this.runs.end());
    else this.runs.close(name, xml);
  }
}
