import { Inject, Injectable } from '@nestjs/common';
import type { Definitions } from '@roundtrip/contacts';
import type { DataType, Issue, Plan } from '@roundtrip/contracts';
import type { CsvFile, CsvRecord, Delimiter, Encoding } from '@roundtrip/csv';
import { FileProblem, ObjectStore, type Upload } from '@roundtrip/files';
import { CONFIG } from '@roundtrip/service';
import type { Config } from './config.js';
import { DuplicateLines } from './duplicate-lines.js';
import { encodingAssumed } from './file.warnings.js';
import { noDataRows, otherHeader } from './file.problems.js';
import { hasNumberColumn, readHeader } from './header/header.rules.js';
import { filledProblem, type Layout } from './header/layout.js';
import { missingNumber, rowsLookedAt } from './header/missing-number.rules.js';
import { contactNumberOf, keptCells, lineReader } from './line.rules.js';
import { type FileLimits, PartReader } from './part.reader.js';
import { PlanWriter } from './plan.writer.js';
import { withTrailingBlanks } from './trailing-blanks.js';

export interface Examination {
  importId: string;
  /** Names the objects of this plan. */
  attempt: string;
  dataType: DataType;
  definitions: Definitions;
  upload: Upload;
  /** Called between batches; what it throws ends the examination. */
  onLines: (linesDone: number, linesTotal: number) => Promise<void>;
}

/** What the first pass has found out. */
interface Survey {
  layout: Layout;
  delimiter: Delimiter;
  parts: { reader: PartReader; encoding: Encoding }[];
  duplicates: DuplicateLines;
  rows: number;
  blankLines: number;
  warnings: Issue[];
}

/** Is the file sound? Two passes over all parts: bytes, header and duplicates first, then every cell. */
@Injectable()
export class FileExaminer {
  private readonly limits: FileLimits;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ObjectStore,
  ) {
    this.limits = {
      maxRecordBytes: config.IMPORT_MAX_RECORD_BYTES,
      maxColumns: config.IMPORT_MAX_COLUMNS,
      maxRows: config.IMPORT_MAX_ROWS,
    };
  }

  /**
   * Writes the plan's chunks; they count only once the plan is stored.
   *
   * @throws FileProblem when the file as a whole cannot be used
   */
  async examine(examination: Examination): Promise<Plan> {
    const survey = await this.survey(examination);
    const chunks = await this.writePlan(examination, survey);
    const { layout, delimiter, rows, blankLines, warnings } = survey;
    return {
      attempt: examination.attempt,
      chunks,
      lines: rows,
      blankLines,
      header: layout.header,
      delimiter,
      fields: layout.fields.map(({ planned }) => planned),
      warnings: [...warnings, ...layout.warnings],
    };
  }

  private async survey({ upload, dataType, definitions, onLines }: Examination): Promise<Survey> {
    const duplicates = new DuplicateLines();
    const parts: Survey['parts'] = [];
    const warnings: Issue[] = [];
    let first: { layout: Layout; delimiter: Delimiter } | undefined;
    let rows = 0;
    let blankLines = 0;
    for (const [index, part] of upload.parts.entries()) {
      const reader = new PartReader(part, upload.parts.length > 1 ? index + 1 : undefined, this.limits);
      const { encoding, assumed } = await reader.encoding();
      if (assumed) warnings.push(encodingAssumed(reader.number));
      parts.push({ reader, encoding });

      const file = await reader.open(encoding, this.limits.maxRows - rows);
      try {
        const layout = await readTop(file, dataType, definitions);
        first ??= { layout, delimiter: file.delimiter };
        if (!sameHeader(first.layout, layout)) throw otherHeader(index + 1);
        for await (const records of withTrailingBlanks(file.batches, layout.minWidth)) {
          rows += records.length;
          for (const { line, cells: found } of records) {
            const cells = keptCells(layout, found);
            const problem = cells && filledProblem(layout, found, { line, ...numbered(reader) });
            if (problem) throw problem;
            const contactNumber = cells && contactNumberOf(layout, cells);
            if (contactNumber !== undefined) duplicates.add(contactNumber, { part: index + 1, line });
          }
          await onLines(0, rows);
        }
      } finally {
        await file.close();
      }
      blankLines += file.blankLines();
    }
    if (!first || rows === 0) throw noDataRows();
    return { ...first, parts, duplicates, rows, blankLines, warnings };
  }

  private async writePlan({ importId, attempt, onLines }: Examination, survey: Survey): Promise<number> {
    const { layout, parts, duplicates, rows } = survey;
    const writer = new PlanWriter(this.store, importId, attempt, this.config.PLAN_CHUNK_LINES);
    let linesDone = 0;
    try {
      for (const { reader, encoding } of parts) {
        const readLine = lineReader({
          layout,
          othersOf: (contactNumber, place) => duplicates.othersOf(contactNumber, place),
          ...numbered(reader),
        });
        const file = await reader.open(encoding, this.limits.maxRows);
        for await (const records of withTrailingBlanks(file.batches, layout.minWidth)) {
          for (const record of records) await writer.add(readLine(record));
          linesDone += records.length;
          await onLines(linesDone, rows);
        }
      }
      return await writer.finish();
    } finally {
      await writer.settle();
    }
  }
}

const numbered = ({ number }: PartReader): { part?: number } => (number === undefined ? {} : { part: number });

/** @throws FileProblem what is wrong with the header line, or what the file is when it has none */
async function readTop(file: CsvFile, dataType: DataType, definitions: Definitions): Promise<Layout> {
  if (!hasNumberColumn(file.header)) {
    const seen = missingNumber({ ...file, below: await firstRows(file) });
    if (seen) throw seen;
  }
  return readHeader(file.header, dataType, definitions);
}

/** What can be read of a file that is not read any further. */
async function firstRows({ batches }: CsvFile): Promise<CsvRecord[]> {
  const rows: CsvRecord[] = [];
  try {
    for await (const records of batches) {
      rows.push(...records.slice(0, rowsLookedAt));
      if (rows.length >= rowsLookedAt) break;
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
  }
  return rows;
}

/** Same columns in the same order: the names of fields behind their codes are for people. */
const sameHeader = (a: Layout, b: Layout): boolean =>
  a.width === b.width &&
  a.minWidth === b.minWidth &&
  a.kept.length === b.kept.length &&
  a.kept.every((index, column) => index === b.kept[column]) &&
  a.numberColumn === b.numberColumn &&
  a.emailColumn === b.emailColumn &&
  a.fields.length === b.fields.length &&
  a.fields.every(({ planned }, index) => {
    const other = b.fields[index]!.planned;
    return (
      planned.path === other.path && planned.newColumn === other.newColumn && planned.oldColumn === other.oldColumn
    );
  });
