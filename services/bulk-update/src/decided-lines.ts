import type { ClosedChunkDocument } from '@roundtrip/database';

/** The lines that were decided on before each chunk; those that were left out have no place in a report. */
export class DecidedLines {
  private readonly before = new Map<string, number>();
  private sum = 0;

  /** In the order of the file. */
  add({ _id, counts }: Pick<ClosedChunkDocument, '_id' | 'counts'>): void {
    this.before.set(_id, this.sum);
    this.sum += counts.total - counts.notAttempted;
  }

  get total(): number {
    return this.sum;
  }

  beforeChunk(id: string): number {
    return this.before.get(id) ?? 0;
  }
}
