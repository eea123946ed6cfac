import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { DataType, RecordedIssue, Language, Plan } from '@roundtrip/contracts';
import type { ChunkReport } from '@roundtrip/database';
import { createWorkbook, createZip, mediaTypeOf, type ObjectStore, type ZipEntry } from '@roundtrip/files';
import { type Definitions, shownValue } from '@roundtrip/fields';
import { type CellMark, contactsWorkbook, type TableField, toRow } from '@roundtrip/workbook';
import { type Row, writeWorkbook } from '@roundtrip/xlsx';
import type { ReportFile } from './report.file.js';
import { rejectedHeader, rejectedRows } from './report.rows.js';

/** What is to be known beside the plan. */
export interface RejectedOptions {
  dataType: DataType;
  language: Language;
  definitions: Definitions;
  /** Of one workbook; more go into further ones, and all into a .zip. */
  linesPerPart?: number;
}

/** As much as a template has in one part. */
const linesOfPart = 1_000_000;
const batchLines = 500;

/**
 * The rejected lines of an import whose file was a workbook: the cells of the CSV as texts, those that are wrong marked. They wait on local
 * disk until it is known how many they are and how wide.
 */
export class RejectedWorkbook {
  private lines = 0;
  private width: number;
  private madeAt = new Date(0);
  private readonly header: string[];
  private readonly toCells: (report: ChunkReport) => string[];
  private readonly marksOf: (issues: readonly RecordedIssue[]) => [column: number, mark: CellMark][];

  constructor(
    private readonly plan: Plan,
    private readonly options: RejectedOptions,
    private readonly spool: ReportFile,
  ) {
    this.header = rejectedHeader(plan);
    this.width = this.header.length;
    this.toCells = rejectedRows(plan, options.language);
    this.marksOf = cellMarks(plan);
  }

  async add(report: ChunkReport, decidedAt: Date): Promise<void> {
    const cells = this.toCells(report);
    this.lines++;
    this.width = Math.max(this.width, cells.length);
    if (decidedAt > this.madeAt) this.madeAt = decidedAt;
    await this.spool.write(`${JSON.stringify([cells, this.marksOf(report.issues)])}\n`);
  }

  /** @param key without the ending, which is that of the form */
  async store(store: ObjectStore, key: string): Promise<void> {
    const rows = await this.spool.readBack((path) => new Spooled(path));
    const { linesPerPart = linesOfPart } = this.options;
    const parts = Math.max(1, Math.ceil(this.lines / linesPerPart));
    const ending = parts === 1 ? 'xlsx' : 'zip';
    const content =
      parts === 1 ? this.workbook(rows.take(linesPerPart)) : createZip(this.zipped(rows, parts, linesPerPart));
    try {
      await store.put('reports', `${key}.${ending}`, content, { contentType: mediaTypeOf(`.${ending}`) });
    } finally {
      content.destroy();
      rows.close();
    }
  }

  private async *zipped(rows: Spooled, parts: number, linesPerPart: number): AsyncGenerator<ZipEntry> {
    for (let part = 1; part <= parts; part++) {
      const content = this.workbook(rows.take(linesPerPart), part);
      yield { name: `rejected-lines_${part}.xlsx`, content, modifiedAt: this.madeAt, isPacked: true };
    }
  }

  private workbook(rows: AsyncIterable<readonly Row[]>, part?: number): Readable {
    const { plan, header, width, madeAt } = this;
    const { dataType, language } = this.options;
    const old = new Set(plan.fields.map(({ oldColumn }) => oldColumn));
    const errorsColumn = plan.header.length;
    const correctable = Array.from({ length: width }, (_, column) => column).filter(
      (column) => column !== errorsColumn && !old.has(column),
    );
    const table = contactsWorkbook({
      title: 'rejected-lines',
      language,
      header,
      width,
      fields: plan.fields.flatMap((field) => this.tableField(field)),
      correctable: new Set(correctable),
      errorsColumn,
      rows,
      about: { dataType, madeAt, ...(part !== undefined && { part: String(part) }) },
    });
    return createWorkbook(writeWorkbook(table), madeAt);
  }

  /** A field of a template; columns of the ordinary import have no lists. */
  private tableField({ path, code, name, kind, oldColumn, newColumn }: Plan['fields'][number]): TableField[] {
    if (!path.includes('.')) return [];
    const { criteria, authorisations } = this.options.definitions;
    const known = [...criteria, ...authorisations].find((field) => field.path === path);
    return [{ code, name, kind, values: known?.values ?? [], oldColumn, newColumn }];
  }
}

/** Which cells an issue is about, by the name that it gives to the column. */
function cellMarks(plan: Plan): (issues: readonly RecordedIssue[]) => [column: number, mark: CellMark][] {
  const columns = new Map(plan.header.map((cell, column) => [shownValue(cell), column]));
  const old = new Set(plan.fields.map(({ oldColumn }) => oldColumn));
  return (issues) =>
    issues.flatMap(({ column: name }): [number, CellMark][] => {
      const column = name === undefined ? undefined : columns.get(name);
      return column === undefined ? [] : [[column, old.has(column) ? 'wrongKept' : 'wrong']];
    });
}

/** The lines that were kept, handed out in portions, so that a part can end at any of them. */
class Spooled {
  private readonly source;
  private readonly lines;

  constructor(path: string) {
    this.source = createReadStream(path);
    this.lines = createInterface({ input: this.source, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  async *take(max: number): AsyncGenerator<readonly Row[]> {
    let batch: Row[] = [];
    for (let taken = 0; taken < max; taken++) {
      const next = await this.lines.next();
      if (next.done) break;
      const [cells, marks] = JSON.parse(next.value) as [string[], [number, CellMark][]];
      batch.push(toRow(cells, new Map(marks)));
      if (batch.length < batchLines) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  close(): void {
    this.source.destroy();
  }
}
