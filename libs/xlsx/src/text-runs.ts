import type { XmlReader } from './xml.reader.js';
import { unescaped, withoutSpace } from './xml-text.js';

/** The text of an `<si>` or `<is>`: its `<t>`, or those of its runs; how it is pronounced (`<rPh>`) is none of it. */
export class TextRuns {
  private text = '';
  private inside = false;
  private phonetic = false;
  private inText = false;
  private preserve = false;

  begin(): void {
    this.text = '';
    this.inside = true;
    this.phonetic = false;
  }

  open(name: string, xml: XmlReader): void {
    if (!this.inside) return;
    if (name === 'rPh') this.phonetic = true;
    if (name !== 't' || this.phonetic) return;
    this.inText = true;
    this.preserve = xml.attribute('xml:space') === 'preserve';
    xml.collect();
  }

  close(name: string, xml: XmlReader): void {
    if (name === 'rPh') this.phonetic = false;
    if (name !== 't' || !this.inText) return;
    this.inText = false;
    const text = xml.collected();
    this.text += unescaped(this.preserve ? text : withoutSpace(text));
  }

  end(): string {
    this.inside = false;
    return this.text;
  }
}
