import { CsvError, type CsvFile, detectEncoding, type Encoding, readCsv } from '@roundtrip/csv';
import type { UploadPart } from '@roundtrip/files';
import { csvProblem, type FileLimits } from './file.problems.js';
import { isKnownColumn } from './header/header.rules.js';

export interface OpenPart extends CsvFile {
  /** So far. */
  bytesRead(): number;
}

/** One CSV of an upload, which is read several times. What is wrong with its bytes is thrown as FileProblem, with its part. */
export class PartReader {
  /** @param number from 1; absent when the file has only this part */
  constructor(
    private readonly part: UploadPart,
    readonly number: number | undefined,
    private readonly limits: FileLimits,
  ) {}

  get sizeBytes(): number {
    return this.part.sizeBytes;
  }

  /** Reads the part to its end. @throws FileProblem */
  async encoding(): Promise<{ encoding: Encoding; assumed: boolean }> {
    try {
      return await detectEncoding(this.part.open());
    } catch (error) {
      throw this.explain(error);
    }
  }

  /**
   * @param maxRows how many are left for this part
   * @param bytesSeen as in CsvOptions
   * @throws FileProblem, here and from `batches`
   */
  async open(encoding: Encoding, maxRows: number, bytesSeen?: Uint8Array): Promise<OpenPart> {
    let bytesRead = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        bytesRead += chunk.length;
        yield chunk;
      }
    };
    try {
      const limits = { ...this.limits, maxRows };
      const file = await readCsv(counted(this.part.open()), { encoding, limits, isKnownColumn, bytesSeen });
      return { ...file, batches: this.explained(file.batches), bytesRead: () => bytesRead };
    } catch (error) {
      throw this.explain(error);
    }
  }

  private async *explained<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* batches;
    } catch (error) {
      throw this.explain(error);
    }
  }

  private explain(error: unknown): unknown {
    return error instanceof CsvError ? csvProblem(error, this.limits, this.number) : error;
  }
}
