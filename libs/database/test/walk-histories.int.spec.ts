import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FieldValue } from '@roundtrip/contracts';
import {
  type ChunkEntry,
  connectDatabase,
  type ContactDocument,
  walkHistories,
  type WholeDatabase,
} from '@roundtrip/database';
import { ownDatabase } from '@roundtrip/test-kit';

const requestedBy = { keyId: 'k', name: 'n', role: 'operator' as const };
const path = 'authorisations.EMAIL';

describe('the walk through the histories of contacts', () => {
  let database: WholeDatabase;
  let institution: string;

  beforeAll(async () => {
    database = await connectDatabase(ownDatabase());
  });
  afterAll(async () => {
    await database.dropDatabase();
    await database.close();
  });

  /** Contact 1 was made by A, changed by B and C; contact 2 was seeded, and changed by C. */
  beforeEach(async () => {
    institution = `i${randomBytes(4).toString('hex')}`;
    await database.contacts.insertMany([
      contact('1', { lastName: 'Durand', authorisations: { EMAIL: false }, rev: 3, lastChange: chunkOf('C') }),
      contact('2', { authorisations: { EMAIL: true }, rev: 5, lastChange: chunkOf('C') }),
    ]);
    await decided('A', 1, entry('1', 0, null, { lastName: [null, 'Durand'], valid: [null, true] }));
    await decided('B', 1, entry('1', 1, chunkOf('A'), { [path]: [null, true] }));
    await decided(
      'C',
      2,
      entry('1', 2, chunkOf('B'), { [path]: [true, false] }),
      entry('2', 4, null, { [path]: [null, true] }),
    );
  });

  const idOf = (name: string) => `${institution}${name}`;
  const chunkOf = (name: string) => `${idOf(name)}:00000`;
  const contact = (contactNumber: string, over: Partial<ContactDocument>): ContactDocument => ({
    _id: `${institution}:${contactNumber}`,
    institution,
    contactNumber,
    kind: 'person',
    criteria: {},
    authorisations: {},
    valid: true,
    anonymised: false,
    rev: 1,
    lastChange: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    ...over,
  });
  const entry = (
    contactNumber: string,
    rev: number,
    previous: string | null,
    values: Record<string, [FieldValue, FieldValue]>,
  ): ChunkEntry => ({
    line: 2,
    contactNumber,
    rev,
    previous,
    before: Object.fromEntries(Object.entries(values).map(([key, [before]]) => [key, before])),
    after: Object.fromEntries(Object.entries(values).map(([key, [, after]]) => [key, after])),
  });
  const decided = async (name: string, applied: number, ...entries: ChunkEntry[]): Promise<void> => {
    const importId = idOf(name);
    await database.chunks.insertOne({
      _id: chunkOf(name),
      importId,
      chunk: 0,
      institution,
      lines: entries.length,
      entries,
      reports: [],
      requestedBy,
      decidedAt: new Date(0),
      version: 1,
    });
    await database.validations.insertOne({
      _id: importId,
      institution,
      dataType: 'authorisations',
      action: 'update',
      onConflict: 'reject',
      overwriteRefusals: false,
      requestedBy,
      outcome: 'accepted',
      finishedAt: new Date(0),
    });
    const none = { unchanged: 0, rejected: 0, notAttempted: 0, overwritten: 0, warnings: 0, blankLines: 0 };
    await database.outcomes.insertOne({
      _id: importId,
      institution,
      state: 'DONE',
      counts: { total: applied, applied, ...none },
      transitions: [],
      warnings: [],
      firstErrors: [],
      issueCounts: {},
      completedAt: new Date(0),
    });
  };
  const ours = (name: string) => ({ _id: chunkOf(name) });
  const plants: [string, () => Promise<unknown>, string][] = [
    [
      'a value that no change has made',
      () => database.contacts.updateOne({ _id: `${institution}:1` }, { $set: { [path]: true } }),
      'is not what the change had made it',
    ],
    [
      'a change in the middle that began with another value than the one before had left',
      () => database.chunks.updateOne(ours('C'), { $set: { [`entries.0.before`]: { [path]: null } } }),
      'is not what the change had made it',
    ],
    [
      'a rev that was passed twice',
      () => database.contacts.updateOne({ _id: `${institution}:2` }, { $inc: { rev: 1 } }),
      'was decided on rev 4',
    ],
    ['a change log that is gone', () => database.chunks.deleteOne(ours('B')), 'does not know it'],
    [
      'a decision that was never applied',
      () => database.chunks.updateOne(ours('B'), { $push: { entries: entry('2', 5, chunkOf('C'), {}) } }),
      '2 decided, the contacts know 1',
    ],
    [
      'an import that says it applied more than it did',
      () => database.outcomes.updateOne({ _id: idOf('C') }, { $inc: { 'counts.applied': 1, 'counts.total': 1 } }),
      '3 applied, the contacts know 2',
    ],
    [
      'counts that do not add up',
      () => database.outcomes.updateOne({ _id: idOf('A') }, { $inc: { 'counts.unchanged': 1 } }),
      'do not add up',
    ],
    [
      'a contact that had something before it was made',
      () => database.chunks.updateOne(ours('A'), { $set: { 'entries.0.before.lastName': 'Petit' } }),
      'had values before it was',
    ],
    [
      'another institution in the chain',
      () => database.chunks.updateOne(ours('B'), { $set: { institution: 'other' } }),
      "another institution's",
    ],
    [
      'a contact on two lines of one chunk',
      () => database.chunks.updateOne(ours('B'), { $push: { entries: entry('1', 1, chunkOf('A'), {}) } }),
      'names it twice',
    ],
  ];

  it('counts what it finds whole', async () => {
    expect(await walkHistories(database, institution)).toEqual({
      contacts: 2,
      changes: 4,
      changesOf: new Map([
        [idOf('A'), 1],
        [idOf('B'), 1],
        [idOf('C'), 2],
      ]),
      faults: [],
    });
  });

  it.each(plants)('names %s', async (_what, plant, fault) => {
    await plant();
    expect((await walkHistories(database, institution)).faults.join('\n')).toContain(fault);
  });
});
