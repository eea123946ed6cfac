import type { RecordedIssue } from '@roundtrip/contracts';
import {
  CsvError,
  type CsvFile,
  type CsvRecord,
  type Delimiter,
  detectEncoding,
  type Encoding,
  readCsv,
} from '@roundtrip/csv';
import type { UploadPart } from '@roundtrip/files';
import type { OddCell } from '@roundtrip/xlsx';
import { csvProblem, type FileLimits } from './file.problems.js';
import { isKnownColumn } from './header/header.rules.js';

/** A record, and what a workbook knows of its cells beside their text. */
export interface TableRecord extends CsvRecord {
  odd?: OddCell[];
}

export interface OpenPart extends Omit<CsvFile, 'delimiter' | 'batches'> {
  /** Of a CSV. */
  delimiter?: Delimiter;
  batches: AsyncIterable<TableRecord[]>;
  /** So far. */
  bytesRead(): number;
}

/** One table of an upload, which is read several times. What is wrong with its bytes is thrown as FileProblem, with its part. */
export interface PartReader {
  /** From 1; absent when the file has only this part. */
  readonly number: number | undefined;
  readonly sizeBytes: number;
  readonly isWorkbook: boolean;
  /** Reads what has to be read to know it. @throws FileProblem */
  encoding(): Promise<{ encoding: Encoding; assumed: boolean }>;
  /**
   * @param maxRows how many are left for this part
   * @param bytesSeen as in CsvOptions
   * @throws FileProblem, here and from `batches`
   */
  open(encoding: Encoding, maxRows: number, bytesSeen?: Uint8Array): Promise<OpenPart>;
  /** The template that it says it was made of; once it was opened. */
  templateId(): Promise<string | undefined>;
  /** What is to be said of it as a whole, once it was read to its end. */
  warnings(): RecordedIssue[];
  close(): void;
}

/** @param seen is told how many bytes each chunk has */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  seen: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    seen(chunk.length);
    yield chunk;
  }
}

/** The batches, with an error of the library that reads them in our words. */
export async function* explained<T>(
  batches: AsyncIterable<T>,
  explain: (error: unknown) => unknown,
): AsyncGenerator<T> {
  try {
    yield* batches;
  } catch (error) {
    throw explain(error);
  }
}

export class CsvPartReader implements PartReader {
  readonly isWorkbook = false;

  constructor(
    private readonly part: UploadPart,
    readonly number: number | undefined,
    private readonly limits: FileLimits,
  ) {}

  get sizeBytes(): number {
    return this.part.sizeBytes;
  }

  async encoding(): Promise<{ encoding: Encoding; assumed: boolean }> {
    try {
      return await detectEncoding(this.part.open());
    } catch (error) {
      throw this.explain(error);
    }
  }

  async open(encoding: Encoding, maxRows: number, bytesSeen?: Uint8Array): Promise<OpenPart> {
    let bytesRead = 0;
    const bytes = counted(this.part.open(), (count) => (bytesRead += count));
    try {
      const limits = { ...this.limits, maxRows };
      const file = await readCsv(bytes, { encoding, limits, isKnownColumn, bytesSeen });
      const batches = explained(file.batches, (error) => this.explain(error));
      return { ...file, batches, bytesRead: () => bytesRead };
    } catch (error) {
      throw this.explain(error);
    }
  }

  templateId(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  warnings(): RecordedIssue[] {
    return [];
  }

  close(): void {
    // Each pass closes what it has opened.
  }

  private explain(error: unknown): unknown {
    return error instanceof CsvError ? csvProblem(error, this.limits, this.number) : error;
  }
}
