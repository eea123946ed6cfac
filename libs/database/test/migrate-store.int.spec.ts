import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Migration, migrateStore, type WholeDatabase } from '../src/index.js';
import { databaseOfATest } from './database-of-a-test.js';

let database: WholeDatabase;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ database, drop } = await databaseOfATest());
});
afterAll(() => drop());

const lastNames = async (): Promise<(string | undefined)[]> => {
  const contacts = await database.contacts.find({}).sort({ _id: 1 }).toArray();
  return contacts.map(({ lastName }) => lastName);
};

/** Each call takes the next contact, and writes its name large. */
const capitals = (onPart: () => void | Promise<void> = () => {}): Migration => ({
  number: 1,
  name: 'capitals',
  kind: 'migrate',
  async part(whole, position) {
    const from = typeof position === 'string' ? position : '';
    const contact = await whole.contacts.findOne({ _id: { $gt: from } }, { sort: { _id: 1 } });
    if (contact === null) return undefined;
    await whole.contacts.updateOne({ _id: contact._id }, { $set: { lastName: contact.lastName?.toUpperCase() ?? '' } });
    await onPart();
    return contact._id;
  },
});
const takesAway: Migration = {
  number: 2,
  name: 'takes-away',
  kind: 'contract',
  async part(whole) {
    await whole.contacts.updateMany({}, { $unset: { notes: '' } });
    return undefined;
  },
};
const migrate = (by: string, migrations: readonly Migration[], more: { contract?: boolean; claimMs?: number } = {}) => {
  const said: string[] = [];
  const done = migrateStore(database, { by, contract: false, log: (line) => said.push(line), migrations, ...more });
  return done.then(() => said);
};

beforeEach(async () => {
  await database.contacts.deleteMany({});
  await database.storeState.deleteMany({});
  await database.contacts.insertMany(
    ['ant', 'bee', 'cat'].map((lastName, index) => ({
      _id: `demo:${index}`,
      institution: 'demo',
      contactNumber: String(index),
      kind: 'person' as const,
      lastName,
    })) as never,
  );
});

describe('a migration', () => {
  it('is done once, whoever asks again', async () => {
    let parts = 0;
    const counted = capitals(() => void (parts += 1));
    expect(await migrate('a', [counted])).toEqual(['migration 1 (capitals): done']);
    expect(await migrate('b', [counted])).toEqual([]);
    expect([await lastNames(), parts]).toEqual([['ANT', 'BEE', 'CAT'], 3]);
  });

  it('goes on where a process has died, and does the part again that was not noted', async () => {
    let parts = 0;
    const dies = capitals(() => {
      parts += 1;
      if (parts === 2) throw new Error('killed');
    });
    await expect(migrate('a', [dies])).rejects.toThrow('killed');
    expect(await database.storeState.findOne({})).toMatchObject({ begun: { number: 1, position: 'demo:0' }, done: [] });
    const rest: number[] = [];
    await migrate('b', [capitals(() => void rest.push(1))]);
    expect([await lastNames(), rest.length]).toEqual([['ANT', 'BEE', 'CAT'], 2]);
  });

  it('is done by one process at a time; another waits, and finds it done', async () => {
    let others = 0;
    const slow = capitals(() => new Promise((resolve) => setTimeout(resolve, 200)));
    const first = migrate('a', [slow]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = migrate('b', [capitals(() => void (others += 1))]);
    expect(await first).toEqual(['migration 1 (capitals): done']);
    expect(await second).toEqual(['another process migrates the database: waiting for it']);
    expect(others).toBe(0);
  });

  it('is taken over from a process that is silent, which writes nothing more', async () => {
    let wake: () => void = () => {};
    const asleep = capitals(() => new Promise((resolve) => (wake = resolve)));
    const first = migrate('a', [asleep], { claimMs: 100 }).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await migrate('b', [capitals()], { claimMs: 100 });
    wake();
    expect(await first).toMatchObject({ message: expect.stringContaining('silent for too long') });
    expect(await database.storeState.findOne({})).toMatchObject({ done: [{ number: 1, name: 'capitals' }] });
  });

  it('that takes away waits for a word, and after it the database is too new for older releases', async () => {
    const both = [capitals(), takesAway];
    expect(await migrate('a', both)).toEqual([
      'migration 1 (capitals): done',
      'migration 2 (takes-away) is left until no older release runs',
    ]);
    expect(await database.storeState.findOne({})).toMatchObject({ contracted: 0 });
    expect(await migrate('a', both, { contract: true })).toEqual(['migration 2 (takes-away): done']);
    await expect(migrate('a', [capitals()])).rejects.toThrow('taken to version 2 by a newer release');
  });

  it('under the number of another one is refused', async () => {
    await migrate('a', [capitals()]);
    await expect(migrate('a', [{ ...capitals(), name: 'other' }])).rejects.toThrow('was capitals, and is other here');
  });
});
