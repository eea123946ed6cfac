import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  importCancelled,
  importCancelledV1,
  importRequested,
  importRequestedV1,
  validationCompleted,
  validationFailed,
  validationRejected,
  validationStarted,
} from '@roundtrip/contracts';
import {
  type ChunkEntry,
  Database,
  type ImportJobDocument,
  loadDefinitions,
  type WholeDatabase,
} from '@roundtrip/database';
import { ObjectStore, sha256 } from '@roundtrip/files';
import { startOnOwnDatabase, startTestService, type TestService } from '@roundtrip/test-kit';
import mongoose from 'mongoose';
import { inWords } from './in-words.js';
import { AppModule } from '../src/app.module.js';
import { ImportValidationConfig } from '../src/config.js';
import { FileExaminer } from '../src/file.examiner.js';
import { PlansSweep } from '../src/plans.sweep.js';
import type { Reading } from '../src/reading.rules.js';
import { StoredUploads } from '../src/stored-uploads.reader.js';
import {
  chunkKeys,
  givenDefinitions,
  givenJob,
  givenUpload,
  readPlan,
  type Request,
  receivesRequest,
  requestOf,
  uploadOf,
  zipOf,
} from './uploads.js';

const header = 'CONTACT_NUMBER;EMAIL;[old] GENRE - Genre;[new] GENRE - Genre;[old] NOTE - Note;[new] NOTE - Note';
const noCounts = { unchanged: 0, rejected: 0, notAttempted: 0, overwritten: 0, warnings: 0, blankLines: 0 };
const csv = (...rows: string[]): string => [header, ...rows, ''].join('\r\n');

