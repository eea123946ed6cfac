import { damaged } from './xlsx.errors.js';
import { xmlText } from './xml-text.js';

/** What is read of a part. Names are those of elements of the wanted namespaces, without their prefix; others are passed over. */
export interface XmlHandler {
  open(name: string, xml: XmlReader): void;
  close(name: string, xml: XmlReader): void;
}

export interface XmlOptions {
  /** Of which namespaces elements are told, beside those of none; absent: of all. */
  namespaces?: ReadonlySet<string>;
  /** UTF-16 units of a text that is collected, and of one tag or comment. */
  maxTextLength?: number;
}

const deepest = 256;
const longestMarkup = 1024 * 1024;
const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;
const equals = 0x3d;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const letterX = 0x78;
const comment = '<!--';
const cdata = '<![CDATA[';

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * A tokenizer of XML that can stop anywhere: the same text gives the same calls however it is cut. It knows what a workbook needs:
 * namespaces with any prefix, CDATA, the entities that XML itself has. A DOCTYPE is refused, and with it every other entity.
 */
export class XmlReader {
  private text = '';
  /** Open elements: as they are written, and as they are told. */
  private readonly written: string[] = [];
  private readonly told: string[] = [];
  private readonly names = new Map<string, string>();
  private prefixes: ReadonlyMap<string, string> = new Map();
  private readonly scopes: { depth: number; prefixes: ReadonlyMap<string, string> }[] = [];
  /** Of the tag that is read: from and to of each attribute's name and value. */
  private readonly attributes: number[] = [];
  private attributeCount = 0;
  private collecting = false;
  private raw = '';
  private decoded = '';
  private hadRoot = false;

  constructor(
    private readonly handler: XmlHandler,
    private readonly options: XmlOptions = {},
  ) {}

