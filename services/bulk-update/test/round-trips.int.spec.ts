import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chunkReady, importCancelled, updateCompleted } from '@roundtrip/contracts';
import { watchCommands, type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { startOnOwnDatabase, type TestService } from '@roundtrip/test-kit';
import { AppModule } from '../src/app.module.js';
import { BulkUpdateConfig } from '../src/config.js';
import { ImportProgress } from '../src/import-progress.js';
import { PlanReader } from '../src/plan.reader.js';
import {
  begins,
  change,
  contactOf,
  givenCancellation,
  givenImport,
  type GivenImport,
  type GivenLine,
} from './imports.js';

/** What an import costs the database, counted at the driver: how often somebody waits for an answer, whatever the machine. */
describe('the round trips of an import', () => {
  let database: WholeDatabase;
  let service: TestService;
  let close: () => Promise<void>;
  let store: ObjectStore;
  let institution: string;
  let importId: string;
  let ended = (): void => {};

  beforeAll(async () => {
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'bulk-update',
      config: BulkUpdateConfig,
      indexes: true,
    }));
  }, 60_000);
  beforeEach(() => {
    // Once a second it looks how far the import is.
    jest.spyOn(service.app.get(ImportProgress, { strict: false }), 'publishWhenDue').mockResolvedValue();
    institution = `t${randomBytes(4).toString('hex')}`;
    importId = `${institution}-import`;
  });
  afterEach(() => {
    ended();
    jest.restoreAllMocks();
  });
  afterAll(() => close?.());

  /** Of this work alone: the service has others to do beside it, such as search keys. */
  const ofWork = new AsyncLocalStorage<string[]>();
  const counted = async (work: () => Promise<unknown>): Promise<string[]> => {
    const commands: string[] = [];
    ended = watchCommands((command, collection) => ofWork.getStore()?.push(`${command} ${collection}`));
    await ofWork.run(commands, work);
    ended();
    return commands;
  };
  const numbers = (chunk: number, lines: number): string[] =>
    Array.from({ length: lines }, (_, at) => String(chunk * lines + at).padStart(8, '0'));
  const known = async (chunks: number, lines: number): Promise<void> => {
    const all = Array.from({ length: chunks }, (_, chunk) => numbers(chunk, lines)).flat();
    await database.contacts.insertMany(all.map((number) => contactOf(institution, number)));
  };

  describe('for a chunk of 1,000 lines of a template', () => {
    const lines = 1_000;
    /** Of the second chunk, when what is known of the import is known already; the third is not begun. */
    const ofChunk = async (lineOf: (contactNumber: string, at: number) => Partial<GivenLine>): Promise<string[]> => {
      await known(2, lines);
      const chunk = (index: number): GivenLine[] =>
        numbers(index, lines).map((contactNumber, at) => ({
          contactNumber,
          changes: [],
          ...lineOf(contactNumber, at),
        }));
      await givenImport(database, store, { importId, institution, chunks: [chunk(0), chunk(1), []] });
      await service.receives(chunkReady, { importId, chunk: 0, lanes: 1 });
      const commands = await counted(() => service.receives(chunkReady, { importId, chunk: 1, lanes: 1 }));
      expect(await database.closedChunks.findOne({ _id: `${importId}:00001` })).toMatchObject({
        counts: { total: lines },
      });
      return commands;
    };
    const always = ['find jobs', 'find contacts', 'insert chunks', 'insert closedChunks'];

    it('are one read of contacts where nothing is changed, and what writes down that it was done', async () => {
      expect(await ofChunk(() => ({}))).toEqual(always);
    });

    it('are one more where all contacts are changed, in few ways', async () => {
      const commands = await ofChunk((_, at) => ({ changes: [change(0, { value: null }, at % 2 === 0)] }));
      expect(commands).toEqual([...always.slice(0, 3), 'update contacts', ...always.slice(3)]);
      expect(await database.contacts.countDocuments({ institution, rev: 2 })).toBe(2 * lines);
    });

    it('are one more where each contact is changed in its own way', async () => {
      const commands = await ofChunk((number) => ({ changes: [change(1, { value: null }, `G${number}`)] }));
      expect(commands).toEqual([...always.slice(0, 3), 'update contacts', ...always.slice(3)]);
      expect(await database.contacts.countDocuments({ institution, rev: 2 })).toBe(2 * lines);
    });
  });

  describe('after a cancellation', () => {
    const manyChunks = (chunks: number): GivenImport => ({
      importId,
      institution,
      chunks: Array.from({ length: chunks }, (_, chunk) =>
        numbers(chunk, 1).map((contactNumber) => ({ contactNumber, changes: [change(0, { value: null }, true)] })),
      ),
    });
    const cancelledAfterOne = async (chunks: number, say: (given: GivenImport) => Promise<void>): Promise<string[]> => {
      importId = `${institution}-${chunks}`;
      await database.contacts.deleteMany({ institution });
      await known(chunks, 1);
      const given = manyChunks(chunks);
      await givenImport(database, store, given);
      await begins(service, given);
      await service.receives(chunkReady, { importId, chunk: 0, lanes: 8 });
      const event = await givenCancellation(database, given);
      const read = jest.spyOn(service.app.get(PlanReader, { strict: false }), 'read');
      const commands = await counted(async () => {
        await say(given);
        await service.receives(importCancelled, event);
      });
      expect(read.mock.calls.length).toBeLessThanOrEqual(1);
      read.mockRestore();
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        state: 'CANCELLED',
        counts: { total: chunks, applied: 1, unchanged: 0, rejected: 0, notAttempted: chunks - 1 },
      });
      expect(await database.contacts.countDocuments({ institution, rev: 2 })).toBe(1);
      expect(service.published(updateCompleted).filter((event_) => event_.importId === importId)).not.toEqual([]);
      return commands;
    };
    const nothing = (): Promise<void> => Promise.resolve();
    const nextChunk = (): Promise<void> => service.receives(chunkReady, { importId, chunk: 8, lanes: 8 });

    it.each([
      ['who hears of it', nothing],
      ['who finds it written down at the beginning of a chunk', nextChunk],
    ])('are as many for ninety open chunks as for nine, for one %s', async (_, say) => {
      const few = await cancelledAfterOne(10, say);
      const many = await cancelledAfterOne(91, say);
      expect(many).toEqual(few);
    });

    it('begin no chunk that is said ready afterwards, and say the end again', async () => {
      await cancelledAfterOne(10, nothing);
      const before = service.published(updateCompleted).length;
      await service.receives(chunkReady, { importId, chunk: 3, lanes: 8 });
      expect(service.published(updateCompleted).length).toBe(before + 1);
      expect(await database.contacts.countDocuments({ institution, rev: 2 })).toBe(1);
    });
  });
});
