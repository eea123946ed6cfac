import { randomBytes } from 'node:crypto';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  chunkReady,
  importCancelled,
  importCancelledV1,
  jobAbandoned,
  planChunkKey,
  requesterIn,
  updateCompleted,
  updateFailed,
  updateProgressed,
  validationCompleted,
} from '@roundtrip/contracts';
import { searchKeysOf, walkHistories, type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { PermanentFailure } from '@roundtrip/kafka';
import { metrics } from '@roundtrip/service';
import { startOnOwnDatabase, type TestService } from '@roundtrip/test-kit';
import { inWords } from './in-words.js';
import { AppModule } from '../src/app.module.js';
import { ChunkWorker } from '../src/chunk.worker.js';
import { BulkUpdateConfig } from '../src/config.js';
import { ContactsRepository } from '../src/contacts.repository.js';
import { HistoryCheck } from '../src/history.check.js';
import { ReportsSweep } from '../src/reports.sweep.js';
import { SearchKeysFill } from '../src/search-keys.fill.js';
import {
  administrator,
  begins,
  change,
  contactOf,
  emailConsent,
  genre,
  givenCancellation,
  type GivenImport,
  givenImport,
  givenJob,
  givenUndo,
  overRefusals,
  worksToTheEnd,
} from './imports.js';

const none = { value: null };

describe('bulk-update', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let institution: string;
  let importId: string;

  beforeAll(async () => {
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'bulk-update',
      config: BulkUpdateConfig,
      indexes: true,
      env: { CHUNKS_IN_FLIGHT: '2' },
    }));
  });
  afterAll(() => close());
  beforeEach(() => {
    service.forget();
    institution = `i${randomBytes(4).toString('hex')}`;
    importId = `imp_${randomBytes(8).toString('hex')}`;
  });

  const contacts = (...numbers: string[]) =>
    database.contacts.insertMany(numbers.map((number) => contactOf(institution, number)));
  const contact = (number: string) => database.contacts.findOne({ _id: `${institution}:${number}` });
  const report = async (name: string) => (await text(await store.get('reports', `${importId}/${name}`))).split('\r\n');
  const run = async (given: GivenImport, copies = 1) => {
    await givenImport(database, store, given);
    await begins(service, given);
    await worksToTheEnd(service, given.importId, copies);
    return database.outcomes.findOne({ _id: given.importId });
  };
  const threeChunks = (): GivenImport => ({
    importId,
    institution,
    chunks: [
      [
        { contactNumber: '001', changes: [change(0, none, true)] },
        { contactNumber: '002', changes: [] },
      ],
      [{ contactNumber: '003', changes: [change(1, none, 'JAZZ')] }],
      [
        { contactNumber: '004', changes: [change(0, none, true)] },
        { contactNumber: '999', changes: [change(0, none, true)] },
      ],
    ],
  });

  it('tells what is added to sets and removed, and groups the errors by column, with a list of each', async () => {
    const arts = { ...genre, path: 'criteria.ARTS', code: 'ARTS', name: 'Arts', kind: 'MULTI_LIST' as const };
    await contacts('001', '002', '003', '004');
    await database.contacts.updateOne({ _id: `${institution}:001` }, { $set: { 'criteria.ARTS': ['OPERA'] } });
    const wrong = (contactNumber: string, column: string) => ({
      contactNumber,
      changes: [],
      issues: [
        { code: 'CODE_UNKNOWN' as const, column, message: `${contactNumber} is wrong.`, hint: 'See the codes.' },
      ],
    });
    const outcome = await run({
      importId,
      institution,
      fields: [emailConsent, arts],
      chunks: [
        [
          { contactNumber: '001', changes: [change(1, { value: ['OPERA'] }, ['DANCE', 'JAZZ'])] },
          wrong('002', '[new] A'),
        ],
        [wrong('003', '[new] B'), wrong('004', '[new] A')],
      ],
    });
    const ofArts = { path: 'criteria.ARTS', code: 'ARTS', name: 'Arts', lines: 1 };
    expect(outcome?.valueChanges).toEqual([
      { ...ofArts, change: 'added', value: 'DANCE' },
      { ...ofArts, change: 'added', value: 'JAZZ' },
      { ...ofArts, change: 'removed', value: 'OPERA' },
    ]);
    const common = { code: 'CODE_UNKNOWN', hint: 'See the codes.' };
    const [listOfA, listOfB] = ['errors/CODE_UNKNOWN/0.ndjson', 'errors/CODE_UNKNOWN/1.ndjson'];
    expect(outcome?.issueGroups).toEqual([
      { ...common, column: '[new] A', count: 2, lines: [{ line: 3 }, { line: 5 }], list: listOfA },
      { ...common, column: '[new] B', count: 1, lines: [{ line: 4 }], message: '003 is wrong.', list: listOfB },
    ]);
    const linesIn = async (list: string) =>
      (await text(await store.get('reports', `${importId}/${list}`)))
        .trim()
        .split('\n')
        .map((one) => (JSON.parse(one) as { line: number }).line);
    expect([await linesIn(listOfA), await linesIn(listOfB)]).toEqual([[3, 5], [4]]);
  });

  it('applies the good lines, leaves the others and tells the counts', async () => {
    await contacts('001', '002', '003', '004');
    metrics.lines.reset();
    metrics.lineIssues.reset();
    const outcome = await run(threeChunks());
    const told = await metrics.registry.metrics();
    for (const [what, lines] of Object.entries({ applied: 3, unchanged: 1, rejected: 1, 'not-attempted': 0 }))
      expect(told).toContain(`roundtrip_lines_total{outcome="${what}"} ${lines}\n`);
    expect(told).toContain('roundtrip_line_issues_total{code="CONTACT_UNKNOWN"} 1\n');
    expect(outcome).toMatchObject({
      state: 'DONE_WITH_ERRORS',
      counts: { total: 5, applied: 3, unchanged: 1, rejected: 1, notAttempted: 0, overwritten: 0 },
      transitions: [
        { code: 'EMAIL', from: 'Empty', to: 'TRUE', lines: 2 },
        { code: 'GENRE', from: 'Empty', to: 'JAZZ', lines: 1 },
      ],
      firstErrors: [{ code: 'CONTACT_UNKNOWN', line: 6 }],
      issueCounts: { CONTACT_UNKNOWN: 1 },
    });
    expect(service.published(updateCompleted)).toMatchObject([
      { importId, state: 'DONE_WITH_ERRORS', counts: { applied: 3 } },
    ]);
    expect(await contact('001')).toMatchObject({
      authorisations: { EMAIL: true },
      rev: 2,
      lastChange: `${importId}:00000`,
    });
    expect(await contact('002')).toMatchObject({ rev: 1, lastChange: null });
    expect(await contact('003')).toMatchObject({ criteria: { GENRE: 'JAZZ' }, rev: 2 });
  });

  it('looks at contacts that were changed lately, and tells of how many the history does not hang together', async () => {
    await contacts('001', '002', '003', '004');
    await run(threeChunks());
    await database.jobs.updateOne({ _id: importId }, { $set: { state: 'DONE' } });
    const told = async () => {
      await service.app.get(HistoryCheck).sweep();
      return /^roundtrip_histories_broken (\d+)$/m.exec(await metrics.registry.metrics())?.[1];
    };
    expect(await told()).toBe('0');
    const ofLastChunk = { _id: `${institution}:004` };
    await database.contacts.updateOne(ofLastChunk, { $set: { 'authorisations.EMAIL': false } });
    expect(await told()).toBe('1');
    await database.contacts.updateOne(ofLastChunk, { $set: { 'authorisations.EMAIL': true } });
    expect(await told()).toBe('0');
  });

  it('finds a contact by the letters of its number, however it is stored, and changes no other', async () => {
    await contacts('É-1', 'E\u0301-2', '12\u200b3', '124');
    const asked = { changes: [change(0, none, true)] };
    const outcome = await run({
      importId,
      institution,
      chunks: [
        [
          { contactNumber: 'É-1', writtenNumber: 'E\u0301-1', ...asked },
          { contactNumber: 'É-2', ...asked },
          { contactNumber: '123', writtenNumber: '12\u200b3', ...asked },
          { contactNumber: '124', writtenNumber: '\u200b124', ...asked },
        ],
      ],
    });
    expect(outcome?.counts).toMatchObject({ applied: 4, rejected: 0 });
    for (const number of ['É-1', 'E\u0301-2', '12\u200b3', '124']) {
      expect(await contact(number)).toMatchObject({ rev: 2, authorisations: { EMAIL: true } });
    }
    expect(await database.contacts.countDocuments({ institution })).toBe(4);
  });

  it('says of a number that names nobody what is different about the nearest one that does', async () => {
    await contacts('0000099990001', '0099990002', 'ORG-1', '0012345', '777', '888');
    await database.contacts.updateOne({ _id: `${institution}:888` }, { $set: { valid: false } });
    const numbers = [
      '99990001',
      '99990002',
      'org-1',
      "'0012345",
      '777.0',
      '00777',
      'CONTACT_NUMBER',
      'Total',
      '0888',
      '5',
    ];
    const lines = numbers.map((contactNumber) => ({ contactNumber, changes: [change(0, none, true)] }));
    const outcome = await run({ importId, institution, chunks: [lines] });
    expect(outcome?.issueCounts).toEqual({ CONTACT_UNKNOWN: 10, LEADING_ZEROS_LOST: 2 });
    const said = outcome?.firstErrors
      .map(inWords)
      .map(({ message }) => message.replace(/^.*?with the number "[^"]*"\. ?/, ''));
    expect(said).toEqual([
      expect.stringContaining('There is "0000099990001": leading zeros'),
      expect.stringContaining('There is "0099990002": leading zeros'),
      expect.stringContaining('There is "ORG-1": capital'),
      expect.stringContaining('There is "0012345": the apostrophe'),
      expect.stringContaining('There is "777": a program'),
      expect.stringContaining('There is "777": leading zeros'),
      expect.stringContaining('second header'),
      expect.stringContaining('total'),
      '',
      '',
    ]);
  });

  it('says so of every line of a chunk of which nobody is known', async () => {
    const numbers = Array.from({ length: 600 }, (_, index) => String(1_000 + index));
    await contacts(...numbers.map((number) => number.padStart(10, '0')));
    const lines = numbers.map((contactNumber) => ({ contactNumber, changes: [change(0, none, true)] }));
    const outcome = await run({ importId, institution, chunks: [lines] });
    expect(outcome?.issueCounts).toEqual({ CONTACT_UNKNOWN: 600, LEADING_ZEROS_LOST: 600 });
  });

  it('writes the rejected lines and the changes as files', async () => {
    await contacts('001', '002', '003', '004');
    await run(threeChunks());
    const rejected = await report('rejected-lines.csv');
    expect(rejected).toHaveLength(3);
    expect(rejected[1]).toMatch(/^999,,,,,"CONTACT_UNKNOWN in CONTACT_NUMBER: /);
    const changes = await report('changes.csv');
    expect(changes[0]).toContain('CONTACT_NUMBER,[before] EMAIL - E-mail,[after] EMAIL - E-mail');
    expect(changes[1]).toMatch(new RegExp(`^001,Empty,TRUE,,,2,.*,Operator,${importId}$`));
    expect(changes.filter((line) => line !== '')).toHaveLength(4);
    const errors = await text(await store.get('reports', `${importId}/errors/CONTACT_UNKNOWN.ndjson`));
    expect(JSON.parse(errors)).toMatchObject({ code: 'CONTACT_UNKNOWN', line: 6, value: '999' });
  });

  it('keeps of a person who asked for it the id alone; in the file of changes stands the name', async () => {
    await contacts('001', '002', '003', '004');
    const jane = { type: 'person', id: 'per_1', name: 'Jane Doe', role: 'operator' } as const;
    await run({ ...threeChunks(), requestedBy: jane });
    const decided = await database.chunks.find({ institution }).toArray();
    expect(decided.map(({ requestedBy }) => requestedBy)).toEqual(decided.map(() => ({ ...jane, name: 'per_1' })));
    expect((await report('changes.csv'))[1]).toMatch(new RegExp(`,Jane Doe,${importId}$`));
  });

  it('tells when its lines are decided on and the reports are begun, and how many lines they are about', async () => {
    await contacts('001', '002', '003', '004');
    await run(threeChunks());
    const told = service.published(updateProgressed).filter(({ phase }) => phase === 'reporting');
    expect(told).toEqual([{ importId, institution, phase: 'reporting', linesDone: 0, linesTotal: 5, share: 0 }]);
  });

  it('tells nothing of the reports of an import that is over in a moment', async () => {
    await contacts('001');
    await run({ importId, institution, chunks: [[{ contactNumber: '001', changes: [change(0, none, true)] }]] });
    expect(service.published(updateProgressed)).toEqual([]);
  });

  it('touches no contact for a check, and reports the same numbers', async () => {
    await contacts('001', '002', '003', '004');
    const outcome = await run({ ...threeChunks(), action: 'check' });
    expect(outcome).toMatchObject({ state: 'CHECKED', counts: { total: 5, applied: 3, unchanged: 1, rejected: 1 } });
    expect(await contact('001')).toMatchObject({ authorisations: {}, rev: 1, lastChange: null });
  });

  it('applies each line once when every chunk-ready message is delivered to three workers at the same moment', async () => {
    await contacts('001', '002', '003', '004');
    const outcome = await run(threeChunks(), 3);
    expect(outcome?.counts).toMatchObject({ total: 5, applied: 3, unchanged: 1, rejected: 1 });
    for (const number of ['001', '003', '004']) expect(await contact(number)).toMatchObject({ rev: 2 });
  });

  it('works on an only chunk at once, so that no message of it stands behind those of large imports', async () => {
    await contacts('001');
    const given: GivenImport = {
      importId,
      institution,
      chunks: [[{ contactNumber: '001', changes: [change(0, none, true)] }]],
    };
    await givenImport(database, store, given);
    await Promise.all([begins(service, given), begins(service, given)]);
    expect(service.published(chunkReady)).toEqual([]);
    expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({ state: 'DONE', counts: { applied: 1 } });
    expect(await contact('001')).toMatchObject({ rev: 2 });
  });

  it('answers a finished import with the same event again', async () => {
    await contacts('001', '002', '003', '004');
    const given = threeChunks();
    await run(given);
    service.forget();
    await begins(service, given);
    await service.receives(chunkReady, { importId, chunk: 1, lanes: 2 });
    expect(service.published(updateCompleted)).toHaveLength(2);
    expect(service.published(chunkReady)).toEqual([]);
    expect(await contact('001')).toMatchObject({ rev: 2 });
  });

  it('keeps to the decisions that a worker wrote down before it died', async () => {
    await contacts('001', '002', '003', '004');
    const given = threeChunks();
    await givenImport(database, store, given);
    await begins(service, given);
    await service.receives(chunkReady, { importId, chunk: 0, lanes: 2 });
    // As if the process had been killed after the decisions and before the contacts were written.
    await database.closedChunks.deleteOne({ _id: `${importId}:00000` });
    await database.contacts.replaceOne({ _id: `${institution}:001` }, contactOf(institution, '001'));
    await service.receives(chunkReady, { importId, chunk: 0, lanes: 2 });
    await worksToTheEnd(service, importId);
    expect(await contact('001')).toMatchObject({ authorisations: { EMAIL: true }, rev: 2 });
    expect((await database.outcomes.findOne({ _id: importId }))?.counts).toMatchObject({ applied: 3 });
  });

  it('decides a line again when another import was faster, and keeps the refusal', async () => {
    await contacts('001');
    const slow: GivenImport = {
      importId,
      institution,
      chunks: [[{ contactNumber: '001', changes: [change(0, none, true)] }]],
    };
    const fast: GivenImport = {
      importId: `${importId}fast`,
      institution,
      chunks: [[{ contactNumber: '001', changes: [change(0, none, false)] }]],
    };
    await givenImport(database, store, slow);
    // The slow one has decided and not yet written when the fast one does all of its work.
    await database.chunks.insertOne({
      _id: `${importId}:00000`,
      importId,
      chunk: 0,
      institution,
      lines: 1,
      entries: [
        {
          line: 2,
          contactNumber: '001',
          rev: 1,
          previous: null,
          before: { 'authorisations.EMAIL': null },
          after: { 'authorisations.EMAIL': true },
        },
      ],
      reports: [],
      requestedBy: { keyId: 'k', name: 'n', role: 'operator' },
      decidedAt: new Date(),
      version: 1,
    });
    expect(await run(fast)).toMatchObject({ state: 'DONE', counts: { applied: 1 } });
    await begins(service, slow);
    await worksToTheEnd(service, importId);
    expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
      state: 'DONE_WITH_ERRORS',
      counts: { total: 1, applied: 0, rejected: 1 },
      firstErrors: [{ code: 'CONFLICT_REFUSAL', conflict: { old: 'Empty', now: 'FALSE', new: 'TRUE' } }],
    });
    expect(await contact('001')).toMatchObject({ authorisations: { EMAIL: false }, rev: 2 });
    expect((await report('rejected-lines.csv'))[1]).toMatch(/^001,FALSE,,/);
  });

  it('gives every line the outcome of some order when two imports run over the same contacts at once', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => String(index + 1).padStart(3, '0'));
    await contacts(...numbers);
    const choices = (id: string, value: boolean): GivenImport => ({
      importId: id,
      institution,
      chunks: [0, 20, 40].map((from) =>
        numbers.slice(from, from + 20).map((contactNumber) => ({ contactNumber, changes: [change(0, none, value)] })),
      ),
    });
    const [yes, no] = await Promise.all([run(choices(importId, true), 2), run(choices(`${importId}no`, false), 2)]);
    expect((yes?.counts.applied ?? 0) + (no?.counts.applied ?? 0)).toBe(60);
    expect((yes?.counts.rejected ?? 0) + (no?.counts.rejected ?? 0)).toBe(60);
    for (const number of numbers) expect(await contact(number)).toMatchObject({ rev: 2 });
    const consents = await database.contacts.countDocuments({ institution, 'authorisations.EMAIL': true });
    expect(consents).toBe(yes?.counts.applied);
  });

  it('removes twelve full texts of a thousand contacts, though the decisions on them are larger than a document, and takes it back', async () => {
    const fullText = '🎭'.repeat(500);
    const fields = Array.from({ length: 12 }, (_, index) => ({
      path: `criteria.TEXT_${index}`,
      code: `TEXT_${index}`,
      name: `Text ${index}`,
      kind: 'TEXT' as const,
      newColumn: index + 1,
    }));
    const criteria = Object.fromEntries(fields.map(({ code }) => [code, fullText]));
    const numbers = Array.from({ length: 1000 }, (_, index) => String(index).padStart(4, '0'));
    for (let from = 0; from < numbers.length; from += 250) {
      const some = numbers.slice(from, from + 250);
      await database.contacts.insertMany(some.map((number) => contactOf(institution, number, { criteria })));
    }
    const changes = fields.map((_, field) => ({ field, old: { missing: true as const }, new: null }));
    const lines = numbers.map((contactNumber) => ({ contactNumber, changes }));
    const given: GivenImport = { importId, institution, dataType: 'criteria', fields, chunks: [lines] };
    expect(await run(given, 2)).toMatchObject({ state: 'DONE', counts: { total: 1000, applied: 1000, unchanged: 0 } });
    const full = { institution, 'criteria.TEXT_11': { $exists: true } };
    expect(await database.contacts.countDocuments(full)).toBe(0);
    const documents = await database.chunks
      .find({ importId }, { projection: { next: 1 } })
      .sort({ _id: 1 })
      .toArray();
    expect(documents.length).toBeGreaterThan(1);
    expect(documents.at(-1)).not.toHaveProperty('next');
    expect(await contact('0999')).toMatchObject({ rev: 2, lastChange: documents.at(-1)?._id });
    const rows = (await report('changes.csv')).slice(1, -1);
    expect(rows.map((row) => row.slice(0, 4))).toEqual(numbers);

    const undo = await givenUndo(database, given, `${importId}u`);
    expect(await run(undo)).toMatchObject({ state: 'DONE', counts: { total: 1000, applied: 1000 } });
    expect(await database.contacts.countDocuments(full)).toBe(1000);
    expect(await contact('0999')).toMatchObject({ criteria });
    expect(await walkHistories(database, institution)).toMatchObject({ faults: [], changes: 2000 });
  }, 240_000);

  it('attempts nothing more of a chunk of several documents after a cancellation, and fails one with what was decided', async () => {
    await contacts('001', '002', '003', '004');
    const lines = ['001', '002', '003', '004'].map((contactNumber) => ({
      contactNumber,
      changes: [change(0, none, true)],
    }));
    const worker = service.app.get(ChunkWorker, { strict: false });
    const { documentBytes } = worker;
    worker.documentBytes = 1;
    const repository = service.app.get(ContactsRepository, { strict: false });
    const apply = repository.apply.bind(repository);
    let applied = 0;
    jest.spyOn(repository, 'apply').mockImplementation(async (...args) => {
      if (applied++ === 1) {
        await service.receives(importCancelled, await givenCancellation(database, { importId, institution }));
      }
      return apply(...args);
    });
    try {
      expect(await run({ importId, institution, chunks: [lines] })).toMatchObject({
        state: 'CANCELLED',
        counts: { total: 4, applied: 2, unchanged: 0, rejected: 0, notAttempted: 2 },
      });
      expect(await walkHistories(database, institution)).toMatchObject({ faults: [], changes: 2 });

      importId = `${importId}-again`;
      const given: GivenImport = { importId, institution, chunks: [lines] };
      await givenImport(database, store, given);
      const once = jest.spyOn(repository, 'apply').mockImplementation(apply);
      once.mockRejectedValueOnce(new PermanentFailure('The document cannot be applied'));
      await begins(service, given);
      await worksToTheEnd(service, importId);
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        state: 'FAILED',
        counts: { total: 4, applied: 1, unchanged: 2, notAttempted: 1 },
      });
      expect((await walkHistories(database, institution)).faults).toEqual([]);
    } finally {
      worker.documentBytes = documentBytes;
      jest.restoreAllMocks();
    }
  });

  describe('a contact that vanishes between the decision and its write', () => {
    /** What happens each time that a chunk has been decided on and is about to be applied. */
    const beforeApply = (happens: () => Promise<unknown>): void => {
      const repository = service.app.get(ContactsRepository, { strict: false });
      const apply = repository.apply.bind(repository);
      jest.spyOn(repository, 'apply').mockImplementation(async (...args) => {
        await happens();
        return apply(...args);
      });
    };
    afterEach(() => {
      jest.restoreAllMocks();
    });
    const erase = (number: string) => database.contacts.deleteOne({ _id: `${institution}:${number}` });
    const two = (): GivenImport => ({
      importId,
      institution,
      chunks: [
        [
          { contactNumber: '001', changes: [change(0, none, true)] },
          { contactNumber: '002', changes: [change(0, none, true)] },
        ],
      ],
    });

    it('is unknown: its line is rejected, the others are applied, and the import ends', async () => {
      await contacts('001', '002');
      beforeApply(() => erase('001'));
      expect(await run(two())).toMatchObject({
        state: 'DONE_WITH_ERRORS',
        counts: { total: 2, applied: 1, rejected: 1 },
        issueCounts: { CONTACT_UNKNOWN: 1 },
      });
      expect(service.deadLetters()).toEqual([]);
      expect((await report('rejected-lines.csv'))[1]).toMatch(/^001,/);
      expect(await walkHistories(database, institution)).toMatchObject({ faults: [], changes: 1 });
      const undo = await givenUndo(database, two(), `${importId}u`);
      expect(undo.chunks.flat().map(({ contactNumber }) => contactNumber)).toEqual(['002']);
    });

    it('is unknown, too, when a worker had written it before it died', async () => {
      await contacts('001', '002');
      await givenImport(database, store, two());
      await begins(service, two());
      await service.receives(chunkReady, { importId, chunk: 0, lanes: 2 });
      await database.closedChunks.deleteOne({ _id: `${importId}:00000` });
      await database.outcomes.deleteOne({ _id: importId });
      await erase('001');
      await worksToTheEnd(service, importId);
      await begins(service, two());
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        counts: { applied: 1, rejected: 1 },
        issueCounts: { CONTACT_UNKNOWN: 1 },
      });
      expect(await walkHistories(database, institution)).toMatchObject({ faults: [], changes: 1 });
    });

    it('is decided on again when a restore has brought back an earlier rev', async () => {
      await database.contacts.insertMany([
        contactOf(institution, '001', { rev: 3 }),
        contactOf(institution, '002', { rev: 3 }),
      ]);
      const earlier = contactOf(institution, '001', { rev: 2, authorisations: { EMAIL: false } });
      let restored = false;
      beforeApply(async () => {
        if (!restored) await database.contacts.replaceOne({ _id: earlier._id }, earlier);
        restored = true;
      });
      expect(await run(two())).toMatchObject({
        counts: { applied: 1, rejected: 1 },
        firstErrors: [{ code: 'CONFLICT_REFUSAL', conflict: { now: 'FALSE' } }],
      });
      expect(await contact('001')).toMatchObject({ rev: 2, authorisations: { EMAIL: false } });
    });

    it('is made by an ordinary import, as a number that nobody has is', async () => {
      await contacts('001');
      const lastName = { path: 'lastName', code: 'LAST_NAME', name: 'LAST_NAME', kind: 'TEXT' as const, newColumn: 1 };
      const changes = [change(0, { missing: true }, 'Durand')];
      beforeApply(() => database.contacts.deleteOne({ _id: `${institution}:001`, lastName: 'Müller' }));
      const lines = ['001', '002'].map((contactNumber) => ({ contactNumber, changes }));
      const given: GivenImport = { importId, institution, dataType: 'contacts', fields: [lastName], chunks: [lines] };
      expect(await run(given)).toMatchObject({ state: 'DONE', counts: { applied: 2 } });
      for (const number of ['001', '002']) expect(await contact(number)).toMatchObject({ lastName: 'Durand', rev: 1 });
      expect((await walkHistories(database, institution)).faults).toEqual([]);
    });

    it('fails the import in words when its contacts never come to rest', async () => {
      await contacts('001', '002');
      beforeApply(() => database.contacts.updateOne({ _id: `${institution}:001` }, { $inc: { rev: 1 } }));
      expect(await run(two())).toMatchObject({
        state: 'FAILED',
        counts: { total: 2, applied: 1, notAttempted: 1 },
        problem: { code: 'UPDATE_FAILED' },
      });
      expect(service.deadLetters()).toHaveLength(1);
    });
  });

  it('makes new contacts once, and changes those that are there', async () => {
    await contacts('001');
    const lastName = { path: 'lastName', code: 'LAST_NAME', name: 'LAST_NAME', kind: 'TEXT' as const, newColumn: 1 };
    const named = (value: string) => [change(0, { missing: true }, value)];
    const outcome = await run(
      {
        importId,
        institution,
        dataType: 'contacts',
        fields: [lastName],
        chunks: [
          [
            { contactNumber: '001', changes: named('Durand') },
            { contactNumber: '002', changes: named('Dupont') },
            { contactNumber: '003', changes: [] },
          ],
        ],
      },
      2,
    );
    expect(outcome?.counts).toMatchObject({ total: 3, applied: 2, rejected: 1 });
    expect(await contact('001')).toMatchObject({ lastName: 'Durand', rev: 2 });
    expect(await contact('002')).toMatchObject({
      lastName: 'Dupont',
      kind: 'person',
      rev: 1,
      lastChange: `${importId}:00000`,
    });
    expect(await contact('003')).toBeNull();
    for (const number of ['001', '002']) {
      const found = await contact(number);
      expect(found?.searchKeys).toEqual(searchKeysOf(found!));
    }
  });

  it('contacts that are older than the search keys are given theirs, and nothing else of them changes', async () => {
    const numbers = Array.from({ length: 1_200 }, (_, index) => String(index).padStart(4, '0'));
    await contacts(...numbers);
    const before = await contact('0007');
    await service.app.get(SearchKeysFill).fill();
    expect(await contact('0007')).toEqual({ ...before, searchKeys: searchKeysOf(before!) });
    expect(await database.contacts.countDocuments({ institution, searchKeys: { $exists: false } })).toBe(0);
  });

  describe('an undo', () => {
    const values = async () =>
      (await database.contacts.find({ institution }).sort({ _id: 1 }).toArray()).map(
        ({ contactNumber, criteria, authorisations, lastName, valid }) => ({
          contactNumber,
          criteria,
          authorisations,
          lastName,
          valid,
        }),
      );
    const undo = async (first: GivenImport): Promise<GivenImport> => {
      const given = await givenUndo(database, first, `${first.importId}u`, overRefusals);
      await run(given, 2);
      return given;
    };
    const outcomeOf = (given: GivenImport) => database.outcomes.findOne({ _id: given.importId });
    const changing = (): GivenImport => ({
      importId,
      institution,
      chunks: [
        [
          { contactNumber: '001', changes: [change(0, { value: true }, false), change(1, none, 'JAZZ')] },
          { contactNumber: '002', changes: [change(0, none, true)] },
        ],
        [{ contactNumber: '003', changes: [change(1, { value: 'ROCK' }, null)] }],
      ],
    });
    const three = async () => {
      await contacts('002');
      await database.contacts.insertMany([
        contactOf(institution, '001', { authorisations: { EMAIL: true } }),
        contactOf(institution, '003', { criteria: { GENRE: 'ROCK' } }),
      ]);
    };

    it('restores every field, and the undo of it applies them again', async () => {
      await three();
      const before = await values();
      const first = changing();
      await run(first);
      const after = await values();
      expect(after).not.toEqual(before);
      const undone = await undo(first);
      expect(await values()).toEqual(before);
      expect(await outcomeOf(undone)).toMatchObject({ state: 'DONE', counts: { total: 3, applied: 3, rejected: 0 } });
      const again = await undo(undone);
      expect(await values()).toEqual(after);
      expect(await outcomeOf(again)).toMatchObject({ state: 'DONE', counts: { applied: 3 } });
      expect(await contact('001')).toMatchObject({ rev: 4, lastChange: `${again.importId}:00000` });
    });

    it('ends no refusal unless an administrator says so; the line is named, and what else there is goes on', async () => {
      await three();
      const first = changing();
      await run(first);
      const alone = { requestedBy: administrator };
      const operators = { overwriteRefusals: true };
      for (const [letter, choices] of Object.entries({ a: {}, b: alone, c: operators })) {
        const undone = await run(await givenUndo(database, first, `${first.importId}${letter}`, choices));
        expect(undone).toMatchObject({
          state: 'DONE_WITH_ERRORS',
          counts: { total: 3, applied: letter === 'a' ? 2 : 0, unchanged: letter === 'a' ? 0 : 2, rejected: 1 },
          firstErrors: [{ code: 'CONFLICT_REFUSAL', line: 2, conflict: { old: 'FALSE', now: 'FALSE', new: 'TRUE' } }],
        });
        expect(await contact('001')).toMatchObject({ authorisations: { EMAIL: false }, criteria: { GENRE: 'JAZZ' } });
        expect(await contact('003')).toMatchObject({ criteria: { GENRE: 'ROCK' } });
      }
      const undone = await run(await givenUndo(database, first, `${first.importId}d`, overRefusals));
      expect(undone).toMatchObject({ state: 'DONE', counts: { total: 3, applied: 1, unchanged: 2, overwritten: 0 } });
      expect(await contact('001')).toMatchObject({ authorisations: { EMAIL: true }, criteria: {} });
    });

    it('of the import that made a contact keeps the refusal that came later, also when the contact is made again', async () => {
      const lastName = { path: 'lastName', code: 'LAST_NAME', name: 'LAST_NAME', kind: 'TEXT' as const, newColumn: 1 };
      const made = (id: string): GivenImport => ({
        importId: id,
        institution,
        dataType: 'contacts',
        fields: [lastName],
        chunks: [[{ contactNumber: '009', changes: [change(0, { missing: true }, 'Durand')] }]],
      });
      await run(made(importId));
      const refusal = [{ contactNumber: '009', changes: [change(0, none, false)] }];
      await run({ importId: `${importId}r`, institution, chunks: [refusal] });
      await undo(made(importId));
      expect(await contact('009')).not.toHaveProperty('valid');
      await run(made(`${importId}again`));
      expect(await contact('009')).toMatchObject({ valid: true, authorisations: { EMAIL: false } });
    });

    it('keeps what was changed since and names it; a second one finds nothing to do', async () => {
      await three();
      const first = changing();
      await run(first);
      const since: GivenImport = {
        importId: `${importId}s`,
        institution,
        chunks: [[{ contactNumber: '002', changes: [change(0, { value: true }, false)] }]],
      };
      await run(since);
      const undone = await undo(first);
      expect(await outcomeOf(undone)).toMatchObject({
        state: 'DONE_WITH_ERRORS',
        counts: { total: 3, applied: 2, rejected: 1 },
        firstErrors: [{ code: 'CONFLICT_REFUSAL', conflict: { old: 'TRUE', now: 'FALSE', new: 'Empty' } }],
      });
      expect(await contact('002')).toMatchObject({ authorisations: { EMAIL: false }, rev: 3 });
      const second = { ...(await givenUndo(database, first, `${importId}v`)) };
      expect((await run(second))?.counts).toMatchObject({ total: 3, applied: 0, unchanged: 2, rejected: 1 });
    });

    it('takes contacts that were made out of use; they come back by its undo or by another import', async () => {
      const lastName = { path: 'lastName', code: 'LAST_NAME', name: 'LAST_NAME', kind: 'TEXT' as const, newColumn: 1 };
      const made = (id: string): GivenImport => ({
        importId: id,
        institution,
        dataType: 'contacts',
        fields: [lastName],
        chunks: [
          ['001', '002'].map((number) => ({
            contactNumber: number,
            changes: [change(0, { missing: true }, 'Durand')],
          })),
        ],
      });
      await contacts('001');
      await run(made(importId));
      const undone = await undo(made(importId));
      expect(await contact('001')).toMatchObject({ lastName: 'Müller', valid: true });
      const out = await contact('002');
      expect(out).toMatchObject({ contactNumber: '002', kind: 'person', rev: 2 });
      expect(out).not.toHaveProperty('valid');
      expect(out).not.toHaveProperty('lastName');
      importId = undone.importId;
      expect((await report('changes.csv'))[0]).toContain(
        'CONTACT_NUMBER,[before] LAST_NAME,[after] LAST_NAME,LINE,CHANGED_AT',
      );
      expect((await outcomeOf(undone))?.transitions.map(({ path }) => path)).toEqual(['lastName', 'lastName']);
      await undo(undone);
      expect(await contact('002')).toMatchObject({ lastName: 'Durand', valid: true, rev: 3 });
      await undo({ ...undone, importId: `${undone.importId}u` });
      expect(await contact('002')).not.toHaveProperty('valid');
      await run(made(`${importId}again`));
      expect(await contact('002')).toMatchObject({ lastName: 'Durand', valid: true, rev: 5 });
    });
  });

  it('removes a value that the file calls Empty', async () => {
    await database.contacts.insertOne(contactOf(institution, '001', { criteria: { GENRE: 'JAZZ' } }));
    await run({
      importId,
      institution,
      chunks: [[{ contactNumber: '001', changes: [change(1, { value: 'JAZZ' }, null)] }]],
    });
    expect((await contact('001'))?.criteria).toEqual({});
  });

  it('starts no chunk after a cancellation, brings what runs to its end and counts the rest as not attempted', async () => {
    await contacts('001', '002', '003', '004');
    const given = threeChunks();
    await givenImport(database, store, given);
    await begins(service, given);
    await service.receives(chunkReady, { importId, chunk: 0, lanes: 2 });
    await service.receives(importCancelled, await givenCancellation(database, given));
    await worksToTheEnd(service, importId, 2);
    expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
      state: 'CANCELLED',
      counts: { total: 5, applied: 1, unchanged: 1, rejected: 0, notAttempted: 3 },
    });
    expect(await contact('001')).toMatchObject({ rev: 2 });
    expect(await contact('003')).toMatchObject({ rev: 1, criteria: {} });
    expect((await report('changes.csv')).filter((line) => line !== '')).toHaveLength(2);
  });

  it('ends an import that was cancelled before it was planned, with counts that add up and empty reports', async () => {
    const given: GivenImport = { importId, institution, chunks: [] };
    await givenImport(database, store, given);
    await database.validations.updateOne({ _id: importId }, { $set: { cancelled: true, 'plan.lines': 7 } });
    await begins(service, given, 7);
    await begins(service, given, 7);
    expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
      state: 'CANCELLED',
      counts: { total: 7, applied: 0, unchanged: 0, rejected: 0, notAttempted: 7 },
    });
    expect(service.published(updateCompleted)).toMatchObject([{ state: 'CANCELLED' }, { state: 'CANCELLED' }]);
    expect(new Set(service.published(updateCompleted).map((event) => event.completedAt)).size).toBe(1);
    expect((await report('changes.csv')).filter((line) => line !== '')).toHaveLength(1);
    expect((await report('rejected-lines.csv')).filter((line) => line !== '')).toHaveLength(1);
  });

  describe('a message that is not true', () => {
    const reasons = () => service.deadLetters().map(({ headers }) => headers['reason-code']);
    const begin = () => ({ importId, institution, action: 'update' as const, chunks: 3, lines: 5 });
    const untouched = async () => {
      expect(await database.contacts.countDocuments({ institution, rev: { $ne: 1 } })).toBe(0);
      expect(await database.chunks.countDocuments({ institution })).toBe(0);
      expect(await database.outcomes.findOne({ _id: importId })).toBeNull();
      expect(service.published(updateFailed)).toEqual([]);
    };
    const goesOn = async () => {
      await begins(service, threeChunks());
      await worksToTheEnd(service, importId);
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({ counts: { applied: 3 } });
    };

    it('about an import that nobody asked for changes no contact and no history, though there is a plan', async () => {
      await contacts('001', '002', '003', '004');
      await givenImport(database, store, threeChunks());
      await database.jobs.deleteOne({ _id: importId });
      await service.receives(validationCompleted, begin());
      await service.receives(chunkReady, { importId, chunk: 0, lanes: 1 });
      await service.receives(importCancelled, { importId, institution, cancelledAt: new Date().toISOString() });
      expect(reasons()).toEqual(['JOB_UNKNOWN', 'JOB_UNKNOWN', 'JOB_UNKNOWN']);
      await untouched();
      expect(await database.cancellations.findOne({ _id: importId })).toBeNull();
    });

    it.each([
      ['institution', { institution: 'other' }],
      ['action', { action: 'check' as const }],
      ['number of chunks', { chunks: 1 }],
      ['number of lines', { lines: 1 }],
    ])('about the %s becomes a dead letter, and the import goes on', async (_, forged) => {
      await contacts('001', '002', '003', '004');
      await givenImport(database, store, threeChunks());
      await service.receives(validationCompleted, { ...begin(), ...forged });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED']);
      await untouched();
      await goesOn();
    });

    it('that a chunk is ready which the plan has not, that a user has cancelled or that all was in vain ends nothing', async () => {
      await contacts('001', '002', '003', '004');
      await givenImport(database, store, threeChunks());
      const at = new Date().toISOString();
      await service.receives(chunkReady, { importId, chunk: 3, lanes: 1 });
      await service.receives(importCancelledV1, {
        importId,
        institution,
        cancelledBy: { keyId: 'key_1', name: 'Operator', role: 'operator' },
        cancelledAt: at,
      });
      const given = { jobType: 'import' as const, institution, code: 'JOB_ABANDONED', detail: '-' };
      await service.receives(jobAbandoned, { ...given, jobId: importId, abandonedAt: at });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
      await untouched();
      await goesOn();
    });

    it('was believed once: a plan that was made for an update is not applied for a check, nor in another name', async () => {
      await contacts('001', '002', '003', '004');
      await givenImport(database, store, threeChunks());
      await givenJob(database, importId, { institution, action: 'check' });
      await service.receives(validationCompleted, begin());
      await service.receives(chunkReady, { importId, chunk: 0, lanes: 1 });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
      await untouched();
      await givenJob(database, importId, { institution, action: 'update', requestedBy: administrator });
      await goesOn();
      const decided = await database.chunks.find({ institution }).toArray();
      expect(new Set(decided.map(({ requestedBy }) => requesterIn(requestedBy).id))).toEqual(
        new Set([administrator.id]),
      );
    });
  });

  describe('asked for again', () => {
    const ready = () => service.published(chunkReady).filter((data) => data.importId === importId);
    const fiveChunks = (): GivenImport => ({
      importId,
      institution,
      chunks: ['001', '002', '003', '004', '005'].map((contactNumber) => [
        { contactNumber, changes: [change(0, none, true)] },
      ]),
    });
    const longAgo = () => database.closedChunks.updateMany({}, { $set: { closedAt: new Date(Date.now() - 60_000) } });
    const begun = async (...delivered: number[]): Promise<GivenImport> => {
      await contacts('001', '002', '003', '004', '005');
      const given = fiveChunks();
      await givenImport(database, store, given);
      await begins(service, given);
      for (const chunk of delivered) await service.receives(chunkReady, { importId, chunk, lanes: 2 });
      service.forget();
      return given;
    };

    it.each([
      ['whose chunk-ready messages were all lost', [], [0, 1]],
      ['one lane of which was lost', [0, 2, 4], [1]],
      ['that was begun with other lanes and stands in its middle', [0, 1, 2], [4, 3]],
    ])('an import %s goes on with what is open, and applies each line once', async (_, delivered, expected) => {
      const given = await begun(...delivered);
      await longAgo();
      await begins(service, given);
      expect(ready().map(({ chunk }) => chunk)).toEqual(expected);
      await worksToTheEnd(service, importId);
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        state: 'DONE',
        counts: { total: 5, applied: 5, notAttempted: 0 },
      });
      expect(await database.contacts.countDocuments({ institution, rev: 2 })).toBe(5);
    });

    it('an import whose chunks are being closed is left to those who close them, and tells how far it is', async () => {
      const given = await begun(0, 1);
      await begins(service, given);
      expect(ready()).toEqual([]);
      expect(service.published(updateProgressed)).toEqual([
        { importId, institution, phase: 'deciding', linesDone: 2, linesTotal: 5 },
      ]);
    });

    it('an import that was stopped counts as done what was decided on, and tells what was left out apart', async () => {
      const given = await begun(0, 1);
      // Somebody is still about to close the second chunk.
      await database.closedChunks.deleteOne({ _id: `${importId}:00001` });
      const cancelled = await givenCancellation(database, given);
      await service.receives(chunkReady, { importId, chunk: 2, lanes: 2 });
      await service.receives(importCancelled, cancelled);
      service.forget();
      await begins(service, given);
      expect(service.published(updateProgressed)).toEqual([
        { importId, institution, phase: 'deciding', linesDone: 1, linesTotal: 5, linesNotAttempted: 1 },
      ]);
      expect(await database.outcomes.findOne({ _id: importId })).toBeNull();
      await service.receives(chunkReady, { importId, chunk: 1, lanes: 2 });
      await worksToTheEnd(service, importId);
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        state: 'CANCELLED',
        counts: { total: 5, applied: 2, notAttempted: 3 },
      });
    });

    it('an import whose worker died before it had begun all lanes goes on in those that are not begun yet', async () => {
      const given = await begun(0, 2);
      await begins(service, given);
      expect(ready().map(({ chunk }) => chunk)).toEqual([1]);
    });

    it('an import whose worker died after the last chunk is brought to its end', async () => {
      const given = await begun(0, 1, 2, 3, 4);
      await database.outcomes.deleteOne({ _id: importId });
      await begins(service, given);
      expect(service.published(updateCompleted)).toMatchObject([{ importId, state: 'DONE', counts: { applied: 5 } }]);
    });

    it('an import that is given up has failed, with what was applied; one without a plan is left alone', async () => {
      await begun(0);
      const abandoned = { at: new Date(), code: 'JOB_ABANDONED', detail: '-' };
      await givenJob(database, `${importId}-planless`, { institution, abandoned });
      await givenJob(database, importId, { institution, abandoned });
      const given = { jobType: 'import' as const, institution, code: 'JOB_ABANDONED', detail: '-' };
      const abandonedAt = abandoned.at.toISOString();
      await service.receives(jobAbandoned, { ...given, jobId: importId, abandonedAt });
      await service.receives(jobAbandoned, { ...given, jobId: `${importId}-planless`, abandonedAt });
      expect(service.published(updateFailed)).toMatchObject([{ importId, code: 'UPDATE_FAILED' }]);
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        state: 'FAILED',
        counts: { total: 5, applied: 1, notAttempted: 4 },
      });
      expect((await report('changes.csv')).filter((line) => line !== '')).toHaveLength(2);
      expect(service.deadLetters()).toEqual([]);
    });

    it('an import that the gateway has given up applies nothing more', async () => {
      const given = await begun(0);
      await givenJob(database, importId, { institution, state: 'FAILED' });
      await longAgo();
      await begins(service, given);
      await worksToTheEnd(service, importId);
      expect(await database.contacts.countDocuments({ institution, rev: 2 })).toBe(1);
      expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
        counts: { total: 5, applied: 1, notAttempted: 4 },
      });
    });
  });

  it('forgets its reports and rejected lines after thirty days, but never what it has changed: it can still be undone', async () => {
    await contacts('001', '002', '003', '004');
    const given = threeChunks();
    await run(given);
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    const sweep = service.app.get(ReportsSweep, { strict: false });
    await sweep.sweep(days(30));
    expect((await report('rejected-lines.csv'))[1]).toContain('999');
    await givenJob(database, importId, { institution, state: 'APPLYING' });
    await sweep.sweep(days(31));
    expect((await report('rejected-lines.csv'))[1]).toContain('999');

    await database.jobs.updateOne({ _id: importId }, { $set: { state: 'DONE_WITH_ERRORS' } });
    await sweep.sweep(days(31));
    await expect(report('rejected-lines.csv')).rejects.toThrow();
    await expect(report('changes.csv')).rejects.toThrow();
    const chunks = await database.chunks.find({ importId }).toArray();
    expect(chunks.flatMap(({ reports }) => reports)).toEqual([]);
    expect(chunks.flatMap(({ entries }) => entries.map(({ contactNumber }) => contactNumber)).toSorted()).toEqual([
      '001',
      '003',
      '004',
    ]);
    const outcome = await database.outcomes.findOne({ _id: importId });
    expect(outcome).toMatchObject({
      counts: { applied: 3, rejected: 1 },
      issueCounts: { CONTACT_UNKNOWN: 1 },
      firstErrors: [],
    });
    // Its message would name the contact.
    expect(outcome?.issueGroups).toEqual([
      { code: 'CONTACT_UNKNOWN', column: 'CONTACT_NUMBER', count: 1, lines: [{ line: 6 }] },
    ]);
    const undo = await givenUndo(database, given, `${importId}u`);
    expect(await run(undo)).toMatchObject({ state: 'DONE', counts: { applied: 3 } });
    expect(await contact('001')).toMatchObject({ authorisations: {}, rev: 3, lastChange: `${importId}u:00000` });
  });

  it('applies no line of a chunk that is not what was planned, and says so', async () => {
    await contacts('001', '002', '003', '004');
    const given = threeChunks();
    await givenImport(database, store, given);
    // Somebody who may write to the store turns the order of the chunks round: each is one that was planned.
    const [first, second] = [0, 1].map((chunk) => planChunkKey(importId, chunk)) as [string, string];
    const planned = await buffer(await store.get('plans', first));
    await store.put('plans', second, planned);
    await begins(service, given);
    await worksToTheEnd(service, importId);
    expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({
      state: 'FAILED',
      problem: { code: 'PLAN_CHANGED', detail: expect.stringMatching(/was changed in the store/) },
    });
    expect(service.published(updateFailed)[0]).toMatchObject({ importId, code: 'PLAN_CHANGED' });
    expect(await database.chunks.findOne({ _id: `${importId}:00001` })).toMatchObject({ entries: [], lines: 0 });
    expect(await contact('003')).toMatchObject({ rev: 1 });
    expect((await walkHistories(database, institution)).faults).toEqual([]);
  });

  it('applies a plan that is older than the note of what its chunks are', async () => {
    await contacts('001', '002', '003', '004');
    const given = threeChunks();
    await givenImport(database, store, given);
    await database.validations.updateOne({ _id: importId }, { $unset: { 'plan.chunkHashes': true } });
    await begins(service, given);
    await worksToTheEnd(service, importId);
    expect(await database.outcomes.findOne({ _id: importId })).toMatchObject({ counts: { applied: 3 } });
  });

  it('says of an import that cannot go on that it failed, and what became of its lines', async () => {
    await contacts('001', '003', '004');
    const given = threeChunks();
    await givenImport(database, store, given);
    await store.remove('plans', `${importId}/00001.ndjson.gz`);
    await begins(service, given);
    await worksToTheEnd(service, importId);
    expect(service.published(updateFailed)[0]).toMatchObject({ importId, code: 'UPDATE_FAILED' });
    const outcome = await database.outcomes.findOne({ _id: importId });
    const { total = 0, applied = 0, unchanged = 0, rejected = 0, notAttempted = 0 } = outcome?.counts ?? {};
    expect(applied + unchanged + rejected + notAttempted).toBe(total);
    expect(notAttempted).toBeGreaterThan(0);
    expect(service.deadLetters()).toHaveLength(1);
  });
});
