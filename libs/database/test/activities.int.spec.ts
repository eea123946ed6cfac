import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ActivityChain,
  type ActivityDocument,
  institutionIdRange,
  newActivity,
  verifyChain,
  type WholeDatabase,
} from '../src/index.js';
import { databaseOfATest } from './database-of-a-test.js';

let database: WholeDatabase;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ database, drop } = await databaseOfATest());
});
afterAll(() => drop());

const entry = (id: string, key?: string) =>
  newActivity({
    at: new Date(),
    actor: { type: 'person', id, name: 'Jane Doe' },
    kind: 'file-downloaded',
    subject: { type: 'import', id: 'imp_1', name: 'teachers.csv' },
    address: '10.1.2.0/24',
    details: { file: 'changes', before: { rate: 0.1, lines: 3, rule: [{ is: 'in', value: ['é', 'x'.repeat(20)] }] } },
    key,
  });

const activitiesOf = (institution: string): Promise<ActivityDocument[]> =>
  database.activities
    .find({ _id: institutionIdRange(institution) })
    .sort({ _id: 1 })
    .toArray();
const headOf = async (institution: string) => (await database.activityHeads.findOne({ _id: institution })) ?? undefined;
const faultsOf = async (institution: string) =>
  verifyChain(institution, await activitiesOf(institution), await headOf(institution));

describe('the chain of an institution', () => {
  it('has one order and no gap when two write it at once, and no entry is lost or written twice', async () => {
    const each = 500;
    const write = async (name: string): Promise<void> => {
      const chain = new ActivityChain(database);
      for (let written = 0; written < each;) {
        const together = Array.from({ length: Math.min(1 + (written % 7), each - written) }, (_, at) =>
          entry(`${name}-${written + at}`),
        );
        await chain.append('race', together);
        written += together.length;
      }
    };
    await Promise.all([write('one'), write('two')]);
    const written = await activitiesOf('race');
    expect(written.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * each }, (_, at) => at + 1));
    expect(new Set(written.map(({ actor }) => actor.id)).size).toBe(2 * each);
    for (const name of ['one', 'two']) {
      const theirs = written.filter(({ actor }) => actor.id.startsWith(name)).map(({ actor }) => actor.id);
      expect(theirs).toEqual(Array.from({ length: each }, (_, at) => `${name}-${at}`));
    }
    expect(await faultsOf('race')).toEqual([]);
    expect(await headOf('race')).toEqual({ _id: 'race', seq: 2 * each, hash: written.at(-1)!.hash });
    for (const activity of written.slice(0, 3)) await database.models.activities.validate(activity);
  });

  it('has what may be told again once, also when both tell it at once and in one breath', async () => {
    const chains = [new ActivityChain(database), new ActivityChain(database)];
    const told = () => [entry('a', 'told'), entry('b'), entry('c', 'told')];
    await Promise.all(chains.flatMap((chain) => [chain.append('twice', told()), chain.append('twice', told())]));
    const keys = (await activitiesOf('twice')).map(({ key }) => key);
    expect(keys.filter((key) => key === 'told')).toHaveLength(1);
    expect(keys).toHaveLength(5);
    expect(await faultsOf('twice')).toEqual([]);
  });

  it('knows its own entries when the answer to writing them was lost', async () => {
    const lossy = Object.create(database) as WholeDatabase;
    let lost = 0;
    const activities = Object.create(database.activities) as typeof database.activities;
    activities.insertMany = async (documents, options) => {
      await database.activities.insertMany(documents, options);
      lost += 1;
      // The driver sends it again, and finds that it is there.
      return database.activities.insertMany(documents, options);
    };
    Object.defineProperty(lossy, 'activities', { value: activities });
    const chain = new ActivityChain(lossy);
    await chain.append('lost', [entry('a'), entry('b')]);
    await chain.append('lost', [entry('c')]);
    expect(lost).toBe(2);
    expect((await activitiesOf('lost')).map(({ actor }) => actor.id)).toEqual(['a', 'b', 'c']);
    expect(await faultsOf('lost')).toEqual([]);
  });

  it('does not grow over an end that was cut off', async () => {
    await new ActivityChain(database).append('cut', [entry('a'), entry('b'), entry('c')]);
    await database.activities.deleteOne({ _id: 'cut:000000000003' });
    await new ActivityChain(database).append('cut', [entry('d')]);
    expect(await faultsOf('cut')).toEqual([{ fault: 'removed', seq: 3 }]);
  });

  it('goes on from its entries when its head was not moved along', async () => {
    await new ActivityChain(database).append('behind', [entry('a'), entry('b'), entry('c')]);
    const [first] = await activitiesOf('behind');
    await database.activityHeads.updateOne({ _id: 'behind' }, { $set: { seq: 1, hash: first!.hash } });
    await new ActivityChain(database).append('behind', [entry('d')]);
    expect((await activitiesOf('behind')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(await faultsOf('behind')).toEqual([]);
  });
});
