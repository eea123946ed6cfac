import { Injectable } from '@nestjs/common';
import type {
  DataType,
  FileEncoding,
  ImportAction,
  RecordedIssue,
  Plan,
  TemplateComparison,
} from '@roundtrip/contracts';
import type { Delimiter, Encoding } from '@roundtrip/csv';
import type { Definitions } from '@roundtrip/fields';
import { FileProblem, ObjectStore, type Upload, type UploadPart } from '@roundtrip/files';
import { traced } from '@roundtrip/tracing';
import { columnLetters } from '@roundtrip/xlsx';
import { Comparison } from './comparison/comparison.rules.js';
import { DamagedFile } from './comparison/damage.problems.js';
import type { KeptTemplate } from './comparison/exported-templates.reader.js';
import { ImportValidationConfig } from './config.js';
import { DuplicateLines } from './duplicate-lines.js';
import { AssumedLetters } from './encoding/assumed-letters.js';
import { ContactNamesReader } from './encoding/contact-names.reader.js';
import { EncodingGuess } from './encoding/encoding-guess.js';
import { encodingAssumed, encodingDetected, lettersUncertain } from './encoding/encoding.problems.js';
import type { EncodingFound } from './encoding/encoding.rules.js';
import { type FileLimits, noDataRows, otherHeader } from './file.problems.js';
import type { TemplateLines } from './comparison/recorded-lines.js';
import { columnsOf } from './header/file-columns.js';
import { hasNumberColumn, readHeader } from './header/header.rules.js';
import { filledProblem, type FileLayout } from './header/layout.js';
import { missingNumber, rowsLookedAt } from './header/missing-number.rules.js';
import { contactNumberOf, keptCells, lineReader } from './file-line.rules.js';
import { CsvPartReader, type OpenPart, type PartReader, type TableRecord } from './part.reader.js';
import { WorkbookPartReader } from './workbook/workbook-part.reader.js';
import { PlanWriter } from './plan.writer.js';
import { checking, counting, type Reading } from './reading.rules.js';
import { withTrailingBlanks } from './trailing-blanks.js';

export interface Examination {
  importId: string;
  /** Names the objects of this plan. */
  attempt: string;
  institution: string;
  dataType: DataType;
  action: ImportAction;
  /** How the parts that are not UTF-8 are to be read; absent: their names decide. */
  encoding?: FileEncoding | undefined;
  definitions: Definitions;
  upload: Upload;
  /** Of the files that we make, where the upload itself has none. */
  delimiter: Delimiter;
  /**
   * The template that the file was made of, if it is known and still kept; the caller closes it.
   *
   * @param templateId as a workbook says it
   */
  findTemplate?: (templateId: string | undefined) => Promise<KeptTemplate | undefined>;
  /** Called between batches; what it throws ends the examination. */
  onLines: (reading: Reading) => Promise<void>;
}

export interface ExaminedFile {
  plan: Plan;
  /** Of a file whose template is known. */
  comparison?: TemplateComparison;
}

interface Part {
  reader: PartReader;
  /** As its first row has them, those included that are ignored. */
  header: readonly string[];
  encoding: Encoding;
  layout: FileLayout;
  /** Of a CSV. */
  delimiter?: Delimiter | undefined;
  /** Its names told the encoding. */
  detected?: EncodingFound;
  /** Nothing told the encoding. */
  assumed?: AssumedLetters;
}

/** What the first pass finds out, part by part. */
interface Survey {
  parts: Part[];
  readers: PartReader[];
  duplicates: DuplicateLines;
  rows: number;
}

/** Is the file sound? Two passes over all parts: bytes, header and duplicates first, then every cell. */
@Injectable()
export class FileExaminer {
  private readonly limits: FileLimits;

