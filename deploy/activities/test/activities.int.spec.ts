import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ActivityChain,
  type ActivityDocument,
  activityHash,
  connectDatabase,
  ensureIndexes,
  newActivity,
  type WholeDatabase,
} from '@roundtrip/database';
import { ownDatabase } from '@roundtrip/test-kit';
import { runCommand } from '../src/commands.js';

const mongoUrl = ownDatabase();

describe('the command that verifies activities', () => {
  let database: WholeDatabase;
  let institutions = 0;

  beforeAll(async () => {
    await ensureIndexes(mongoUrl);
    database = await connectDatabase(mongoUrl);
  }, 60_000);
  afterAll(async () => {
    await database.dropDatabase();
    await database.close();
  });

  const given = async (): Promise<string> => {
    const institution = `theatre-${(institutions += 1)}`;
    const entries = ['Jane', 'John', 'Ann', 'Kim', 'Lou', 'Max'].map((name, at) =>
      newActivity({
        at: new Date(Date.UTC(2026, 2, 2, 9, at)),
        actor: { type: 'person', id: `per_${at}`, name },
        kind: 'file-downloaded',
        subject: { type: 'import', id: 'imp_1', name: 'teachers.csv' },
        details: { file: 'changes' },
      }),
    );
    await new ActivityChain(database).append(institution, entries);
    return institution;
  };
  const run = async (...args: string[]): Promise<{ isWhole: boolean; said: string }> => {
    const lines: string[] = [];
    const isWhole = await runCommand(args, { MONGO_URL: mongoUrl }, (line) => lines.push(line));
    return { isWhole, said: lines.join('\n') };
  };
  const idOf = (institution: string, seq: number) => `${institution}:${String(seq).padStart(12, '0')}`;
  const one = async (institution: string, seq: number): Promise<ActivityDocument> => {
    const found = await database.activities.findOne({ _id: idOf(institution, seq) });
    if (!found) throw new Error('it is not there');
    return found;
  };
  const contents = ({ _id, seq: _seq, ...rest }: ActivityDocument) => rest;

  const tampers: [string, (institution: string) => Promise<unknown>, string][] = [
    [
      'one was changed',
      (i) => database.activities.updateOne({ _id: idOf(i, 3) }, { $set: { 'actor.id': 'per_other' } }),
      '3 was changed',
    ],
    [
      'one was changed, and its hash with it',
      async (i) => {
        const other = { ...(await one(i, 3)), address: '10.0.0.0/24' };
        await database.activities.replaceOne({ _id: other._id }, { ...other, hash: activityHash(other) });
      },
      '4 was written after another one than 3',
    ],
    [
      'a name was put in the place of another',
      (i) => database.activities.updateOne({ _id: idOf(i, 2) }, { $set: { 'actor.name': 'Jane' } }),
      '2 has another name',
    ],
    ['one was removed', (i) => database.activities.deleteOne({ _id: idOf(i, 4) }), '4 was removed.'],
    [
      'the last ones were removed',
      (i) => database.activities.deleteMany({ _id: { $in: [idOf(i, 5), idOf(i, 6)] } }),
      '5 to 6 were removed.',
    ],
    ['the first was removed', (i) => database.activities.deleteOne({ _id: idOf(i, 1) }), '1 was removed.'],
    ['all were removed', (i) => database.activities.deleteMany({ institution: i }), '1 to 6 were removed.'],
    [
      'one was added behind the end',
      async (i) => database.activities.insertOne({ ...(await one(i, 6)), _id: idOf(i, 7), seq: 7 }),
      '7 was',
    ],
    [
      'one was added between two',
      async (i) => database.activities.insertOne({ ...(await one(i, 3)), _id: `${idOf(i, 3)}a` }),
      '3 was added',
    ],
    [
      'two changed places',
      async (i) => {
        const [two, five] = [await one(i, 2), await one(i, 5)];
        await database.activities.replaceOne({ _id: two._id }, { ...contents(five), seq: 2 });
        await database.activities.replaceOne({ _id: five._id }, { ...contents(two), seq: 5 });
      },
      '2 was changed',
    ],
    [
      'one was moved to another institution',
      (i) => database.activities.updateOne({ _id: idOf(i, 2) }, { $set: { institution: 'elsewhere' } }),
      '2 was changed',
    ],
    ['the head was removed', (i) => database.activityHeads.deleteOne({ _id: i }), 'how far they go is not there'],
    [
      'the beginning was made to look old',
      async (i) => {
        await database.activities.deleteMany({ _id: { $lt: idOf(i, 3), $gte: `${i}:` } });
        await database.activityHeads.updateOne({ _id: i }, { $set: { cutSeq: 2, cutHash: '0'.repeat(64) } });
      },
      '3 was written after another one than 2',
    ],
  ];

  it.each(tampers)('tells when %s', async (_what, tamper, told) => {
    const institution = await given();
    expect(await run('--institution', institution)).toMatchObject({ isWhole: true });
    await tamper(institution);
    const { isWhole, said } = await run('--institution', institution);
    expect(said).toContain('NOT as they were written');
    expect(said).toContain(told);
    expect(isWhole).toBe(false);
  });

  it('says how many there are and how they end, also when names were erased', async () => {
    const institution = await given();
    await database.activities.updateMany({ institution }, { $unset: { 'actor.name': '', 'actor.salt': '' } });
    const { hash } = await one(institution, 6);
    expect(await run('--institution', institution)).toEqual({
      isWhole: true,
      said: `${institution}  6 activities, as they were written, up to 6:${hash}`,
    });
  });

  it('misses what was written anew, for who has noted an end of before', async () => {
    const institution = await given();
    const { hash } = await one(institution, 6);
    const since = ['--institution', institution, '--since', `6:${hash}`];
    expect(await run(...since)).toMatchObject({ isWhole: true });
    await database.activities.deleteMany({ _id: { $gte: idOf(institution, 5), $lt: `${institution};` } });
    const { seq, hash: end } = await one(institution, 4);
    await database.activityHeads.updateOne({ _id: institution }, { $set: { seq, hash: end } });
    expect(await run('--institution', institution)).toMatchObject({ isWhole: true });
    const gone = await run(...since);
    expect(gone).toMatchObject({ isWhole: false, said: expect.stringContaining('5 to 6 were removed.') });
    await new ActivityChain(database).append(institution, [
      newActivity({ at: new Date(), actor: { type: 'key', id: 'key_1' }, kind: 'signed-in' }),
      newActivity({ at: new Date(), actor: { type: 'key', id: 'key_1' }, kind: 'signed-out' }),
    ]);
    const anew = await run(...since);
    expect(anew).toMatchObject({ isWhole: false, said: expect.stringContaining('6 is not the one that was noted') });
  });

  it('looks at all institutions, and goes on after one with a fault', async () => {
    const [wrong, right] = [await given(), await given()];
    await database.activities.deleteOne({ _id: idOf(wrong, 1) });
    const { isWhole, said } = await run();
    expect(isWhole).toBe(false);
    expect(said).toContain(`${wrong}  5 activities, NOT as they were written:\n  1 was removed.`);
    expect(said).toContain(`${right}  6 activities, as they were written`);
  });

  it('refuses what it does not know, in one sentence', async () => {
    for (const args of [['--what'], ['--since', '1:ab'], ['--since', `1:${'a'.repeat(64)}`], ['more']]) {
      await expect(run(...args)).rejects.toThrow('Usage:');
    }
    await expect(runCommand([], { ROUNDTRIP_HOME: '/nowhere' }, () => {})).rejects.toThrow('Set MONGO_URL');
  });
});
