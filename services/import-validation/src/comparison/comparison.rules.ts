import type { ComparedColumn, DamageCause, PlannedLine, TemplateComparison } from '@roundtrip/contracts';
import { BLANK_PRINT, cellPrint, type FieldDefinition, numberPrint, textPrint } from '@roundtrip/fields';
import { isBeyondAscii } from '../encoding/is-beyond-ascii.js';
import { columnsOf } from '../header/file-columns.js';
import { cellExplainer, type ExplainCell, withZeros } from './likely-cause.rules.js';
import type { TemplateLines } from './recorded-lines.js';

/**
 * A file against the template that it was made of, line by line; by contact number, whatever order the lines are in. What is counted needs
 * no memory for the lines but a bit each. Pure.
 *
 * That the cells of a column belong to other lines is seen without looking for those: of each cell that differs, what it was is taken from
 * a sketch of what the column holds now (the tug-of-war sketch of Alon, Matias and Szegedy). Cells that have only changed places leave
 * nothing of it; cells that were typed leave as much as there are of them.
 */
const sketchBuckets = 256;
/** Of what as many unrelated texts would leave: a permutation leaves 0, and a fifth of typed cells among it 0.2. */
const leftByPermutation = 0.3;
/** Fewer cells are no pattern. */
export const fewCells = 5;
/** Of the cells that would differ if the column was shuffled: a part of the lines may have been sorted. */
const shuffledShare = 0.25;
const shiftedShare = 0.8;

const placesNamed = 5;
const columnsNamed = 100;

type Place = TemplateComparison['addedPlaces'][number];

interface Column {
  role: 'plain' | 'old';
  key: string;
  /** In the cells of a line, and in the prints of the template. */
  index: number;
  at: number;
  /** The word Empty: in an authorisation it is no value. */
  none: number;
  explain: ExplainCell;
  mayShift: boolean;
  /** Lines of which the template or the file has a value. */
  filled: number;
  cells: number;
  readAlike: number;
  /** Filled cells whose value is another one. */
  damaged: number;
  shifted: number;
  causes: Map<DamageCause, number>;
  places: Place[];
  /** What the template holds by bucket, to know how many cells would differ by chance. */
  held: Int32Array;
  /** What the file has and the template has not. Absent while nothing differs. */
  sketch?: Int32Array;
}

/** What is wrong with the file as a whole. */
export interface FoundDamage {
  code: 'FILE_SORTED_APART' | 'COLUMN_DAMAGED';
  /** The worst first. */
  columns: ComparedColumn[];
}

export class Comparison {
  private readonly columns: Column[];
  private readonly seed: number;
  private readonly seen: Uint8Array;
  private linesFound = 0;
  private linesSeen = 0;
  private linesAdded = 0;
  private readonly addedPlaces: Place[] = [];
  private numbersDamaged = 0;
  private readonly numberPlaces: Place[] = [];

  /**
   * @param header of the file, without the columns that are ignored
   * @param fields of the data type
   */
  constructor(
    private readonly templateId: string,
    private readonly template: TemplateLines,
    header: readonly string[],
    fields: readonly FieldDefinition[],
  ) {
    const { seed, columns } = template.head;
    this.seed = seed;
    this.seen = new Uint8Array(Math.ceil(template.lines / 8));
    const byCode = new Map(fields.map((field) => [field.code, field]));
    this.columns = columnsOf(header).flatMap(({ role, key, index }): Column[] => {
      const at = columns.findIndex((column) => column.role === role && column.key === key);
      if (at < 0 || (role !== 'old' && role !== 'plain')) return [];
      const field = role === 'old' ? byCode.get(key) : undefined;
      const { kind } = field ?? {};
      return [
        {
          role,
          key,
          index,
          at,
          none: kind === 'AUTHORISATION' ? cellPrint('Empty', seed) : BLANK_PRINT,
          explain: cellExplainer(seed, field),
          mayShift: kind !== 'AUTHORISATION' && kind !== 'BOOLEAN',
          filled: 0,
          cells: 0,
          readAlike: 0,
          damaged: 0,
          shifted: 0,
          causes: new Map(),
          places: [],
          held: new Int32Array(sketchBuckets),
        },
      ];
    });
  }

  /** @param onlyAscii the letters beyond may have been read wrongly: cells with such are passed over */
  look(line: PlannedLine, onlyAscii = false): void {
    const { contactNumber, raw, issues } = line;
    if (contactNumber === undefined || issues.some(({ code }) => code === 'ROW_WIDTH')) return;
    const found = this.find(contactNumber);
    if (!found) {
      this.linesAdded++;
      note(this.addedPlaces, line);
      return;
    }
    this.linesFound++;
    if (found.wasDamaged) {
      this.numbersDamaged++;
      note(this.numberPlaces, line);
    }
    const { at: inTemplate } = found;
    const [byte, bit] = [inTemplate >> 3, 1 << (inTemplate & 7)];
    if ((this.seen[byte]! & bit) === 0) this.linesSeen++;
    this.seen[byte]! |= bit;

    const prints = this.template.prints(inTemplate);
    for (const column of this.columns) {
      const was = prints[column.at]!;
      const cell = raw[column.index] ?? '';
      column.held[was & (sketchBuckets - 1)]!++;
      if (cell === '' && was === BLANK_PRINT) continue;
      if (cellPrint(cell, this.seed) === was) {
        if (was !== column.none) column.filled++;
        continue;
      }
      if (onlyAscii && isBeyondAscii(cell)) continue;
      this.differs(column, cell, was, line, prints);
    }
  }

