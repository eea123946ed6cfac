import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  connectDatabase,
  type ContactDocument,
  ensureIndexes,
  type ImportJobDocument,
  isDuplicateKey,
  isStopped,
  isTransientDatabaseError,
  loadDefinitions,
  type WholeDatabase,
} from '../src/index.js';
import { retryTransient } from '../src/retry/retry-transient.js';
import { databaseOfATest } from './database-of-a-test.js';

const at = new Date('2025-01-01T00:00:00Z');
const contact = (number: string): ContactDocument => ({
  _id: `inst:${number}`,
  institution: 'inst',
  contactNumber: number,
  kind: 'person',
  criteria: {},
  authorisations: {},
  valid: true,
  anonymised: false,
  rev: 1,
  lastChange: null,
  createdAt: at,
  updatedAt: at,
});
const criterion = (institution: string, code: string, rank: number) => ({
  _id: `${institution}:${code}`,
  institution,
  code,
  name: code,
  kind: 'LIST' as const,
  rank,
  active: rank !== 2,
  values: [
    { code: 'B', name: 'b', rank: 2, active: true },
    { code: 'A', name: 'a', rank: 1, active: false },
  ],
  version: 1,
  appliedRequests: [],
});

describe('the contact database', () => {
  let database: WholeDatabase;
  let drop: () => Promise<unknown>;
  beforeAll(async () => {
    ({ database, drop } = await databaseOfATest());
  });
  afterAll(() => drop());

  it('answers whether it is there', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('says within seconds that a server is not there, as a fault that may pass', async () => {
    const failure = await connectDatabase('mongodb://127.0.0.1:9/nothing').catch((error: unknown) => error);
    expect(isTransientDatabaseError(failure)).toBe(true);
  }, 10_000);

  it('reads what was just written, from the primary, also when its URL names another server to read from', async () => {
    const url = new URL(process.env['MONGO_URL'] ?? '');
    url.searchParams.set('readPreference', 'secondaryPreferred');
    const second = await connectDatabase(url.href);
    expect(second.models.jobs.db.getClient().options.readPreference.mode).toBe('primary');
    await second.close();
  });

  it('gives the definitions of one institution by rank, with their values by rank', async () => {
    await database.criteria.insertMany([
      criterion('inst', 'LAST', 3),
      criterion('inst', 'FIRST', 1),
      criterion('inst', 'OFF', 2),
      criterion('inst2', 'FOREIGN', 1),
    ]);
    const { criteria, authorisations } = await loadDefinitions(database, 'inst');
    expect(criteria.map((field) => [field.path, field.active])).toEqual([
      ['criteria.FIRST', true],
      ['criteria.OFF', false],
      ['criteria.LAST', true],
    ]);
    expect(criteria[0]?.values.map((value) => value.code)).toEqual(['A', 'B']);
    expect(authorisations).toEqual([]);
  });

  it('lets one of many concurrent inserts of the same target code win; the others learn that it is taken', async () => {
    const insert = (index: number) =>
      retryTransient(() =>
        database.targets.insertOne({
          _id: `tgt_${index}`,
          institution: 'inst',
          code: 'SAME',
          name: 'Same',
          rule: { all: [] },
          createdBy: { keyId: 'key', name: 'key', role: 'editor' },
          createdAt: at,
          updatedAt: at,
          version: 1,
          appliedRequests: [],
        }),
      );
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => insert(index)));
    const refusals = results.filter((result) => result.status === 'rejected').map((result) => result.reason as unknown);
    expect(refusals).toHaveLength(11);
    expect(refusals.every(isDuplicateKey)).toBe(true);
    expect(await database.targets.countDocuments({ institution: 'inst', code: 'SAME' })).toBe(1);
  });

  it.each(['findOneAndUpdate', 'updateOne'] as const)(
    'lets one of several take a place that only one may have, and tells the others by %s that it is a duplicate',
    async (command) => {
      for (let round = 0; round < 10; round++) {
        const ids = Array.from({ length: 8 }, (_, index) => `imp_${command}${round}${index}`);
        await database.jobs.insertMany(
          ids.map((_id) => ({ _id, institution: 'inst', state: 'QUEUED' }) as ImportJobDocument),
        );
        const take = (_id: string) =>
          retryTransient<unknown>(() =>
            database.jobs[command]({ _id }, { $set: { place: `inst:${command}${round}` } }),
          );
        const results = await Promise.allSettled(ids.map(take));
        const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
        expect(refusals.filter((refusal) => !isDuplicateKey(refusal))).toEqual([]);
        expect(refusals).toHaveLength(7);
      }
    },
  );

  it('knows an import that nobody wants to go on: by a user, or because it has failed', async () => {
    const job = (_id: string, more: object) =>
      ({ _id, institution: 'inst', type: 'import', state: 'APPLYING', ...more }) as ImportJobDocument;
    await database.jobs.insertMany([
      job('imp_open', {}),
      job('imp_cancelled', { cancelRequestedAt: at }),
      job('imp_failed', { state: 'FAILED' }),
      job('imp_done', { state: 'DONE' }),
    ]);
    const ids = ['imp_open', 'imp_cancelled', 'imp_failed', 'imp_done', 'imp_unknown'];
    const answers = await Promise.all(ids.map((importId) => isStopped(database, importId)));
    expect(answers).toEqual([false, true, true, false, false]);
  });

  it('ends bulk writes that cross each other, each applied', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => String(index).padStart(3, '0'));
    await database.contacts.insertMany(numbers.map(contact));
    const write = (order: string[], field: string) =>
      retryTransient(() =>
        database.contacts.bulkWrite(
          order.map((number) => ({
            updateOne: { filter: { _id: `inst:${number}` }, update: { $set: { [`criteria.${field}`]: true } } },
          })),
        ),
      );
    const crossing = Array.from({ length: 6 }, (_, index) =>
      write(index % 2 ? numbers : numbers.toReversed(), `F${index}`),
    );
    await Promise.all(crossing);
    const all = await database.contacts.find({ _id: { $in: numbers.map((number) => `inst:${number}`) } }).toArray();
    expect(all.every((found) => Object.keys(found.criteria).length === 6)).toBe(true);
  });

  it('recognises a duplicate in an unordered bulk insert, with the rest stored', async () => {
    const failure = await database.contacts
      .insertMany([contact('900'), contact('000'), contact('901')], { ordered: false })
      .catch((error: unknown) => error);
    expect(isDuplicateKey(failure)).toBe(true);
    expect(await database.contacts.countDocuments({ _id: { $in: ['inst:900', 'inst:901'] } })).toBe(2);
  });

  it('creates its indexes again without complaint', async () => {
    const indexes = await database.targets.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { institution: 1, code: 1 }, unique: true }));
    expect(await database.idempotencyKeys.indexes()).toContainEqual(
      expect.objectContaining({ expireAfterSeconds: 86_400 }),
    );
    const url = new URL(process.env['MONGO_URL'] ?? '');
    url.pathname = `/${database.targets.dbName}`;
    await expect(ensureIndexes(url.href)).resolves.toBeUndefined();
    expect(await database.targets.indexes()).toEqual(indexes);
  });

  it('refuses documents that others could not read', async () => {
    const { contacts, criteria, institutions } = database.models;
    await expect(new contacts(contact('1')).validate()).resolves.toBeUndefined();
    await expect(new contacts({ ...contact('1'), kind: 'robot' }).validate()).rejects.toThrow('kind');
    await expect(new contacts({ ...contact('1'), birthDate: '31.12.2000' }).validate()).rejects.toThrow('birthDate');
    await expect(new criteria({ ...criterion('inst', 'constructor', 1) }).validate()).rejects.toThrow('code');
    expect(() => new institutions({ _id: 'inst', unknown: 1 })).toThrow('unknown');
  });
});
