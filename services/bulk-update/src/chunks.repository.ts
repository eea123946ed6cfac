import { Injectable } from '@nestjs/common';
import { type ChunkDocument, chunkIdRange, type ClosedChunkDocument, isDuplicateKey } from '@roundtrip/database';
import { databaseCall, traced } from '@roundtrip/tracing';
import { BulkUpdateDatabase } from './database.js';
import type { ClosedCounts } from './lane-sums.rules.js';

/** @param document of those of the chunk, from 0 */
export const chunkId = (importId: string, chunk: number, document = 0): string =>
  [importId, String(chunk).padStart(5, '0'), ...(document === 0 ? [] : [String(document).padStart(3, '0')])].join(':');

const chunkNumber = (importId: string, id: string): number => Number(id.slice(importId.length + 1));

export type Replacement = Pick<ChunkDocument, 'entries' | 'reports'> & Partial<Pick<ChunkDocument, 'lines'>>;

/** In one batch: each further one is a round trip. */
const manyChunks = 100_000;

const ofImport = (importId: string) => ({ _id: chunkIdRange(importId) });

@Injectable()
export class ChunksRepository {
  constructor(private readonly database: BulkUpdateDatabase) {}

  async find(chunk: string): Promise<ChunkDocument | undefined> {
    return (await this.database.chunks.findOne({ _id: chunk })) ?? undefined;
  }

  /** Writes the decisions down unless they are there already; the answer is what is there, and whether this call has written it. */
  async decide(decided: ChunkDocument): Promise<{ decided: ChunkDocument; isNew: boolean }> {
    const { stands, isNew } = await traced(databaseCall('insert', 'chunks'), () =>
      this.database.chunks.insertOnce(decided),
    );
    return { decided: stands, isNew };
  }

  /**
   * Ends the chunks that nobody has decided on, in as many round trips for a thousand of them as for one. Each gets a document like any
   * decision, and the first that is written stands: so none of them can be begun any more. Those that were decided on are left to whoever
   * did.
   *
   * @param undecided makes the document of one of them
   */
  async closeUndecided(
    importId: string,
    chunks: number,
    undecided: (chunk: number) => ChunkDocument,
    close: (chunk: ChunkDocument) => ClosedChunkDocument,
  ): Promise<void> {
    const { numbers } = await this.closedNumbers(importId);
    const open = Array.from({ length: chunks }, (_, chunk) => chunk).filter((chunk) => !numbers.has(chunk));
    if (open.length === 0) return;
    await insertNew(this.database.chunks, open.map(undecided));
    const ids = open.map((chunk) => chunkId(importId, chunk));
    // Also those of a twin that has died before it could close them.
    const left = await this.database.chunks
      .find({ _id: { $in: ids }, notAttempted: true }, { projection: { reports: 0 }, batchSize: ids.length })
      .toArray();
    await insertNew(this.database.closedChunks, left.map(close));
  }

  /** Replaces decisions that were overtaken, unless a twin was faster; the answer is what is there. */
  async replace(chunk: ChunkDocument, decisions: Replacement): Promise<ChunkDocument> {
    await this.database.chunks.updateOne(
      { _id: chunk._id, version: chunk.version },
      { $set: { ...decisions, version: chunk.version + 1 } },
    );
    const current = await this.find(chunk._id);
    if (!current) throw new Error(`The decisions of chunk ${chunk._id} are gone`);
    return current;
  }

  async isClosed(chunk: string): Promise<boolean> {
    return (await this.database.closedChunks.countDocuments({ _id: chunk })) > 0;
  }

  /** @returns whether it was open until now */
  async close(closed: ClosedChunkDocument): Promise<boolean> {
    const insert = () => this.database.closedChunks.insertOnce(closed);
    return (await traced(databaseCall('insert', 'closedChunks'), insert)).isNew;
  }

  /** Which chunks of an import are closed, and when the last one was. */
  async closedNumbers(importId: string): Promise<{ numbers: Set<number>; lastAt?: Date }> {
    const closed = await this.database.closedChunks
      .find(ofImport(importId), { projection: { closedAt: 1 }, batchSize: manyChunks })
      .toArray();
    const numbers = new Set(closed.map(({ _id }) => chunkNumber(importId, _id)));
    if (closed.length === 0) return { numbers };
    return { numbers, lastAt: new Date(Math.max(...closed.map(({ closedAt }) => closedAt.getTime()))) };
  }

  async countClosed(importId: string): Promise<number> {
    return this.database.closedChunks.countDocuments(ofImport(importId));
  }

  /** Hands over the closed chunks of an import, one by one in the order of the file: all their transitions together may be too large. */
  async closedOf(importId: string, take: (closed: ClosedChunkDocument) => void): Promise<void> {
    for await (const closed of this.database.closedChunks.find(ofImport(importId)).sort({ _id: 1 })) take(closed);
  }

  /** What the closed ones among these chunks have counted. */
  async closedAmong(importId: string, chunks: readonly number[]): Promise<Map<number, ClosedCounts>> {
    if (chunks.length === 0) return new Map();
    const ids = chunks.map((chunk) => chunkId(importId, chunk));
    const projection = { 'counts.total': 1, 'counts.notAttempted': 1 };
    const closed = await this.database.closedChunks
      .find({ _id: { $in: ids } }, { projection, batchSize: ids.length })
      .toArray();
    return new Map(closed.map(({ _id, counts }) => [chunkNumber(importId, _id), counts]));
  }

  /** Forgets the rejected lines and warnings of an import that is over; what it has changed stays. */
  async forgetReports(importId: string): Promise<void> {
    const withReports = { ...ofImport(importId), 'reports.0': { $exists: true } };
    await this.database.chunks.updateMany(withReports, { $set: { reports: [] } });
  }

  /** The decisions of an import in the order of the file, a few at a time; of what was not attempted there are none. */
  async *decisionsOf(importId: string): AsyncGenerator<ChunkDocument> {
    const decided = { ...ofImport(importId), notAttempted: { $exists: false } };
    const cursor = this.database.chunks.find(decided, { batchSize: 4 }).sort({ _id: 1 });
    try {
      for await (const chunk of cursor) yield chunk;
    } finally {
      await cursor.close();
    }
  }
}

interface Inserting<T> {
  insertMany(documents: T[], options: { ordered: boolean }): Promise<unknown>;
}

/** Of documents some of which are there already. */
async function insertNew<T>(collection: Inserting<T>, documents: T[]): Promise<void> {
  if (documents.length === 0) return;
  try {
    await collection.insertMany(documents, { ordered: false });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
