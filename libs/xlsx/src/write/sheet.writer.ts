import { columnLetters } from '../cell-reference.js';
import { attributeXml, beginningOf, textXml } from './cell-text.js';
import type { CellStyle, Styles } from './styles.writer.js';
import { xmlHead } from './xml-head.js';

/** A text in the style of its column, or in another. */
export type Cell = string | { text: string; style: CellStyle };
export type Row = readonly Cell[];

export interface SheetColumn {
  /** In characters. */
  width: number;
  /** Of cells in which nothing stands, too. */
  style: CellStyle;
}

/** What a spreadsheet says and allows where somebody types into the cells below the header of a column. */
export interface ColumnRule {
  /** From 0. */
  column: number;
  title: string;
  prompt: string;
  /** Texts that another sheet has below each other under its header. */
  list?: {
    sheet: string;
    column: number;
    rows: number;
    /** Nothing else is taken; else the person is asked whether it is meant. */
    strict: boolean;
    /** What is said of anything else. */
    otherwise: string;
  };
}

export interface SheetContent {
  /** Up to 31 characters, none of `\ / ? * [ ] :`. */
  name: string;
  /** Nobody sees it, and no menu shows it. */
  veryHidden?: boolean;
  columns: readonly SheetColumn[];
  /** In batches of any size; read once. */
  rows: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  /** In points, of rows in which a text is broken into lines: not every spreadsheet works that out. Else the usual height. */
  heightOf?: (row: Row) => number | undefined;
  /** The first row stays in view, and has a filter for what is below. */
  hasHeader?: boolean;
  /** Locked cells cannot be typed into. There is no password: it is a railing. Filters, widths and heights stay free. */
  protected?: boolean;
  rules?: readonly ColumnRule[];
}

export const ROWS_MAX = 1_048_576;
const COLUMNS_MAX = 16_384;
/** One row a piece costs a .zip many times as much. */
const BLOCK_UNITS = 65_536;
const HEADER_POINTS = 32;

/** One sheet as XML, while its rows are read: what it is does not depend on how they come. */
export class SheetWriter {
  rows = 0;

  /** @throws RangeError for more columns than a sheet has */
  constructor(
    readonly sheet: SheetContent,
    private readonly styles: Styles,
    private readonly isFirst: boolean,
  ) {
    if (sheet.columns.length > COLUMNS_MAX) throw new RangeError(`A sheet has at most ${COLUMNS_MAX} columns`);
  }

  /** All that was written, as a formula names it. */
  range(): string {
    return `$A$1:$${columnLetters(Math.max(this.sheet.columns.length, 1) - 1)}$${Math.max(this.rows, 1)}`;
  }

  /** @throws RangeError for more rows than a sheet has, or a text that no cell can hold */
  async *blocks(): AsyncGenerator<Buffer, void, undefined> {
    const { columns, rows } = this.sheet;
    const starts = columns.map((_, column) => `<c r="${columnLetters(column)}`);
    const usual = columns.map(({ style }) => this.styles.numberOf(style));
    let xml = this.head(usual);
    for await (const batch of rows) {
      for (const row of batch) {
        xml += this.rowXml(row, starts, usual);
        if (xml.length < BLOCK_UNITS) continue;
        yield Buffer.from(xml);
        xml = '';
      }
    }
    yield Buffer.from(xml + this.foot());
  }

  private rowXml(row: Row, starts: readonly string[], usual: readonly number[]): string {
    if (row.length > starts.length) throw new RangeError('A row has more cells than its sheet has columns');
    if (this.rows === ROWS_MAX) throw new RangeError(`A sheet has at most ${ROWS_MAX} rows`);
    const number = ++this.rows;
    const isHeader = number === 1 && this.sheet.hasHeader;
    const points = isHeader ? HEADER_POINTS : this.sheet.heightOf?.(row);
    let xml = `<row r="${number}"${points === undefined ? '' : ` ht="${points}" customHeight="1"`}>`;
    for (let column = 0; column < row.length; column++) {
      const cell = row[column]!;
      const text = typeof cell === 'string' ? cell : cell.text;
      const style = typeof cell === 'string' ? usual[column]! : this.styles.numberOf(cell.style);
      // A cell that is not there looks like its column.
      if (text !== '')
        xml += `${starts[column]!}${number}" s="${style}" t="inlineStr"><is><t${textXml(text)}</t></is></c>`;
      else if (style !== usual[column]) xml += `${starts[column]!}${number}" s="${style}"/>`;
    }
    return `${xml}</row>`;
  }

  private head(usual: readonly number[]): string {
    const frozen =
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
    const view = `<sheetView${this.isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${this.sheet.hasHeader ? frozen : ''}</sheetView>`;
    const columns = this.sheet.columns.map(
      ({ width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${usual[index]}" customWidth="1"/>`,
    );
    return (
      `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
      `${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`
    );
  }

  /** The order of its elements is that of CT_Worksheet (ECMA-376, 18.3.1.99): a spreadsheet repairs a sheet in another. */
  private foot(): string {
    const { hasHeader, rules = [] } = this.sheet;
    const last = Math.max(this.rows, 2);
    const all = this.range().replaceAll('$', '');
    return (
      '</sheetData>' +
      (this.sheet.protected
        ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>'
        : '') +
      (hasHeader ? `<autoFilter ref="${all}"/>` : '') +
      (rules.length === 0
        ? ''
        : `<dataValidations count="${rules.length}">${rules.map((rule) => ruleXml(rule, last)).join('')}</dataValidations>`) +
      '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
      // As wide as a page, and as long as it gets.
      '<pageSetup orientation="landscape" fitToHeight="0"/>' +
      `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
    );
  }
}

/** What boxes of Excel hold at most. */
const TITLE_UNITS = 32;
const SENTENCE_UNITS = 255;

function ruleXml({ column, title, prompt, list }: ColumnRule, last: number): string {
  const box = attributeXml(beginningOf(title, TITLE_UNITS));
  const letters = columnLetters(column);
  const place = `allowBlank="1" showInputMessage="1" promptTitle="${box}" prompt="${attributeXml(beginningOf(prompt, SENTENCE_UNITS))}" sqref="${letters}2:${letters}${last}"`;
  if (!list) return `<dataValidation ${place}/>`;
  const of = columnLetters(list.column);
  const error = `showErrorMessage="1" errorStyle="${list.strict ? 'stop' : 'information'}" errorTitle="${box}" error="${attributeXml(beginningOf(list.otherwise, SENTENCE_UNITS))}"`;
  return `<dataValidation type="list" ${error} ${place}><formula1>${quoted(list.sheet)}!$${of}$2:$${of}$${list.rows + 1}</formula1></dataValidation>`;
}

/** The name of a sheet as formulas have it. */
export const quoted = (sheet: string): string => `'${attributeXml(sheet).replaceAll("'", "''")}'`;
