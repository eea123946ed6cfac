/** How a cell looks. Every cell is text, whatever stands in it: no spreadsheet rewrites it. Colours are six hexadecimal digits. */
export interface CellStyle {
  /** Only where the sheet is protected does it count. */
  locked: boolean;
  bold?: boolean;
  /** In points. */
  size?: number;
  color?: string;
  fill?: string;
  wrap?: boolean;
}

/** The format `@`. */
const TEXT = 49;
const defaultSize = 11;
const fontXml = ({ bold, size = defaultSize, color }: Omit<CellStyle, 'locked'>): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color === undefined ? '' : `<color rgb="FF${color}"/>`}<name val="Calibri"/><family val="2"/></font>`;
const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;

/** The styles of a workbook: each has its number from the first time that it is asked for. */
export class Styles {
  private readonly numbers = new Map<CellStyle, number>();

  /** 0 is that of cells that nobody has written. */
  numberOf(style: CellStyle): number {
    const known = this.numbers.get(style);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(style, number);
    return number;
  }

  /** The element of `xl/styles.xml`. */
  toXml(): string {
    const styles = [...this.numbers.keys()];
    const fonts = [{}, ...styles].map(fontXml);
    // The first two are always these: https://learn.microsoft.com/openspecs/office_standards/ms-oi29500
    const fills = ['<fill><patternFill/></fill>', '<fill><patternFill patternType="gray125"/></fill>'];
    const cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
    for (const [index, { fill, locked, wrap }] of styles.entries()) {
      const fillId = fill === undefined ? 0 : fills.push(fillXml(fill)) - 1;
      const alignment = `<alignment vertical="${wrap ? 'top' : 'bottom'}"${wrap ? ' wrapText="1"' : ''}/>`;
      cells.push(
        `<xf numFmtId="${TEXT}" fontId="${index + 1}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1">${alignment}<protection locked="${locked ? 1 : 0}"/></xf>`,
      );
    }
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `${list('fonts', fonts)}${list('fills', fills)}` +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `${list('cellXfs', cells)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }
}

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;
