import { columnOf } from './cell-reference.js';
import { type CellDate, isoDate, serialDate } from './date-text.js';
import { cellNumber, numberText } from './number-text.js';
import { TextRuns } from './text-runs.js';
import { damaged, XlsxError } from './xlsx.errors.js';
import { unescaped } from './xml-text.js';
import { type XmlHandler, XmlReader } from './xml.reader.js';
import { spreadsheetNamespaces } from './read-xml.js';

/**
 * What a cell is beside its text: a formula whose stored value was read, a formula without one, an error value, a date with a time of day, a
 * number of more digits than a spreadsheet keeps.
 */
export type CellOddity = 'formula' | 'formulaWithoutValue' | 'errorValue' | 'timeOfDay' | 'tooManyDigits';

export interface OddCell {
  /** From 0. */
  column: number;
  is: CellOddity;
}

export interface SheetRow {
  /** As the spreadsheet shows it: 1 is the first. */
  line: number;
  /** From column A to the last that has something in it. */
  cells: string[];
  odd?: OddCell[];
}

export interface XlsxLimits {
  /** Characters of one row, all cells together. */
  maxRecordBytes: number;
  maxColumns: number;
  /** Rows that have something in them, but for the first. */
  maxRows: number;
}

export interface CellContext {
  text(index: number): string | undefined;
  /** By the number of the style. */
  dateStyles: readonly boolean[];
  is1904: boolean;
}

const sheetColumns = 16_384;
const sheetRows = 1_048_576;
/** From here on a spreadsheet has lost digits: it keeps fifteen. */
const tooManyDigits = 1e15;

/** XML of a sheet → its rows, in whatever pieces the XML comes. Rows without a text are left out. */
export class SheetReader implements XmlHandler {
  /** Rows among the others that have something in them and are not shown. */
  hiddenRows = 0;
  mergedRanges = 0;
  /** Between the rows that were told, and above them. */
  blankLines = 0;
  /** What the sheet says of its size, such as `A1:AB1200`; programs may leave it out, or say it wrongly. */
  dimension: string | undefined;

  private readonly xml: XmlReader;
  private rows: SheetRow[] = [];
  private told = 0;
  private lastTold = 0;

  private inData = false;
  private line = 0;
  private hidden = false;
  private cells: string[] = [];
  private odd: OddCell[] | undefined;
  private length = 0;
  private column = -1;

  private inCell = false;
  private type: string | undefined;
  private style: string | undefined;
  private hasFormula = false;
  private value: string | undefined;
  private readonly inline = new TextRuns();
  private inlineText = '';

  constructor(
    private readonly context: CellContext,
    private readonly limits: XlsxLimits,
  ) {
    this.xml = new XmlReader(this, { namespaces: spreadsheetNamespaces, maxTextLength: limits.maxRecordBytes });
  }

  /** @throws XlsxError */
  push(text: string): SheetRow[] {
    this.xml.push(text);
    return this.taken();
  }

  /** @throws XlsxError */
  end(): SheetRow[] {
    this.xml.end();
    return this.taken();
  }

  open(name: string, xml: XmlReader): void {
    switch (name) {
      case 'c':
        if (this.inData) this.openCell(xml);
        break;
      case 'v':
        if (this.inCell) xml.collect();
        break;
      case 'f':
        if (this.inCell) this.hasFormula = true;
        break;
      case 'row':
        if (this.inData) this.openRow(xml);
        break;
      case 'is':
        if (this.inCell) this.inline.begin();
        break;
      case 'sheetData':
        this.inData = true;
        break;
      case 'dimension':
        this.dimension = xml.attribute('ref');
        break;
      case 'mergeCell':
        this.mergedRanges++;
        break;
      default:
        if (this.inCell) this.inline.open(name, xml);
    }
  }

  close(name: string, xml: XmlReader): void {
    switch (name) {
      case 'c':
        if (this.inCell) this.closeCell();
        break;
      case 'v':
        if (this.inCell) this.value = xml.collected();
        break;
      case 'is':
        if (this.inCell) this.inlineText = this.inline.end();
        break;
      case 'sheetData':
        this.endRow();
        this.inData = false;
        break;
      default:
        if (this.inCell) this.inline.close(name, xml);
    }
  }