  constructor(
    private readonly config: ImportValidationConfig,
    private readonly store: ObjectStore,
    private readonly names: ContactNamesReader,
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
  async examine(examination: Examination): Promise<ExaminedFile> {
    const survey: Survey = { parts: [], readers: [], duplicates: new DuplicateLines(), rows: 0 };
    let template: KeptTemplate | undefined;
    try {
      await traced({ name: 'survey file' }, () => this.survey(examination, survey));
      template = await findTemplate(examination, survey);
      const comparison = template?.lines && comparisonWith(template.templateId, template.lines, examination, survey);
      const written = await traced({ name: 'write plan' }, () => this.writePlan(examination, survey, comparison));
      const damage = comparison?.damage();
      if (damage) throw new DamagedFile(damage, comparison!.result());
      const { layout, delimiter = examination.delimiter } = survey.parts[0]!;
      const plan = {
        attempt: examination.attempt,
        ...written,
        header: layout.header,
        delimiter,
        ...(survey.readers[0]!.isWorkbook && { sheetColumns: layout.kept.map(columnLetters) }),
        fields: layout.fields.map(({ planned }) => planned),
        warnings: [
          ...survey.parts.flatMap(aboutEncoding),
          ...survey.readers.flatMap((reader) => reader.warnings()),
          ...layout.warnings,
        ],
      };
      const result = comparison?.result() ?? (template && tooLarge(template.templateId));
      return { plan, ...(result && { comparison: result }) };
    } finally {
      await template?.close();
      for (const reader of survey.readers) reader.close();
    }
  }

  private async survey(examination: Examination, survey: Survey): Promise<void> {
    const { upload } = examination;
    for (const [index, part] of upload.parts.entries()) {
      const reader = this.readerOf(part, upload.parts.length > 1 ? index + 1 : undefined);
      survey.readers.push(reader);
      survey.parts.push(await this.surveyPart(examination, survey, reader));
    }
    if (survey.rows === 0) throw noDataRows();
  }

  private readerOf(part: UploadPart, number: number | undefined): PartReader {
    const { workbook } = part;
    return workbook
      ? new WorkbookPartReader({ ...part, workbook }, number, this.limits)
      : new CsvPartReader(part, number, this.limits);
  }

  private async surveyPart(examination: Examination, survey: Survey, reader: PartReader): Promise<Part> {
    const { dataType, definitions, encoding: chosen } = examination;
    const { encoding: found, assumed } = await reader.encoding();
    const layoutOf = (header: readonly string[]): FileLayout => readHeader(header, dataType, definitions);
    if (assumed && chosen === undefined) return this.surveyOlderPart(examination, survey, reader, layoutOf);
    const encoding = assumed && chosen !== undefined ? chosen : found;
    const file = await reader.open(encoding, this.limits.maxRows - survey.rows);
    try {
      await requireHeader(file);
      const layout = layoutOf(file.header);
      requireSameHeader(survey, layout, reader);
      survey.rows += await this.readNumbers(examination, survey, { reader, file, layout });
      return { reader, header: file.header, encoding, layout, delimiter: file.delimiter };
    } finally {
      await file.close();
    }
  }

  /** Nobody has said what it is saved in: it is read as Windows-1252, and at its end its names tell how to read it. */
  private async surveyOlderPart(
    examination: Examination,
    survey: Survey,
    reader: PartReader,
    layoutOf: (header: readonly string[]) => FileLayout,
  ): Promise<Part> {
    const bytesSeen = new Uint8Array(256);
    const file = await reader.open('windows-1252', this.limits.maxRows - survey.rows, bytesSeen);
    try {
      await requireHeader(file);
      const guess = new EncodingGuess(file.header, bytesSeen, layoutOf);
      const reading = { reader, file, layout: guess.anyLayout, look: (cells: string[]) => guess.look(cells) };
      const rows = await this.readNumbers(examination, survey, reading);
      const found = guess.byNames(await this.names.compared(examination.institution, guess.names));
      const layout = guess.layoutFor(found, reader.number);
      requireSameHeader(survey, layout, reader);
      const encoding = found?.encoding ?? 'windows-1252';
      if (guess.hasOtherNumbers && encoding !== 'windows-1252') {
        const again = await reader.open(encoding, this.limits.maxRows - survey.rows);
        await this.readNumbers(examination, survey, { reader, file: again, layout });
      }
      survey.rows += rows;
      const doubt = found ? { detected: found } : { assumed: new AssumedLetters(layout) };
      return { reader, header: file.header, encoding, layout, delimiter: file.delimiter, ...doubt };
    } finally {
      await file.close();
    }
  }

  /** Learns which numbers stand on several lines. @returns the number of rows */
  private async readNumbers(
    { upload, onLines }: Examination,
    { parts, duplicates, rows: before }: Survey,
    {
      reader,
      file,
      layout,
      look,
    }: { reader: PartReader; file: OpenPart; layout: FileLayout; look?: (cells: string[]) => void },
  ): Promise<number> {
    const sizeBytes = sizeOf(upload.parts);
    const bytesBefore = sizeOf(parts.map((part) => part.reader));
    let rows = 0;
    for await (const records of withTrailingBlanks(file.batches, layout.minWidth)) {
      rows += records.length;
      for (const { line, cells: found } of records) {
        const cells = keptCells(layout, found);
        if (!cells) continue;
        const problem = filledProblem(layout, found, { line, ...numbered(reader) });
        if (problem) throw problem;
        const contactNumber = contactNumberOf(layout, cells);
        if (contactNumber !== undefined) duplicates.add(contactNumber, { part: reader.number ?? 1, line });
        look?.(cells);
      }
      await onLines(counting(before + rows, (bytesBefore + file.bytesRead()) / sizeBytes));
    }
    return rows;
  }

  private async writePlan(
    { importId, attempt, action, onLines }: Examination,
    { parts, duplicates, rows }: Survey,
    comparison: Comparison | undefined,
  ): Promise<Pick<Plan, 'chunks' | 'chunkHashes' | 'lines' | 'blankLines'>> {
    const { layout } = parts[0]!;
    const writer = new PlanWriter(this.store, importId, attempt, this.config.PLAN_CHUNK_LINES);
    let lines = 0;
    let blankLines = 0;
    try {
      for (const { reader, encoding, assumed } of parts) {
        const readLine = lineReader({
          layout,
          inWorkbook: reader.isWorkbook,
          othersOf: (contactNumber, place) => duplicates.othersOf(contactNumber, place),
          ...numbered(reader),
        });
        const file = await reader.open(encoding, this.limits.maxRows);
        for await (const records of withTrailingBlanks(file.batches, layout.minWidth)) {
          for (const record of records) {
            const line = readLine(record);
            assumed?.look(line);
            comparison?.look(line, assumed !== undefined);
            // Its plan is not needed any more; what is read further is read for its words.
            if (action === 'update' && assumed?.writes) {
              if (assumed.hasEnoughWords) throw lettersUncertain(reader.number, assumed.readings());
            } else await writer.add(line);
          }
          lines += records.length;
          await onLines(checking(lines, rows));
        }
        if (action === 'update' && assumed?.writes) throw lettersUncertain(reader.number, assumed.readings());
        blankLines += file.blankLines();
      }
      return { ...(await writer.finish()), lines, blankLines };
    } finally {
      await writer.settle();
    }
  }
}

/** @returns undefined also when the file holds other `[old]` values on purpose, or is of columns that the template has not */
async function findTemplate({ findTemplate: find }: Examination, { parts }: Survey): Promise<KeptTemplate | undefined> {
  const header = columnsOf(parts[0]!.header);
  const isReport = header.some(({ role, text }) => role === 'ignored' && text !== '');
  if (!find || isReport) return undefined;
  const template = await find(await parts[0]!.reader.templateId());
  if (!template?.lines) return template;
  const { columns } = template.lines.head;
  const olds = header.filter(({ role }) => role === 'old');
  const isOfTemplate = olds.every(({ key }) => columns.some((column) => column.role === 'old' && column.key === key));
  if (olds.length > 0 && isOfTemplate) return template;
  await template.close();
  return undefined;
}

const comparisonWith = (
  templateId: string,
  lines: TemplateLines,
  { dataType, definitions }: Examination,
  { parts }: Survey,
): Comparison =>
  new Comparison(templateId, lines, parts[0]!.layout.header, dataType === 'contacts' ? [] : definitions[dataType]);

const tooLarge = (templateId: string): TemplateComparison => ({
  templateId,
  isTooLarge: true,
  linesInTemplate: 0,
  linesFound: 0,
  linesAdded: 0,
  addedPlaces: [],
  linesMissing: 0,
  columns: [],
  furtherColumns: 0,
});

function aboutEncoding({ reader, detected, assumed }: Part): RecordedIssue[] {
  if (detected) return [encodingDetected(reader.number, detected)];
  return assumed ? [encodingAssumed(reader.number, assumed.readings(), assumed.writes)] : [];
}

/** @throws FileProblem when the part has other columns than the first */
function requireSameHeader({ parts }: Survey, layout: FileLayout, { number }: PartReader): void {
  const first = parts[0];
  if (first && !sameHeader(first.layout, layout)) throw otherHeader(number ?? 1);
}

const numbered = ({ number }: PartReader): { part?: number } => (number === undefined ? {} : { part: number });

/** @throws FileProblem what the file is when it has no header line; what is wrong with one is found by `readHeader` */
async function requireHeader(file: OpenPart): Promise<void> {
  if (hasNumberColumn(file.header)) return;
  const seen = missingNumber({ header: file.header, delimiter: file.delimiter ?? '\t', below: await firstRows(file) });
  if (seen) throw seen;
}

/** What can be read of a file that is not read any further. */
async function firstRows({ batches }: OpenPart): Promise<TableRecord[]> {
  const rows: TableRecord[] = [];
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
const sameHeader = (a: FileLayout, b: FileLayout): boolean =>
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

const sizeOf = (parts: readonly { sizeBytes: number }[]): number =>
  parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
