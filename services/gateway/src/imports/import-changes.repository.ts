import { Injectable } from '@nestjs/common';
import type { PlannedField } from '@roundtrip/contracts';
import { type ChunkDocument, chunkIdRange, Database } from '@roundtrip/database';
import { otherValues } from '@roundtrip/fields';
import { HeavyReads, type ReadLimit } from '../reads/heavy-reads.service.js';
import type { WantedChange } from './changes.rules.js';

export type ChunkDecisions = Pick<ChunkDocument, '_id' | 'entries' | 'decidedAt'>;

/**
 * What an import changes, read from its decisions. A chunk's closing mark sums up its transitions, so that of a million lines only those
 * chunks are read that have what is wanted.
 */
@Injectable()
export class ImportChangesRepository {
  constructor(
    private readonly database: Database,
    private readonly heavy: HeavyReads,
  ) {}

  /** @throws Problem 429 when the institution reads too much at once */
  read<T>(institution: string, read: (decisions: DecisionsReader) => Promise<T>): Promise<T> {
    return this.heavy.run(institution, (database, limit) => read(new DecisionsReader(database, limit)));
  }

  /** The fields of the import's file; none when it was never planned. */
  async fields(importId: string): Promise<PlannedField[]> {
    const found = await this.database.validations.findOne({ _id: importId }, { projection: { 'plan.fields': 1 } });
    return found?.plan?.fields ?? [];
  }
}

/** As long as one of the places for heavy reads is held. */
export class DecisionsReader {
  constructor(
    private readonly database: Database,
    private readonly limit: ReadLimit,
  ) {}

  /**
   * Chunks that may hold what is wanted, in the order of the file.
   *
   * @param from `_id` of the first that may be among them
   * @param whole of an import whose chunks are not all closed: each is looked into
   */
  async chunks(
    importId: string,
    { wanted, from, limit, whole }: { wanted: WantedChange | undefined; from: string; limit: number; whole: boolean },
  ): Promise<string[]> {
    const range = { _id: { ...chunkIdRange(importId), $gte: from } };
    if (whole) {
      const deciding = { ...range, 'entries.0': { $exists: true } };
      const found = await this.database.chunks
        .find(deciding, { ...idOnly, ...this.limit })
        .sort({ _id: 1 })
        .toArray();
      return [...new Set(found.map(({ _id }) => chunkOf(_id)))].slice(0, limit);
    }
    const changing = { ...range, 'counts.applied': { $gt: 0 }, ...(wanted && summedUp(wanted)) };
    const found = await this.database.closedChunks
      .find(changing, { ...idOnly, ...this.limit })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** The decisions of a chunk, which may be several documents, from one of them on. */
  async *decisions(chunk: string, from: string): AsyncGenerator<ChunkDecisions> {
    const range = { _id: { $gte: from > chunk ? from : chunk, $lt: `${chunk};` } };
    // The rejected lines of a chunk can be larger than all of its changes.
    const options = { projection: { reports: 0 }, batchSize: 1, ...this.limit } as const;
    const cursor = this.database.chunks.find(range, options).sort({ _id: 1 });
    try {
      for await (const document of cursor) yield document;
    } finally {
      await cursor.close();
    }
  }
}

const idOnly = { projection: { _id: 1 } };

/** `_id` of the chunk that a document of decisions belongs to: `<importId>:<chunk>`. */
export const chunkOf = (documentId: string): string => documentId.split(':').slice(0, 2).join(':');

/** The sums of a chunk are bounded: what had no room stands in them as others. */
function summedUp({ field: { path }, from, to, added, removed }: WantedChange): object {
  const orOthers = (text: string) => ({ $in: [text, otherValues] });
  const transition = {
    path,
    ...(from !== undefined && { from: orOthers(from) }),
    ...(to !== undefined && { to: orOthers(to) }),
  };
  const differences = [
    ...(added === undefined ? [] : [{ path, change: 'added', value: orOthers(added) }]),
    ...(removed === undefined ? [] : [{ path, change: 'removed', value: orOthers(removed) }]),
  ].map((difference) => ({
    // Marks that are older than these sums may be of any.
    $or: [{ valueChanges: { $elemMatch: difference } }, { valueChanges: { $exists: false } }],
  }));
  return {
    transitions: { $elemMatch: transition },
    ...(differences.length > 0 && { $and: differences }),
  };
}