describe('import-validation', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let databaseUrl: string;
  let institution: string;
  let importId: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spec-import-validation-'));
    const env = {
      UPLOAD_SPOOL_FOLDER: folder,
      IMPORT_MAX_ROWS: '3000',
      IMPORT_MAX_COLUMNS: '20',
      IMPORT_MAX_RECORD_BYTES: '900000',
    };
    ({ databaseUrl, database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'import-validation',
      config: ImportValidationConfig,
      env,
    }));
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    service.forget();
    institution = `i${randomBytes(4).toString('hex')}`;
    importId = `imp_${randomBytes(8).toString('hex')}`;
    await givenDefinitions(database, institution);
  });

  const cancellation = () => ({
    importId,
    institution,
    cancelledBy: { keyId: 'key_1', name: 'Operator', role: 'operator' as const },
    cancelledAt: '2026-01-02T03:04:05.000Z',
  });
  const givenCancellation = () => {
    const { cancelledAt, cancelledBy } = cancellation();
    const choices = { cancelRequestedAt: new Date(cancelledAt), cancelRequestedBy: cancelledBy };
    return database.jobs.updateOne({ _id: importId }, { $set: choices });
  };
  const outcome = () => database.validations.findOne({ _id: importId });
  const receives = (more: Partial<Request> = {}) =>
    receivesRequest(service, database, requestOf(importId, institution, more));
  const examine = async (content: string | Buffer, more: Partial<Request> = {}) => {
    await givenUpload(store, importId, content);
    await receives(more);
    return outcome();
  };

  it.each<[string, (csv: string) => string | Promise<Buffer>]>([
    ['a file', (text) => text],
    ['a .zip of two parts', (text) => zipOf({ 'a_1.csv': text, 'a_2.csv': text.replace(/^\d/gm, '9') })],
  ])('knows from its bytes how far the reading of %s is before the lines are counted', async (_, pack) => {
    const rows = Array.from({ length: 1200 }, (__, index) => `${1000 + index};;;;;${'x'.repeat(400)}`);
    await givenUpload(store, importId, await pack(csv(...rows)));
    const signal = AbortSignal.timeout(60_000);
    const upload = await service.app.get(StoredUploads).open(uploadOf(importId), signal);
    const told: Reading[] = [];
    const definitions = await loadDefinitions(database, institution);
    const onLines = (reading: Reading): Promise<void> => {
      told.push(reading);
      return Promise.resolve();
    };
    const choices = { institution, dataType: 'criteria' as const, action: 'check' as const };
    const work = { importId, attempt: 'a', ...choices, definitions, upload, delimiter: ';' as const, onLines };
    const { plan } = await service.app.get(FileExaminer).examine(work);
    const { lines } = plan;
    await upload.close();
    const counted = told.filter(({ linesTotal }) => linesTotal === 0);
    expect(counted.length).toBeGreaterThan(4);
    for (const { linesDone, linesExpected = 0 } of counted) {
      expect(linesDone).toBe(0);
      expect(Math.abs(linesExpected - lines) / lines).toBeLessThan(0.2);
    }
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ linesDone: lines, linesTotal: lines, share: 1 });
  });

  it('keeps of a person who asked for it the id alone', async () => {
    const jane = { type: 'person', id: 'per_1', name: 'Jane Doe', role: 'operator' } as const;
    await database.jobs.updateOne({ _id: importId }, { $set: { institution, requestedBy: jane } }, { upsert: true });
    await givenUpload(store, importId, csv('001;;ROCK;JAZZ;;'));
    const { requestedBy: _by, ...request } = requestOf(importId, institution);
    await receivesRequest(service, database, request as Request);
    expect(await outcome()).toMatchObject({ outcome: 'accepted', requestedBy: { ...jane, name: 'per_1' } });
  });

  it('makes the plan of a sound file: every line, with what it asks for and what is wrong with it', async () => {
    const found = await examine(
      csv('001;a@example.org;ROCK;JAZZ;"two\r\nlines";', ';;;;;', '002;;;POP;;Empty', '003;;;;;', '003;;;;;', '004;;'),
    );
    expect(found).toMatchObject({
      institution,
      dataType: 'criteria',
      action: 'check',
      outcome: 'accepted',
      requestedBy: { type: 'key', id: 'key_1' },
      plan: {
        chunks: 1,
        lines: 5,
        blankLines: 1,
        delimiter: ';',
        header: header.split(';'),
        warnings: [],
        fields: [
          { path: 'criteria.GENRE', code: 'GENRE', name: 'Name of GENRE', kind: 'LIST', oldColumn: 2, newColumn: 3 },
          { path: 'criteria.NOTE', code: 'NOTE', name: 'Name of NOTE', kind: 'TEXT', oldColumn: 4, newColumn: 5 },
        ],
      },
    });
    const [lines] = await readPlan(store, importId, 1);
    expect(
      lines?.map(({ line, contactNumber, changes, issues }) => [
        line,
        contactNumber,
        changes.length,
        issues.map(({ code }) => code),
      ]),
    ).toEqual([
      [2, '001', 1, []],
      [4, '002', 1, ['CODE_UNKNOWN']],
      [5, '003', 0, ['CONTACT_DUPLICATE_ROW']],
      [6, '003', 0, ['CONTACT_DUPLICATE_ROW']],
      [7, undefined, 0, ['ROW_WIDTH']],
    ]);
    expect(lines?.[0]).toMatchObject({
      email: 'a@example.org',
      changes: [{ field: 0, old: { value: 'ROCK' }, new: 'JAZZ' }],
      raw: ['001', 'a@example.org', 'ROCK', 'JAZZ', 'two\r\nlines', ''],
    });
    expect(service.published(validationStarted)).toMatchObject([{ importId, institution }]);
    expect(service.published(validationCompleted)).toEqual([
      { importId, institution, action: 'check', chunks: 1, lines: 5 },
    ]);
  });

  it('reads the ordinary contact import', async () => {
    const found = await examine(
      'CONTACT_NUMBER,Last name,COUNTRY,PHONE,EMAIL\n1,Müller,CH,+41 1,a@b.ch\n2,#N/A,Suisse,4.47912E+11,a@b.fr; c@d.fr\n',
      {
        dataType: 'contacts',
        action: 'update',
      },
    );
    expect(found?.plan).toMatchObject({
      lines: 2,
      delimiter: ',',
      fields: [{ path: 'lastName' }, { path: 'country', kind: 'LIST' }, { path: 'phone' }, { path: 'email' }],
    });
    const [lines] = await readPlan(store, importId, 1);
    expect(lines?.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['VALUE_DAMAGED', 'CODE_UNKNOWN', 'VALUE_DAMAGED', 'EMAIL_INVALID'],
    ]);
  });

  it('says what it had to assume, and what it has seen before', async () => {
    const before = { _id: 'imp_before', type: 'import', institution, requestedAt: new Date('2026-03-02T08:05:10Z') };
    await database.jobs.insertOne(before as ImportJobDocument);
    const found = await examine(Buffer.from('CONTACT_NUMBER;[new] NOTE\n1;caf\xe9\n', 'latin1'), {
      sameFileAs: 'imp_before',
    });
    expect(found?.plan?.warnings.map(({ code }) => code)).toEqual([
      'SAME_FILE_AGAIN',
      'ENCODING_ASSUMED',
      'OLD_COLUMN_MISSING',
    ]);
    expect(inWords(found!.plan!.warnings[0]!).message).toContain('on 2 March 2026 at 08:05 UTC');
    const [lines] = await readPlan(store, importId, 1);
    expect(lines?.[0]?.changes).toEqual([{ field: 0, old: { missing: true }, new: 'café' }]);
  });

  it('reads the parts of a template as one file', async () => {
    const parts = { 't_2.csv': csv('2;;;;;', '1;;;;;'), 't_1.csv': `\uFEFF${csv('1;;;;;')}` };
    const found = await examine(await zipOf(parts));
    expect(found?.plan).toMatchObject({ chunks: 1, lines: 3 });
    const [lines] = await readPlan(store, importId, 1);
    expect(lines?.map(({ part, line, contactNumber }) => [part, line, contactNumber])).toEqual([
      [1, 2, '1'],
      [2, 2, '2'],
      [2, 3, '1'],
    ]);
    expect(inWords(lines![0]!.issues[0]!).message).toContain('row 3 of part 2');
    expect(inWords(lines![2]!.issues[0]!).message).toContain('row 2 of part 1');
  });

  it('reads rows whose trailing blank cells Excel has left out, and no other short ones', async () => {
    const rows = (from: number, to: number, cells: string) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${from + index};${cells}`);
    const found = await examine(
      csv(...rows(2, 16, ';;;;'), ...rows(17, 32, ';ROCK;JAZZ'), ...rows(33, 34, ';;;'), '2;;'),
    );
    expect(found?.plan).toMatchObject({ lines: 34 });
    const [lines] = await readPlan(store, importId, 1);
    expect(lines?.[15]).toMatchObject({ line: 17, issues: [], raw: ['17', '', 'ROCK', 'JAZZ', '', ''] });
    const withIssues = lines?.filter(({ issues }) => issues.length > 0);
    expect(withIssues?.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
      [33, 'ROW_WIDTH'],
      [34, 'ROW_WIDTH'],
      [35, 'ROW_WIDTH'],
    ]);
    expect(lines?.filter(({ changes }) => changes.length > 0)).toHaveLength(16);
  });

  it('cuts a plan into chunks of 1,000 lines or 1 MiB', async () => {
    const short = Array.from({ length: 2500 }, (_, i) => `${i};;;;;`);
    expect((await examine(csv(...short)))?.plan).toMatchObject({ chunks: 3, lines: 2500 });
    expect((await readPlan(store, importId, 3)).map((lines) => lines.length)).toEqual([1000, 1000, 500]);

    importId = `${importId}b`;
    const long = Array.from({ length: 5 }, (_, i) => `${i};;;;;"${'é'.repeat(200_000)}"`);
    const found = await examine(csv(...long));
    const plan = await readPlan(store, importId, found!.plan!.chunks);
    expect(plan.flat().map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
    for (const lines of plan)
      expect(Buffer.byteLength(lines.map((line) => JSON.stringify(line)).join('\n'))).toBeLessThanOrEqual(1024 ** 2);
  });

  it('cuts a plan into smaller chunks when it is told to', async () => {
    const other = await startTestService(AppModule, {
      name: 'import-validation',
      config: ImportValidationConfig,
      env: { MONGO_URL: databaseUrl, UPLOAD_SPOOL_FOLDER: folder, PLAN_CHUNK_LINES: '2' },
    });
    try {
      await givenUpload(store, importId, csv(...Array.from({ length: 5 }, (_, i) => `${i};;;;;`)));
      await receivesRequest(other, database, requestOf(importId, institution));
    } finally {
      await other.close();
    }
    expect((await outcome())?.plan).toMatchObject({ chunks: 3, lines: 5 });
    expect((await readPlan(store, importId, 3)).map((lines) => lines.length)).toEqual([2, 2, 1]);
  });

  it('takes its rejected lines back as they are, with the [errors] column', async () => {
    const found = await examine(`${header};[errors]\r\n1;;;ROCK;;;CODE_UNKNOWN in [new] GENRE: POP\r\n`);
    expect(found?.plan).toMatchObject({ header: header.split(';'), lines: 1 });
    expect((await readPlan(store, importId, 1))[0]?.[0]).toMatchObject({
      issues: [],
      raw: ['1', '', '', 'ROCK', '', ''],
    });
  });

  it.each<[string, string | Buffer | Record<string, string>, Partial<Request>?]>([
    ['FILE_EMPTY', ''],
    ['FILE_EMPTY', '\uFEFF\r\n\r\n'],
    ['NO_DATA_ROWS', `${header}\r\n;;;;;\r\n`],
    ['HEADER_MISSING_COLUMN', 'EMAIL;[new] GENRE\r\na@example.org;ROCK\r\n'],
    ['HEADER_DUPLICATE', 'CONTACT_NUMBER;[new] GENRE;[new] GENRE\r\n1;;\r\n'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] GENRES\r\n1;\r\n'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] GENRE;[new] GONE\r\n1;;x\r\n'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] GONE\r\n1;\r\n'],
    ['HEADER_MISSING_COLUMN', 'Contacts of 2026\r\n\r\nCONTACT_NUMBER;[new] GENRE\r\n1;\r\n'],
    ['HEADER_MISSING_COLUMN', 'CONTACT_NUMBER|[new] GENRE\r\n1|\r\n'],
    ['HEADER_MISSING_COLUMN', '[\n  {"CONTACT_NUMBER": "1"}\n]'],
    ['HEADER_MISSING_COLUMN', '[\n  {\n"CONTACT_NUMBER: "1'],
    ['HEADER_MISSING_COLUMN', '<contacts>\n<contact number="1"/>\n</contacts>'],
    ['HEADER_MISSING_COLUMN', '1;2;3'],
    [
      'ZIP_NOT_ONE_CSV',
      {
        'a_1.csv': 'CONTACT_NUMBER;[errors];[new] GENRE\n1;;\n',
        'a_2.csv': 'CONTACT_NUMBER;[new] GENRE;[errors]\n2;;\n',
      },
    ],
    ['WRONG_DATA_TYPE', 'CONTACT_NUMBER;[new] EMAIL\r\n1;\r\n'],
    ['WRONG_DATA_TYPE', csv('1;;;;;'), { dataType: 'authorisations' }],
    ['TOO_MANY_ROWS', csv(...Array.from({ length: 3001 }, (_, i) => `${i};;;;;`))],
    [
      'TOO_MANY_ROWS',
      {
        'a_1.csv': csv(...Array.from({ length: 2000 }, (_, i) => `a${i};;;;;`)),
        'a_2.csv': csv(...Array.from({ length: 1001 }, (_, i) => `b${i};;;;;`)),
      },
    ],
    ['TOO_MANY_COLUMNS', csv(`1${';'.repeat(30)}`)],
    ['RECORD_TOO_LARGE', csv(`1;;;;;${'x'.repeat(1_000_000)}`)],
    ['QUOTE_NOT_CLOSED', csv('1;;;;;', '2;;;;;"open', '3;;;;;')],
    ['ENCODING_INVALID', Buffer.from('CONTACT_NUMBER;[new] NOTE\n1;x\n', 'utf16le')],
    ['FILE_NOT_CSV', Buffer.from('%PDF-1.7 nothing')],
    ['ZIP_NOT_ONE_CSV', { 'a.csv': csv('1;;;;;'), 'b.csv': csv('2;;;;;') }],
    ['ZIP_NOT_ONE_CSV', { 'a_1.csv': csv('1;;;;;'), 'a_2.csv': 'CONTACT_NUMBER;[new] NOTE\n1;x\n' }],
    ['ZIP_CORRUPT', Buffer.from('PK\x03\x04 and nothing else')],
  ])('rejects a file with %s and plans nothing', async (code, content, more = {}) => {
    const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : await zipOf(content);
    const found = await examine(bytes, more);
    expect(found).toMatchObject({
      outcome: 'rejected',
      problem: { code, message: expect.any(Array), hint: expect.any(Array) },
    });
    expect(service.published(validationRejected)).toEqual([
      {
        importId,
        institution,
        code,
        rejectedAt: found?.finishedAt.toISOString(),
      },
    ]);
    expect(service.published(validationCompleted)).toEqual([]);
    expect(await chunkKeys(store, importId)).toEqual([]);
    expect(service.deadLetters()).toEqual([]);
  });

  it('reads a header as people write it, and loses columns in which nothing stands or of a field out of use', async () => {
    const found = await examine(
      [
        '\uFEFFContact number;;E-mail;[old] GONE - x;[new] GONE - x;[new]\u200b GENRE;[errors]',
        '="001";;a@exa\u200bmple.org;was;;JAZZ;',
        'E\u0301-2; ;;was; ;ROCK;',
        '',
      ].join('\r\n'),
    );
    expect(found?.plan).toMatchObject({
      header: ['Contact number', 'E-mail', '[new] GENRE'],
      fields: [{ code: 'GENRE', newColumn: 2 }],
    });
    expect(found?.plan?.warnings.map(({ code, column }) => [code, column])).toEqual([
      ['FIELD_INACTIVE', '[new] GONE - Name of GONE'],
      ['OLD_COLUMN_MISSING', '[old] GENRE - Name of GENRE'],
    ]);
    const [lines] = await readPlan(store, importId, 1);
    expect(lines).toMatchObject([
      { contactNumber: '001', email: 'a@example.org', raw: ['="001"', 'a@exa\u200bmple.org', 'JAZZ'], issues: [] },
      { contactNumber: 'É-2', writtenNumber: 'E\u0301-2', changes: [{ new: 'ROCK' }], issues: [] },
    ]);
  });

  it.each<[string, string[], object]>([
    ['a column without a name', ['CONTACT_NUMBER;;[new] GENRE', '1;;', '2;;', '3;x;', '4;y;'], { line: 4 }],
    [
      'a field out of use',
      ['CONTACT_NUMBER;[new] GONE;[new] GENRE', '1;;', '2;Empty;'],
      { line: 3, column: '[new] GONE' },
    ],
  ])('says the first line that has something in a column of %s', async (_what, rows, place) => {
    const found = await examine(rows.join('\r\n'));
    expect(found?.problem).toMatchObject({ code: 'HEADER_UNKNOWN_FIELD', ...place });
  });

  it('says in which row and part something stands in a column without a name', async () => {
    const part = (cell: string) => `CONTACT_NUMBER;;[new] GENRE\r\n1;${cell};\r\n`;
    const found = await examine(await zipOf({ 'a_1.csv': part(''), 'a_2.csv': part('x') }));
    expect(found?.problem).toMatchObject({ code: 'HEADER_UNKNOWN_FIELD', line: 2, part: 2 });
  });

  it('says in which row the header stands', async () => {
    const found = await examine('Our contacts, 2026\r\n\r\nCONTACT_NUMBER;[new] GENRE\r\n1;ROCK\r\n');
    expect(found?.problem).toMatchObject({ code: 'HEADER_MISSING_COLUMN', line: 3 });
    expect(inWords(found!.problem!).hint).toContain('Delete the 2 lines above it');
  });

  it('says in which row and part a file is broken', async () => {
    const found = await examine(await zipOf({ 'a_1.csv': csv('1;;;;;'), 'a_2.csv': csv('1;;;;;', '2;"open') }));
    expect(found?.problem).toMatchObject({ code: 'QUOTE_NOT_CLOSED', line: 3, part: 2 });
    expect(inWords(found!.problem!).message).toContain('row 3 of part 2');
  });

  it('answers the same message again with the same outcome, also when the file is gone', async () => {
    const first = await examine(csv('1;;;ROCK;;'));
    await store.remove('uploads', `uploads/${importId}`);
    await receives();
    expect(await outcome()).toEqual(first);
    const messages = service.messages(validationCompleted.topic);
    expect(messages).toHaveLength(2);
    expect(messages[0]?.headers['event-id']).toBe(messages[1]?.headers['event-id']);
    expect(messages[0]?.value).toBe(messages[1]?.value);
  });

  it('works the same message in two processes at once into one outcome', async () => {
    await givenUpload(store, importId, csv(...Array.from({ length: 1500 }, (_, i) => `${i};;;ROCK;;`)));
    await Promise.all([receives(), receives()]);
    expect(service.published(validationCompleted)).toEqual([
      { importId, institution, action: 'check', chunks: 2, lines: 1500 },
      { importId, institution, action: 'check', chunks: 2, lines: 1500 },
    ]);
    const attempt = (await outcome())?.plan?.attempt;
    expect((await readPlan(store, importId, 2, attempt)).flat()).toHaveLength(1500);
  });

  it('keeps the plan that was first when a slower worker, which knew older definitions, writes its own later', async () => {
    await givenUpload(store, importId, csv('1;;;JAZZ;;'));
    const put = store.put.bind(store);
    let wakeUp = (): void => {};
    const asleep = new Promise<void>((fellAsleep) => {
      store.put = async (...args) => {
        store.put = put;
        fellAsleep();
        await new Promise<void>((resolve) => {
          wakeUp = resolve;
        });
        return put(...args);
      };
    });
    const slow = receives();
    await asleep;
    // Meanwhile an administrator takes JAZZ out of use, and the message is delivered to another worker.
    await database.criteria.updateOne({ _id: `${institution}:GENRE` }, { $set: { 'values.1.active': false } });
    await receives();
    wakeUp();
    await slow;
    const { plan } = (await outcome())!;
    const [[line] = []] = await readPlan(store, importId, 1, plan?.attempt);
    expect(line?.issues).toMatchObject([{ code: 'CODE_INACTIVE' }]);
    expect(service.published(validationCompleted)).toHaveLength(2);
  });

  it('is not disturbed by what an attempt that died has left', async () => {
    await store.put('plans', `${importId}/00000.ndjson.gz`, Buffer.from('half a chunk'));
    await store.put('plans', `${importId}/00007.ndjson.gz`, Buffer.from('of another time'));
    expect((await examine(csv('1;;;ROCK;;')))?.plan?.chunks).toBe(1);
    expect(await readPlan(store, importId, 1)).toHaveLength(1);
  });

  it('is not done until Kafka has its outcome', async () => {
    await givenUpload(store, importId, csv('1;;;ROCK;;'));
    service.refusePublishing(3);
    await receives();
    expect(service.published(validationCompleted)).toHaveLength(1);
    expect(service.deadLetters()).toEqual([]);
  });

  it.each<[string, Partial<Request>]>([
    ['there is no such upload', {}],
    ['an undo is asked for', { source: { type: 'undo', importId: 'imp_1' } }],
  ])('sets the message aside and ends the import as failed when %s', async (_name, more) => {
    await receives(more);
    expect(service.deadLetters()).toHaveLength(1);
    expect(await outcome()).toMatchObject({ outcome: 'failed', institution });
    expect(service.published(validationFailed)).toMatchObject([{ importId, institution, code: 'IMPORT_FAILED' }]);
  });

  it.each<[string, string | (() => Promise<Buffer>)]>([
    ['file', csv('1;;;JAZZ;;')],
    ['.zip', () => zipOf({ 'a.csv': csv('1;;;JAZZ;;') })],
  ])('ends as failed, in words, when the stored %s is not the one that was uploaded', async (_, other) => {
    await givenUpload(store, importId, csv('1;;;ROCK;;'));
    const changed = Buffer.from(typeof other === 'string' ? other : await other());
    await store.put('uploads', `uploads/${importId}`, changed);
    await receives({ action: 'update' });
    expect(await outcome()).toMatchObject({ outcome: 'failed', failure: { code: 'FILE_CHANGED' } });
    expect(service.published(validationFailed)).toMatchObject([
      { importId, code: 'FILE_CHANGED', detail: expect.stringMatching(/not the one that was uploaded.*no contact/) },
    ]);
    expect(service.published(validationCompleted)).toEqual([]);
    expect(await chunkKeys(store, importId)).toEqual([]);
    expect(service.deadLetters()).toEqual([]);
  });

  it('notes in the plan what each of its chunks is', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => `${index};;;ROCK;;`);
    const found = await examine(csv(...rows));
    const chunks = await Promise.all(
      (await chunkKeys(store, importId)).map(async (key) => buffer(await store.get('plans', key))),
    );
    expect(chunks).toHaveLength(3);
    expect(found?.plan?.chunkHashes).toEqual(chunks.map(sha256));
  });

  describe('that nobody has asked for', () => {
    const reasons = () => service.deadLetters().map(({ headers }) => headers['reason-code']);
    const nothingHappened = async () => {
      expect(await outcome()).toBeNull();
      expect(await chunkKeys(store, importId)).toEqual([]);
      expect(service.messages(validationStarted.topic)).toEqual([]);
      expect(service.published(validationFailed)).toEqual([]);
    };

    it('an import becomes a dead letter, and leaves nothing: no outcome, no plan', async () => {
      await givenUpload(store, importId, csv('1;;;ROCK;;'));
      const request = requestOf(importId, institution, { action: 'update' });
      const { requestedAt } = request;
      await service.receives(importRequestedV1, request);
      await service.receives(importRequested, { importId, institution, requestedAt });
      expect(reasons()).toEqual(['JOB_UNKNOWN', 'JOB_UNKNOWN']);
      await nothingHappened();
    });

    it.each<[string, Partial<Request>]>([
      ['another institution', { institution: 'other' }],
      ['another action', { action: 'update' }],
      ['another data type', { dataType: 'authorisations' }],
      ['an end of refusals', { overwriteRefusals: true }],
      ['other conflicts', { onConflict: 'overwrite' }],
      ['another file', { source: { type: 'upload', objectKey: 'imp_other', sizeBytes: 1, sha256: '' } }],
      ['an undo', { source: { type: 'undo', importId: 'imp_other' } }],
      ['another requester', { requestedBy: { keyId: 'key_1', name: 'Operator', role: 'admin' } }],
      ['another encoding', { encoding: 'macintosh' }],
    ])('%s becomes a dead letter; the import that was asked for goes on as it was', async (_, forged) => {
      await givenUpload(store, importId, csv('1;;;ROCK;;'));
      const request = requestOf(importId, institution);
      await givenJob(database, request);
      await service.receives(importRequestedV1, { ...request, ...forged });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED']);
      await nothingHappened();
      // As it was said before, with all that is wanted.
      await service.receives(importRequestedV1, request);
      expect(await outcome()).toMatchObject({
        outcome: 'accepted',
        institution,
        action: 'check',
        dataType: 'criteria',
      });
    });

    it('a cancellation becomes a dead letter, and the import goes on', async () => {
      await givenUpload(store, importId, csv('1;;;ROCK;;'));
      await givenJob(database, requestOf(importId, institution));
      const { cancelledAt } = cancellation();
      await service.receives(importCancelledV1, cancellation());
      await service.receives(importCancelled, { importId, institution, cancelledAt });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
      await receives();
      expect(await outcome()).toMatchObject({ outcome: 'accepted', plan: { lines: 1, chunks: 1 } });
    });
  });

  it('waits while the database is away, and sets nothing aside for it', async () => {
    await givenUpload(store, importId, csv('1;;;ROCK;;'));
    const { jobs } = database;
    let failures = 12;
    const away = jest.spyOn(service.app.get<WholeDatabase>(Database).jobs, 'findOne').mockImplementation((...args) => {
      if (failures-- > 0) throw new mongoose.mongo.MongoNetworkError('connection refused');
      return jobs.findOne(...args);
    });
    await receives();
    away.mockRestore();
    expect(failures).toBeLessThan(0);
    expect(service.deadLetters()).toEqual([]);
    expect(await outcome()).toMatchObject({ outcome: 'accepted' });
  });

  it('sets aside what is no request, and lives', async () => {
    await service.receivesRaw(importRequested.topic, '{"importId":');
    expect(service.deadLetters()).toHaveLength(1);
    expect(await examine(csv('1;;;;;'))).toMatchObject({ outcome: 'accepted' });
  });

  it('removes plans after thirty days, with what attempts have left of them, unless the import is open', async () => {
    const put = (key: string) => store.put('plans', key, Buffer.from('x'));
    const there = async (key: string) => (await store.stat('plans', key)) !== undefined;
    const open = { _id: `${importId}open`, type: 'import', institution, state: 'APPLYING' } as ImportJobDocument;
    await database.jobs.insertOne(open);
    const keys = [
      `${importId}/00000.ndjson.gz`,
      `${importId}/attempt-2/00000.ndjson.gz`,
      `${open._id}/1/00000.ndjson.gz`,
    ];
    await Promise.all(keys.map(put));
    const sweep = service.app.get(PlansSweep, { strict: false });
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    await sweep.sweep(days(29.9));
    expect(await Promise.all(keys.map(there))).toEqual([true, true, true]);
    await sweep.sweep(days(30.1));
    expect(await Promise.all(keys.map(there))).toEqual([false, false, true]);
  });

  it('plans nothing for an import that the gateway has given up', async () => {
    const job = { _id: importId, type: 'import', institution, state: 'FAILED' } as ImportJobDocument;
    await database.jobs.insertOne(job);
    expect(await examine(csv('1;;;;;'))).toMatchObject({ cancelled: true, plan: { chunks: 0, lines: 0 } });
  });

  it('ends an import that was cancelled while it waited: no chunks, no lines', async () => {
    await givenJob(database, requestOf(importId, institution));
    await givenCancellation();
    await service.receives(importCancelledV1, cancellation());
    expect(await examine(csv('1;;;;;'))).toMatchObject({
      outcome: 'accepted',
      cancelled: true,
      plan: { chunks: 0, lines: 0 },
    });
    await receives();
    expect(service.published(validationCompleted)).toEqual([
      { importId, institution, action: 'check', chunks: 0, lines: 0 },
      { importId, institution, action: 'check', chunks: 0, lines: 0 },
    ]);
    expect(service.messages(validationStarted.topic)).toEqual([]);
    expect(await chunkKeys(store, importId)).toEqual([]);
  });

  describe('an undo', () => {
    const undoneId = () => `${importId}first`;
    const undo = { action: 'update' as const, source: () => ({ type: 'undo' as const, importId: undoneId() }) };
    const entry = (contactNumber: string): ChunkEntry => ({
      line: 9,
      contactNumber,
      rev: 1,
      previous: null,
      before: { 'criteria.GENRE': null },
      after: { 'criteria.GENRE': 'JAZZ' },
    });
    const givenFirst = async (chunks: number, entries: number) => {
      const genre = {
        path: 'criteria.GENRE',
        code: 'GENRE',
        name: 'Genre',
        kind: 'LIST' as const,
        oldColumn: 2,
        newColumn: 3,
      };
      const { dataType, onConflict, overwriteRefusals, requestedBy } = requestOf(importId, institution);
      const plan = {
        chunks,
        lines: 9,
        blankLines: 0,
        header: [],
        delimiter: ';' as const,
        fields: [genre],
        warnings: [],
      };
      await database.validations.insertOne({
        _id: undoneId(),
        institution,
        dataType,
        action: 'update',
        onConflict,
        overwriteRefusals,
        requestedBy,
        outcome: 'accepted',
        plan,
        finishedAt: new Date(),
      });
      for (let chunk = chunks - 1; chunk >= 0; chunk--) {
        await database.chunks.insertOne({
          _id: `${undoneId()}:${String(chunk).padStart(5, '0')}`,
          importId: undoneId(),
          chunk,
          institution,
          lines: entries,
          entries: Array.from({ length: entries }, (__, index) => entry(String(chunk * entries + index))),
          reports: [],
          requestedBy,
          decidedAt: new Date(),
          version: 1,
        });
      }
      await database.outcomes.insertOne({
        _id: undoneId(),
        institution,
        state: 'DONE',
        counts: { ...noCounts, total: 9, applied: chunks * entries },
        transitions: [],
        warnings: [],
        firstErrors: [],
        issueCounts: {},
        completedAt: new Date(),
      });
    };

    it('is planned from the changes of the first import, in the order of its file', async () => {
      await givenFirst(6, 400);
      await receives({ ...undo, source: undo.source() });
      expect(await outcome()).toMatchObject({
        outcome: 'accepted',
        action: 'update',
        undoOf: undoneId(),
        plan: {
          chunks: 3,
          lines: 2400,
          delimiter: ';',
          header: ['CONTACT_NUMBER', '[old] GENRE - Genre', '[new] GENRE - Genre'],
          fields: [{ path: 'criteria.GENRE', oldColumn: 1, newColumn: 2 }],
        },
      });
      expect(service.published(validationCompleted)).toMatchObject([{ importId, chunks: 3, lines: 2400 }]);
      const lines = (await readPlan(store, importId, 3)).flat();
      expect(lines.map(({ line, contactNumber }) => [line, contactNumber])).toEqual(
        Array.from({ length: 2400 }, (_, index) => [index + 2, String(index)]),
      );
      expect(lines[0]).toMatchObject({
        changes: [{ field: 0, old: { value: 'JAZZ' }, new: null }],
        raw: ['0', 'JAZZ', 'Empty'],
      });
    });

    it('of an import of another institution fails', async () => {
      await givenFirst(1, 1);
      await database.validations.updateOne({ _id: undoneId() }, { $set: { institution: 'other' } });
      await receives({ ...undo, source: undo.source() });
      expect(await outcome()).toMatchObject({ outcome: 'failed' });
      expect(service.published(validationFailed)).toMatchObject([{ importId }]);
    });

    it('of an import that is not over fails: it would miss what that one still does', async () => {
      await givenFirst(1, 1);
      await database.outcomes.deleteOne({ _id: undoneId() });
      await receives({ ...undo, source: undo.source() });
      expect(await outcome()).toMatchObject({ outcome: 'failed' });
      expect(service.published(validationFailed)).toMatchObject([{ importId }]);
    });

    it('that was cancelled while it waited ends without chunks', async () => {
      await givenFirst(1, 1);
      const job = { _id: importId, type: 'import', institution, cancelRequestedAt: new Date() };
      await database.jobs.insertOne(job as ImportJobDocument);
      await receives({ ...undo, source: undo.source() });
      expect(await outcome()).toMatchObject({ cancelled: true, plan: { chunks: 0 } });
    });
  });

  describe('in the middle of a file', () => {
    const untilStarted = async () => {
      while (service.published(validationStarted).length === 0) await setImmediate();
    };
    const wideFile = csv(...Array.from({ length: 3000 }, (_, i) => `${i};;;ROCK;;"${'text '.repeat(20)}"`));

    it('stops when the import is cancelled, and ends without chunks', async () => {
      await givenUpload(store, importId, wideFile);
      const running = receives();
      await untilStarted();
      await givenCancellation();
      await service.receives(importCancelledV1, cancellation());
      await running;
      const found = await outcome();
      expect(found).toMatchObject({ outcome: 'accepted', cancelled: true, plan: { chunks: 0 } });
      expect(found?.plan?.lines).toBeLessThanOrEqual(3000);
      expect(service.published(validationCompleted)).toMatchObject([{ importId, chunks: 0 }]);
      expect(service.deadLetters()).toEqual([]);
    });

    it('counts the lines when it hears of the cancellation only at the end', async () => {
      // Long enough for the cancellation to come in between, and read in one piece.
      const lines = Array.from({ length: 400 }, (_, i) => `${i};;;ROCK;;"${'text '.repeat(20)}"`);
      await givenUpload(store, importId, csv(...lines));
      const running = receives();
      await untilStarted();
      await givenCancellation();
      await running;
      expect(await outcome()).toMatchObject({ cancelled: true, plan: { chunks: 0, lines: 400 } });
    });

    it('does not acknowledge when the message is another worker’s now; that one finishes', async () => {
      await givenUpload(store, importId, wideFile);
      const lost = new AbortController();
      const running = receivesRequest(service, database, requestOf(importId, institution), { signal: lost.signal });
      const ending = running.then(
        () => 'acknowledged',
        () => 'not acknowledged',
      );
      await untilStarted();
      lost.abort();
      expect(await ending).toBe('not acknowledged');
      expect(service.deadLetters()).toEqual([]);

      await receives();
      expect(await outcome()).toMatchObject({ outcome: 'accepted', plan: { lines: 3000, chunks: 3 } });
    });
  });

  it('leaves no file of an upload on this machine', async () => {
    await examine(csv('1;;;;;'));
    importId = `${importId}b`;
    await examine('CONTACT_NUMBER\n1\n');
    expect(await readdir(folder)).toEqual([]);
  });
});
