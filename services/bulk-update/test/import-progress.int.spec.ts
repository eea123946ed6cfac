import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Plan } from '@roundtrip/contracts';
import { ensureIndexes, Database, type WholeDatabase } from '@roundtrip/database';
import { ownDatabase } from '@roundtrip/test-kit';
import mongoose, { type Connection, type mongo } from 'mongoose';
import { chunkId, ChunksRepository } from '../src/chunks.repository.js';
import { ImportProgress } from '../src/import-progress.js';
import type { AcceptedImport } from '../src/outcomes.repository.js';

const databaseUrl = ownDatabase();
const [lanes, chunks, linesOfChunk] = [8, 2_400, 1_000];
const perSecond = 24;

const longImport = (importId: string): AcceptedImport =>
  ({ _id: importId, institution: 'i1', plan: { chunks, lines: chunks * linesOfChunk } as Plan }) as AcceptedImport;

describe('publishing how far a long import is', () => {
  let connection: Connection;
  let database: WholeDatabase;
  let published: number[];
  /** Documents that the database has handed out. */
  let read = 0;

  beforeAll(async () => {
    await ensureIndexes(databaseUrl);
    connection = await mongoose.createConnection(databaseUrl, { monitorCommands: true, maxPoolSize: 2 }).asPromise();
    connection.getClient().on('commandSucceeded', ({ reply }: mongo.CommandSucceededEvent) => {
      const { cursor } = reply as { cursor?: { firstBatch?: unknown[]; nextBatch?: unknown[] } };
      read += (cursor?.firstBatch ?? cursor?.nextBatch ?? []).length;
    });
    database = new Database(connection) as WholeDatabase;
  });
  afterAll(async () => {
    await database.dropDatabase();
    await database.close();
  });

  const worker = (): ImportProgress => {
    published = [];
    const publish = (_: unknown, { linesDone }: { linesDone: number }): Promise<void> => {
      published.push(linesDone);
      return Promise.resolve();
    };
    return new ImportProgress(new ChunksRepository(database), { publish } as never);
  };
  const close = (importId: string, from: number, to: number) =>
    database.closedChunks.insertMany(
      Array.from({ length: to - from }, (_, index) => ({
        _id: chunkId(importId, from + index),
        counts: { total: linesOfChunk, notAttempted: 0 } as never,
        transitions: [],
        closedAt: new Date(),
      })),
    );
  const readBy = async (work: () => Promise<void>): Promise<number> => {
    const before = read;
    await work();
    return read - before;
  };

  it('costs as many documents a second at its end as at its beginning', async () => {
    const job = longImport('imp_long');
    const progress = worker();
    const costs: number[] = [];
    for (let closed = 0; closed < chunks; closed += perSecond) {
      await close(job._id, closed, closed + perSecond);
      costs.push(await readBy(() => progress.publish(job, lanes, closed)));
      expect(published.at(-1)).toBe((closed + perSecond) * linesOfChunk);
    }
    expect(costs).toEqual(costs.map(() => perSecond));
    // Nothing new: nothing is read.
    expect(await readBy(() => progress.publish(job, lanes, 0))).toBe(0);
  });

  it('costs a worker that comes late every chunk once, and then what is new', async () => {
    const job = longImport('imp_late');
    await close(job._id, 0, 2_000);
    const progress = worker();
    expect(await readBy(() => progress.publish(job, lanes, 0))).toBe(2_000);
    await close(job._id, 2_000, 2_000 + perSecond);
    expect(await readBy(() => progress.publish(job, lanes, 0))).toBe(perSecond);
    expect(published).toEqual([2_000 * linesOfChunk, (2_000 + perSecond) * linesOfChunk]);
  });
});