  /** @throws XlsxError */
  push(piece: string): void {
    this.text = this.text === '' ? piece : this.text + piece;
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const start = text.indexOf('<', at);
      if (start < 0) {
        this.characters(at, text.length);
        at = text.length;
        break;
      }
      if (start > at) this.characters(at, start);
      const end = this.markup(start);
      if (end < 0) {
        if (text.length - start > longestMarkup) throw tooLong();
        at = start;
        break;
      }
      if (end - start > longestMarkup) throw tooLong();
      at = end;
    }
    this.text = text.slice(at);
  }

  /** The end of the part. @throws XlsxError when it is not the end of its XML */
  end(): void {
    if (this.text !== '' || this.written.length > 0 || !this.hadRoot)
      throw damaged('xml', 'holds XML that ends too early.');
  }

  /** Of the tag that is told. @param name as it is written; with `*:` in front, with any prefix or none */
  attribute(name: string): string | undefined {
    const anyPrefix = name.startsWith('*:');
    const wanted = anyPrefix ? name.slice(2) : name;
    const { text, attributes } = this;
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      const from = attributes[at]!;
      const to = attributes[at + 1]!;
      if (!text.startsWith(wanted, to - wanted.length)) continue;
      const isWhole = to - from === wanted.length;
      const isPrefixed = anyPrefix && to - from > wanted.length && text[to - wanted.length - 1] === ':';
      if (!isWhole && !isPrefixed) continue;
      const value = text.slice(attributes[at + 2], attributes[at + 3]);
      return value.includes('&') ? xmlText(value) : value;
    }
    return undefined;
  }

  /** From here on characters are kept, up to `collected`. */
  collect(): void {
    this.collecting = true;
    this.raw = '';
    this.decoded = '';
  }

  collected(): string {
    const text = this.decoded + xmlText(this.raw);
    this.collecting = false;
    this.raw = '';
    this.decoded = '';
    return text;
  }

  private characters(from: number, to: number): void {
    if (this.collecting) {
      this.raw += this.text.slice(from, to);
      this.checkTextLength();
      return;
    }
    if (this.written.length > 0) return;
    for (let at = from; at < to; at++) {
      if (!isBlank(this.text.charCodeAt(at))) throw damaged('xml', 'holds something that is not XML.');
    }
  }

  private checkTextLength(): void {
    const { maxTextLength = longestMarkup } = this.options;
    if (this.raw.length + this.decoded.length > maxTextLength) throw tooLong();
  }

  /** @returns where it ends; -1 when the end is not there yet */
  private markup(start: number): number {
    const { text } = this;
    if (start + 1 >= text.length) return -1;
    switch (text.charCodeAt(start + 1)) {
      case slash:
        return this.closeTag(start);
      case question:
        return endOf(text, '?>', start + 2);
      case exclamation:
        return this.declaration(start);
      default:
        return this.openTag(start);
    }
  }

  private declaration(start: number): number {
    const { text } = this;
    if (text.startsWith(comment, start)) return endOf(text, '-->', start + comment.length);
    if (text.startsWith(cdata, start)) {
      const end = endOf(text, ']]>', start + cdata.length);
      if (end >= 0 && this.collecting) {
        this.decoded += xmlText(this.raw) + text.slice(start + cdata.length, end - 3).replaceAll(/\r\n?/g, '\n');
        this.raw = '';
        this.checkTextLength();
      }
      return end;
    }
    const seen = text.slice(start, start + cdata.length);
    if (comment.startsWith(seen) || cdata.startsWith(seen)) return -1;
    throw damaged(
      'doctype',
      'holds a document type declaration (DOCTYPE), which no workbook needs and which can be misused.',
    );
  }

  private closeTag(start: number): number {
    const { text } = this;
    const end = text.indexOf('>', start);
    if (end < 0) return -1;
    const written = this.written.pop();
    if (written === undefined || !text.startsWith(written, start + 2)) throw unbalanced();
    for (let at = start + 2 + written.length; at < end; at++) {
      if (!isBlank(text.charCodeAt(at))) throw unbalanced();
    }
    this.leave(this.told.pop()!);
    return end + 1;
  }

  private leave(name: string): void {
    if (name !== '') this.handler.close(name, this);
    const scope = this.scopes.at(-1);
    if (scope && scope.depth > this.written.length) {
      this.prefixes = scope.prefixes;
      this.scopes.pop();
      this.names.clear();
    }
  }

  private openTag(start: number): number {
    const { text, attributes } = this;
    const { length } = text;
    let at = start + 1;
    while (at < length && !isNameEnd(text.charCodeAt(at))) at++;
    const nameEnd = at;
    let count = 0;
    let scoped = false;
    for (;;) {
      while (at < length && isBlank(text.charCodeAt(at))) at++;
      if (at >= length) return -1;
      const code = text.charCodeAt(at);
      if (code === greaterThan || code === slash) break;
      const from = at;
      while (at < length && !isNameEnd(text.charCodeAt(at))) at++;
      const to = at;
      while (at < length && isBlank(text.charCodeAt(at))) at++;
      if (at >= length) return -1;
      if (to === from || text.charCodeAt(at) !== equals) throw malformed();
      at++;
      while (at < length && isBlank(text.charCodeAt(at))) at++;
      if (at >= length) return -1;
      const quote = text.charCodeAt(at);
      if (quote !== doubleQuote && quote !== singleQuote) throw malformed();
      const valueEnd = text.indexOf(quote === doubleQuote ? '"' : "'", at + 1);
      if (valueEnd < 0) return -1;
      attributes[count] = from;
      attributes[count + 1] = to;
      attributes[count + 2] = at + 1;
      attributes[count + 3] = valueEnd;
      count += 4;
      scoped ||= text.charCodeAt(from) === letterX && text.startsWith('xmlns', from);
      at = valueEnd + 1;
    }
    const isEmpty = text.charCodeAt(at) === slash;
    if (isEmpty) {
      if (at + 1 >= length) return -1;
      if (text.charCodeAt(at + 1) !== greaterThan) throw malformed();
      at++;
    }
    if (nameEnd === start + 1) throw malformed();
    this.attributeCount = count / 4;
    this.enter(text.slice(start + 1, nameEnd), scoped, isEmpty);
    return at + 1;
  }

  private enter(written: string, scoped: boolean, isEmpty: boolean): void {
    const depth = this.written.length;
    if (depth === 0 && this.hadRoot) throw damaged('xml', 'holds XML with two roots.');
    if (depth >= deepest) throw damaged('endless', 'holds XML that is nested endlessly.');
    this.hadRoot = true;
    if (scoped) this.declarePrefixes(depth + 1);
    const name = this.names.get(written) ?? this.resolve(written);
    if (isEmpty) {
      if (name !== '') this.handler.open(name, this);
      this.leave(name);
      return;
    }
    this.written.push(written);
    this.told.push(name);
    if (name !== '') this.handler.open(name, this);
  }

  private declarePrefixes(depth: number): void {
    const prefixes = new Map(this.prefixes);
    const { text, attributes } = this;
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      const name = text.slice(attributes[at], attributes[at + 1]);
      const value = text.slice(attributes[at + 2], attributes[at + 3]);
      if (name === 'xmlns') prefixes.set('', value);
      else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
    }
    this.scopes.push({ depth, prefixes: this.prefixes });
    this.prefixes = prefixes;
    this.names.clear();
  }

  /** @returns the name without its prefix; '' when it is of another namespace */
  private resolve(written: string): string {
    const colon = written.indexOf(':');
    const namespace = this.prefixes.get(colon < 0 ? '' : written.slice(0, colon));
    const local = written.slice(colon + 1);
    const { namespaces } = this.options;
    const isOfNone = namespace === undefined && colon < 0;
    const name = !namespaces || isOfNone || (namespace !== undefined && namespaces.has(namespace)) ? local : '';
    // A file that has a name of its own for each element must not fill the memory.
    if (this.names.size < 1_000) this.names.set(written, name);
    return name;
  }
}

const isNameEnd = (code: number): boolean =>
  code === equals || code === greaterThan || code === slash || code === lessThan || isBlank(code);

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

const malformed = () => damaged('xml', 'holds XML with a tag that is not well formed.');
const unbalanced = () => damaged('xml', 'holds XML whose tags do not close each other.');
const tooLong = () => damaged('endless', 'holds a text or a tag that is far longer than any cell.');