  private taken(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  /** A row that comes again goes on; one above the last is a file that a spreadsheet would have to repair. */
  private openRow(xml: XmlReader): void {
    const written = xml.attribute('r');
    const line = written === undefined ? this.line + 1 : Number(written);
    if (!Number.isInteger(line) || line < 1) throw damaged('rowNumber', 'has a row without a number.');
    if (line > sheetRows) throw new XlsxError('TOO_MANY_ROWS', `has more than ${sheetRows} rows.`);
    if (line < this.line) throw damaged('rowOrder', `has row ${line} below row ${this.line}.`, line);
    if (line > this.line) {
      this.endRow();
      this.line = line;
      this.hidden = false;
    }
    const hidden = xml.attribute('hidden');
    if (hidden === '1' || hidden === 'true') this.hidden = true;
    this.column = -1;
  }

  private endRow(): void {
    const { cells, line } = this;
    if (this.length > 0 && cells.some((cell) => cell.trim() !== '')) {
      if (++this.told > this.limits.maxRows + 1) {
        throw new XlsxError('TOO_MANY_ROWS', `has more than ${this.limits.maxRows} rows.`, line);
      }
      this.blankLines += line - this.lastTold - 1;
      this.lastTold = line;
      if (this.hidden) this.hiddenRows++;
      this.rows.push(this.odd ? { line, cells, odd: this.odd } : { line, cells });
    }
    if (cells.length > 0) this.cells = [];
    this.odd = undefined;
    this.length = 0;
  }

  private openCell(xml: XmlReader): void {
    const reference = xml.attribute('r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column < 0) throw damaged('cellPlace', 'has a cell whose place is not readable.', this.line);
    if (this.column >= sheetColumns) throw this.tooManyColumns(sheetColumns);
    this.type = xml.attribute('t');
    this.style = xml.attribute('s');
    this.hasFormula = false;
    this.value = undefined;
    this.inlineText = '';
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    const text = this.cellText();
    if (this.hasFormula) this.note(text === undefined ? 'formulaWithoutValue' : 'formula');
    if (text === undefined || text === '') return;
    const { cells, column } = this;
    if (column >= this.limits.maxColumns) throw this.tooManyColumns(this.limits.maxColumns);
    this.length += text.length;
    if (this.length > this.limits.maxRecordBytes) {
      throw new XlsxError('RECORD_TOO_LARGE', 'has a row that is too long.', this.line);
    }
    if (cells[column] !== undefined && cells[column] !== '') throw damaged('cellTwice', 'has a cell twice.', this.line);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  /** @returns undefined when nothing is stored, not even an empty text */
  private cellText(): string | undefined {
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.sharedText(value ?? '');
      case undefined:
      case 'n':
        return value === undefined || value.trim() === '' ? undefined : this.numberOf(value);
      case 'inlineStr':
        return this.inlineText;
      case 'str':
        return value === undefined ? '' : unescaped(value);
      case 'b':
        return value === undefined ? undefined : /^\s*(?:1|true)\s*$/.test(value) ? 'TRUE' : 'FALSE';
      case 'e':
        this.note('errorValue');
        return value === undefined || value === '' ? '#ERROR!' : value;
      case 'd':
        return value === undefined ? undefined : this.dateOf(isoDate(value), value);
      default:
        throw damaged('cellType', 'has a cell of a type that is not known.', this.line);
    }
  }

  private sharedText(index: string): string {
    const text = this.context.text(cellNumber(index) ?? -1);
    if (text === undefined) throw damaged('textMissing', 'has a cell whose text is missing.', this.line);
    return text;
  }

  private numberOf(written: string): string {
    const isDate = this.style !== undefined && this.context.dateStyles[Number(this.style)] === true;
    // The usual case, without a detour over the number.
    if (!isDate && /^(?:0|[1-9]\d{0,14})$/.test(written)) return written;
    const number = cellNumber(written);
    if (number === undefined || !Number.isFinite(number))
      throw damaged('number', 'has a number that is none.', this.line);
    if (isDate) return this.dateOf(serialDate(number, this.context.is1904), numberText(number));
    if (Math.abs(number) >= tooManyDigits) this.note('tooManyDigits');
    return numberText(number);
  }

  private dateOf(date: CellDate | undefined, otherwise: string): string {
    if (date?.hasTime) this.note('timeOfDay');
    return date?.text ?? otherwise;
  }

  private note(is: CellOddity): void {
    (this.odd ??= []).push({ column: this.column, is });
  }

  private tooManyColumns(most: number): XlsxError {
    return new XlsxError('TOO_MANY_COLUMNS', `has more than ${most} columns.`, this.line);
  }
}