  private find(contactNumber: string): { at: number; wasDamaged: boolean } | undefined {
    const at = this.template.find(numberPrint(contactNumber, this.seed));
    if (at >= 0) return { at, wasDamaged: false };
    for (const number of withZeros(contactNumber)) {
      const meant = this.template.find(numberPrint(number, this.seed));
      if (meant >= 0) return { at: meant, wasDamaged: true };
    }
    return undefined;
  }

  private differs(column: Column, cell: string, was: number, line: PlannedLine, prints: Int32Array): void {
    // In a workbook there is no guard: what looks like one is part of the text.
    const isUnguarded = cell.startsWith("'") && textPrint(cell, this.seed) === was;
    const { cause, isReadAlike, print } = isUnguarded
      ? { cause: 'changed' as const, isReadAlike: true, print: was }
      : column.explain(cell, was);
    const isFilled = was !== column.none || (print !== column.none && print !== BLANK_PRINT);
    if (isFilled) column.filled++;
    if (isUnguarded) return;
    // That an address or a name is not repeated says nothing else about the line.
    if (column.role === 'plain' && cause === 'cleared') return;
    column.cells++;
    note(column.places, line);
    if (isReadAlike) {
      column.readAlike++;
    } else {
      if (isFilled) column.damaged++;
      column.sketch ??= new Int32Array(sketchBuckets);
      column.sketch[bucketOf(print)]!++;
      column.sketch[bucketOf(was)]!--;
      if (column.mayShift && this.isShifted(column, was, print, line.raw, prints)) column.shifted++;
    }
    column.causes.set(cause, (column.causes.get(cause) ?? 0) + 1);
  }

  /** The cell stands in the column beside, or what stands here was beside. */
  private isShifted(column: Column, was: number, print: number, cells: readonly string[], prints: Int32Array): boolean {
    const beside = [cells[column.index - 1], cells[column.index + 1]];
    if (was !== BLANK_PRINT && beside.some((cell) => cell !== undefined && cellPrint(cell, this.seed) === was))
      return true;
    return print !== BLANK_PRINT && (prints[column.at - 1] === print || prints[column.at + 1] === print);
  }

  result(): TemplateComparison {
    const columns = this.compared();
    return {
      templateId: this.templateId,
      linesInTemplate: this.template.lines,
      linesFound: this.linesFound,
      linesAdded: this.linesAdded,
      addedPlaces: this.addedPlaces,
      linesMissing: this.template.lines - this.linesSeen,
      columns: columns.slice(0, columnsNamed),
      furtherColumns: Math.max(0, columns.length - columnsNamed),
    };
  }

  /** Why nothing of the file may be applied; undefined when it may. */
  damage(): FoundDamage | undefined {
    const compared = this.compared();
    const apart = compared.filter(({ cause }) => cause === 'sortedApart');
    if (apart.length > 0) return { code: 'FILE_SORTED_APART', columns: apart };
    const isDamaged = ({ role, key }: ComparedColumn): boolean => {
      if (key === numberColumn && role === 'plain') return isPattern(this.numbersDamaged, this.linesFound);
      const column = this.columns.find((one) => one.role === role && one.key === key);
      return column?.role === 'old' && isPattern(column.damaged, column.filled);
    };
    const damaged = compared.filter(isDamaged);
    return damaged.length > 0 ? { code: 'COLUMN_DAMAGED', columns: damaged } : undefined;
  }

  private compared(): ComparedColumn[] {
    const numbers: ComparedColumn = {
      role: 'plain',
      key: numberColumn,
      cells: this.numbersDamaged,
      readAlike: 0,
      cause: 'zerosLost',
      causes: [{ cause: 'zerosLost', cells: this.numbersDamaged }],
      places: this.numberPlaces,
    };
    const columns = this.columns.filter(({ cells }) => cells > 0).map((column) => this.comparedColumn(column));
    if (this.numbersDamaged > 0) columns.push(numbers);
    return columns.toSorted((a, b) => b.cells - b.readAlike - (a.cells - a.readAlike) || b.cells - a.cells);
  }

  private comparedColumn(column: Column): ComparedColumn {
    const causes = [...column.causes].map(([cause, cells]) => ({ cause, cells })).toSorted((a, b) => b.cells - a.cells);
    const { role, key, cells, readAlike, places } = column;
    const cause = this.isSortedApart(column) ? 'sortedApart' : isShifted(column) ? 'shifted' : causes[0]!.cause;
    return { role, key, cells, readAlike, cause, causes, places };
  }

  private isSortedApart({ cells, readAlike, held, sketch }: Column): boolean {
    const differing = cells - readAlike;
    if (!sketch || differing < fewCells || differing < shuffledShare * differingByChance(held, this.linesFound)) {
      return false;
    }
    const left = sketch.reduce((sum, count) => sum + count * count, 0);
    return left <= leftByPermutation * 2 * differing;
  }
}

const numberColumn = 'CONTACT_NUMBER';

const isPattern = (damaged: number, of: number): boolean => damaged >= fewCells && damaged > of / 2;

const isShifted = ({ cells, readAlike, shifted }: Column): boolean =>
  shifted >= fewCells && shifted >= shiftedShare * (cells - readAlike);

/** How many cells of a shuffled column would not be what they were. */
const differingByChance = (held: Int32Array, lines: number): number =>
  lines === 0 ? 0 : lines - held.reduce((sum, count) => sum + (count * count) / lines, 0);

/** The lowest bits are those of `held`; a sketch wants others, as blank cells have none of them. */
const bucketOf = (print: number): number => (print >>> 8) & (sketchBuckets - 1);

function note(places: Place[], { line, part }: PlannedLine): void {
  if (places.length < placesNamed) places.push(part === undefined ? { line } : { line, part });
}
