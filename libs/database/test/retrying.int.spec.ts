import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@roundtrip/contracts';
import {
  connectDatabase,
  type DatabaseOf,
  type DeletedTargetDocument,
  isDuplicateKey,
  isTransientDatabaseError,
  type SessionDocument,
  type WholeDatabase,
} from '../src/index.js';
import { databaseOfATest } from './database-of-a-test.js';
import { startProxy } from './proxy.js';

// To come: what is over for long the database clears away by itself, in its own time.
const at = new Date('2125-01-01T00:00:00Z');
const later = new Date('2125-01-02T00:00:00Z');
const deleted = (targetId: string, requestId = 'r1'): DeletedTargetDocument => ({
  _id: targetId,
  institution: 'inst',
  requestId,
  deletedAt: at,
});
const session = (_id: string, keyId: string): SessionDocument => ({
  _id,
  institution: 'inst',
  keyId,
  createdAt: at,
  expiresAt: later,
});

describe('a collection on a connection that breaks', () => {
  let direct: WholeDatabase;
  let database: DatabaseOf<ServiceName>;
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  let drop: () => Promise<unknown>;
  beforeAll(async () => {
    ({ database: direct, drop } = await databaseOfATest());
    const url = new URL(process.env['MONGO_URL'] ?? '');
    proxy = await startProxy(new URL(url));
    url.port = String(proxy.port);
    url.pathname = `/${direct.jobs.dbName}`;
    // Neither of its own does the driver send anything twice here: what is repeated, is by us.
    url.searchParams.set('retryReads', 'false');
    url.searchParams.set('retryWrites', 'false');
    database = await connectDatabase(url.href);
  });
  afterAll(async () => {
    await database.close();
    await proxy.close();
    await drop();
  });
  afterEach(() => {
    expect(proxy.left()).toBe(0);
  });

  it('reads again', async () => {
    await direct.sessions.insertMany([session('s1', 'k1'), session('s2', 'k1'), session('s3', 'k2')]);
    proxy.lose('answer', 'find', 2);
    expect(await database.sessions.findOne({ _id: 's1' })).toEqual(session('s1', 'k1'));
    proxy.lose('answer', 'aggregate', 2);
    expect(await database.sessions.countDocuments({ keyId: 'k1' })).toBe(2);
    proxy.lose('request', 'distinct', 2);
    expect(await database.sessions.distinct('keyId', {})).toEqual(['k1', 'k2']);
  });

  it('reads a list again from its beginning, with its order and its limit', async () => {
    await direct.deletedTargets.insertMany(Array.from({ length: 9 }, (_, index) => deleted(`list${index}`)));
    const ofList = { _id: { $gte: 'list', $lt: 'lisu' } };
    const read = () => database.deletedTargets.find(ofList, { batchSize: 3 }).sort({ _id: -1 }).limit(7);
    const wanted = [8, 7, 6, 5, 4, 3, 2].map((index) => deleted(`list${index}`));
    proxy.lose('answer', 'find', 2);
    expect(await read().toArray()).toEqual(wanted);
    // In the middle of it.
    proxy.lose('answer', 'getMore', 2);
    expect(await read().toArray()).toEqual(wanted);
  });

  it('does not begin again what is walked: the walk ends with the fault', async () => {
    await direct.deletedTargets.insertMany(Array.from({ length: 9 }, (_, index) => deleted(`walk${index}`)));
    proxy.lose('answer', 'getMore');
    const walked: string[] = [];
    const walk = async () => {
      const cursor = database.deletedTargets.find({ _id: { $gte: 'walk', $lt: 'wall' } }, { batchSize: 3 });
      for await (const { _id } of cursor.sort({ _id: 1 })) walked.push(_id);
    };
    expect(isTransientDatabaseError(await walk().catch((error: unknown) => error))).toBe(true);
    expect(walked).toEqual(['walk0', 'walk1', 'walk2']);
  });

  it.each(['request', 'answer'] as const)('writes again what lost its %s', async (lost) => {
    proxy.lose(lost, 'update', 2);
    const written = session(`put-${lost}`, 'k3');
    await database.sessions.replaceOne({ _id: written._id }, written, { upsert: true });
    proxy.lose(lost, 'update', 2);
    await database.sessions.updateMany({ _id: written._id }, { $set: { expiresAt: at } });
    expect(await direct.sessions.findOne({ _id: written._id })).toEqual({ ...written, expiresAt: at });
    proxy.lose(lost, 'delete', 2);
    await database.sessions.deleteMany({ _id: written._id });
    expect(await direct.sessions.countDocuments({ _id: written._id })).toBe(0);
  });

  it('sends once what must know whether it was this call that had the effect', async () => {
    await direct.sessions.insertMany([session('once', 'k4')]);
    proxy.lose('answer', 'delete');
    const failure = await database.sessions.sentOnce.deleteOne({ _id: 'once' }).catch((error: unknown) => error);
    expect(isTransientDatabaseError(failure)).toBe(true);
  });

  it('ends with an aborted signal, also between two tries', async () => {
    const stop = new AbortController();
    proxy.lose('request', 'find', 1);
    const read = database.sessions.find({}, { signal: stop.signal }).toArray();
    stop.abort(new Error('nobody waits any more'));
    await expect(read).rejects.toThrow('nobody waits any more');
    await database.sessions.find({}).toArray();
  });

  describe('inserting once', () => {
    it('knows the document that it has written itself when the answer was lost', async () => {
      const ours = deleted('own');
      proxy.lose('answer', 'insert');
      expect(await database.deletedTargets.insertOnce(ours)).toEqual({ stands: ours, isNew: true });
      expect(await direct.deletedTargets.findOne({ _id: 'own' })).toEqual(ours);
    });

    it('knows it also by what the driver stores for what is not said', async () => {
      const ours = { ...deleted('own-null'), requestId: undefined as unknown as string };
      proxy.lose('answer', 'insert');
      expect((await database.deletedTargets.insertOnce(ours)).isNew).toBe(true);
    });

    it('inserts what was lost on the way', async () => {
      proxy.lose('request', 'insert', 2);
      expect((await database.deletedTargets.insertOnce(deleted('late'))).isNew).toBe(true);
      expect(await direct.deletedTargets.countDocuments({ _id: 'late' })).toBe(1);
    });

    it.each([0, 1])('gives the document of whoever was first, with %i requests lost', async (lost) => {
      const _id = `first-${lost}`;
      await direct.deletedTargets.insertOne(deleted(_id, 'of another'));
      if (lost > 0) proxy.lose('request', 'insert', lost);
      const { stands, isNew } = await database.deletedTargets.insertOnce(deleted(_id, 'ours'));
      expect([stands.requestId, isNew]).toEqual(['of another', false]);
    });

    it('says that the same document was there before, when it knows that it came with the first try', async () => {
      await direct.deletedTargets.insertOne(deleted('same'));
      expect(await database.deletedTargets.insertOnce(deleted('same'))).toEqual({
        stands: deleted('same'),
        isNew: false,
      });
    });

    it('lets one of many at the same moment be new', async () => {
      const inserts = Array.from({ length: 12 }, (_, index) =>
        database.deletedTargets.insertOnce(deleted('race', `r${index}`)),
      );
      const answers = await Promise.all(inserts);
      const stored = await direct.deletedTargets.findOne({ _id: 'race' });
      expect(answers.map(({ stands }) => stands)).toEqual(Array.from({ length: 12 }, () => stored));
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    });

    it('throws when it is another document that has one of its unique keys', async () => {
      const target = {
        institution: 'inst',
        code: 'SAME',
        name: 'Same',
        rule: { all: [] },
        createdBy: { keyId: 'key', name: 'key', role: 'editor' as const },
        createdAt: at,
        updatedAt: at,
        version: 1,
        appliedRequests: [],
      };
      await database.targets.insertOnce({ _id: 'tgt_1', ...target });
      const failure = await database.targets.insertOnce({ _id: 'tgt_2', ...target }).catch((error: unknown) => error);
      expect(isDuplicateKey(failure)).toBe(true);
    });
  });
});
