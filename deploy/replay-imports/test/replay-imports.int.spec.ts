import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ImportRecord,
  importCancellationKey,
  importRecordKey,
  importRequested,
  targetSaveRequested,
  updateCompleted,
} from '@roundtrip/contracts';
import { connectDatabase, type ImportJobDocument, verifyChain, type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { kafkaAccess, OperatorTopics } from '@roundtrip/kafka';
import { importCounts, ownDatabase } from '@roundtrip/test-kit';
import { eventually } from '@roundtrip/test-kit/client';
import { runCommand } from '../src/commands.js';

const mongoUrl = ownDatabase();
const counts = importCounts({ total: 3, applied: 2, rejected: 1 });
const changes = (lines: number[], value = 'FALSE'): string =>
  [
    'CONTACT_NUMBER;[before] MAIL;[after] MAIL;LINE;CHANGED_AT;CHANGED_BY;IMPORT',
    ...lines.map((line) => `0000000${line};TRUE;${value};${line};${new Date().toISOString()};Jane;imp`),
    '',
  ].join('\r\n');
const issue = (line: number, code: string): string => JSON.stringify({ line, code, message: [] });

/** The services are played by the spec: it writes down how an import has ended. */
describe('npm run replay-imports', () => {
  const store = new ObjectStore({
    endpoint: process.env['S3_ENDPOINT'] ?? '',
    accessKey: process.env['S3_ACCESS_KEY'] ?? '',
    secretKey: process.env['S3_SECRET_KEY'] ?? '',
    region: process.env['S3_REGION'] ?? '',
  });
  const topics = new OperatorTopics(kafkaAccess(process.env), 'spec');
  let database: WholeDatabase;
  let institution: string;
  let importId: string;
  let since: string;

  beforeAll(async () => {
    database = await connectDatabase(mongoUrl);
  });
  afterAll(async () => {
    await database.dropDatabase();
    await database.close();
  });
  beforeEach(async () => {
    institution = `museum-${randomBytes(4).toString('hex')}`;
    importId = `imp_${randomBytes(8).toString('hex')}`;
    // Not a moment earlier: what the test before has left open would be waited for.
    since = new Date().toISOString();
    await database.institutions.insertOne({ _id: institution } as never);
  });

  const run = async (...args: string[]): Promise<{ isAsBefore: boolean; said: string[] }> => {
    const said: string[] = [];
    const env = { ...process.env, MONGO_URL: mongoUrl };
    const isAsBefore = await runCommand(['--since', since, ...args], env, (line) => said.push(line));
    return { isAsBefore, said };
  };
  /** What it said of ours, and the lines below. */
  const ours = (said: readonly string[]): string[] => {
    const at = said.findIndex((line) => line.includes(importId));
    const rest = at < 0 ? [] : said.slice(at + 1);
    const end = rest.findIndex((line) => !line.startsWith('  '));
    return at < 0 ? [] : [said[at] ?? '', ...(end < 0 ? rest : rest.slice(0, end))];
  };
  const record = (more: Partial<ImportRecord> = {}): ImportRecord => ({
    version: 1,
    importId,
    institution,
    requestedBy: { type: 'person', id: 'per_1', name: 'per_1', role: 'operator' },
    requestedAt: new Date().toISOString(),
    language: 'fr',
    dataType: 'authorisations',
    action: 'update',
    onConflict: 'overwrite',
    overwriteRefusals: false,
    file: { objectKey: importId, name: 'spring.csv', sizeBytes: 3, sha256: 'abc' },
    ...more,
  });
  const given = async (more: Partial<ImportRecord> = {}): Promise<void> => {
    await store.put('uploads', importId, Buffer.from('csv'));
    await store.put('uploads', importRecordKey(importId), Buffer.from(JSON.stringify(record(more))));
  };
  const givenReports = async (changed: string, issues: string[]): Promise<void> => {
    await store.put('reports', `${importId}/changes.csv`, Buffer.from(`\uFEFF${changed}`));
    await store.put('reports', `${importId}/errors/all.ndjson`, Buffer.from(`${issues.join('\n')}\n`));
  };
  const ends = async (reports?: { changed: string; issues: string[] }): Promise<ImportJobDocument> => {
    const job = await eventually(async () => {
      const found = await database.jobs.findOne<ImportJobDocument>({ _id: importId });
      return found ?? undefined;
    }, 60_000);
    if (reports) await givenReports(reports.changed, reports.issues);
    await database.jobs.updateOne({ _id: importId }, { $set: { state: 'DONE_WITH_ERRORS', counts } });
    return job;
  };
  const completed = (more: Partial<typeof counts> = {}) =>
    topics.publish(updateCompleted, {
      importId,
      institution,
      action: 'update',
      state: 'DONE_WITH_ERRORS',
      counts: { ...counts, ...more },
      completedAt: new Date().toISOString(),
    });

  it('asks again as it was asked for, of who is known by her name, without a mail, and writes that down', async () => {
    await given();
    await completed();
    await database.people.insertOne({ _id: `${institution}:per_1`, personId: 'per_1', name: 'Jane' } as never);
    const [{ said }, job] = await Promise.all([run(), ends()]);
    expect(ours(said)).toEqual([expect.stringMatching(/ update: DONE_WITH_ERRORS, 2 applied, .*; as before$/)]);
    const { version: _, importId: _id, requestedAt, ...wanted } = record();
    expect(job).toMatchObject({ ...wanted, _id, requestedBy: { id: 'per_1', name: 'Jane' }, state: 'QUEUED' });
    expect(job.requestedAt.toISOString().slice(0, 16)).toBe(requestedAt.slice(0, 16));
    expect(job.email).toBeUndefined();
    expect((await topics.read([importRequested])).filter((event) => event.importId === importId)).toHaveLength(1);
    const activities = await database.activities.find({ institution }).toArray();
    const head = (await database.activityHeads.findOne({ _id: institution })) ?? undefined;
    expect(activities).toMatchObject([
      { kind: 'import-replayed', actor: { type: 'operations' }, subject: { id: importId } },
    ]);
    expect(verifyChain(institution, activities, head)).toEqual([]);
  });

  it('asks no second time, and leaves alone what the database knows', async () => {
    await given();
    await Promise.all([run(), ends()]);
    expect(ours((await run()).said)).toEqual([]);
    expect((await topics.read([importRequested])).filter((event) => event.importId === importId)).toHaveLength(1);
  });

  it('only says what it would do with --dry-run', async () => {
    await given();
    const { said } = await run('--dry-run');
    expect(ours(said)).toHaveLength(1);
    expect(await database.jobs.findOne({ _id: importId })).toBeNull();
  });

  it('names each line of which another thing became than before, and none when nothing differs', async () => {
    await given();
    await givenReports(changes([2, 3, 5]), [issue(4, 'CONFLICT')]);
    const after = {
      changed: changes([2, 4]) + changes([5], 'Empty').split('\r\n').slice(1).join('\r\n'),
      issues: [issue(3, 'CONFLICT_REFUSAL')],
    };
    const [{ said, isAsBefore }] = await Promise.all([run(), ends(after)]);
    expect(isAsBefore).toBe(false);
    expect(ours(said).slice(1)).toEqual([
      '  line 3 changed its contact before, does not now (- before, CONFLICT_REFUSAL now)',
      '  line 4 did not change its contact before, does now (CONFLICT before, - now)',
      '  line 5 changes its contact from or to other values than before',
    ]);
  });

  it('says that counts are others where no reports are kept', async () => {
    await given();
    await completed({ applied: 3, rejected: 0 });
    const [{ said, isAsBefore }] = await Promise.all([run(), ends()]);
    expect(isAsBefore).toBe(false);
    expect(ours(said)[0]).toMatch(/before: DONE_WITH_ERRORS, 3 applied.*which lines differ is not known$/);
  });

  it('leaves to people what was stopped, with the lines that it had changed', async () => {
    await given();
    await store.put('uploads', importCancellationKey(importId), Buffer.alloc(0));
    await givenReports(changes([2]), [issue(3, 'CONFLICT')]);
    const { said, isAsBefore } = await run();
    expect(isAsBefore).toBe(false);
    expect(ours(said)).toEqual([
      expect.stringMatching(/^by hand: imp_.* it was stopped by a user/),
      '  line 2 changed its contact before, does not now',
    ]);
    expect(await database.jobs.findOne({ _id: importId })).toBeNull();
  });

  it('names what Kafka alone remembers: an import without its file, and what is no import', async () => {
    const requestedAt = new Date().toISOString();
    await topics.publish(importRequested, { importId, institution, requestedAt });
    await topics.publish(targetSaveRequested, {
      requestId: `req_${importId}`,
      institution,
      requestedAt,
      targetId: 'tgt_1',
    });
    const { said } = await run();
    expect(ours(said)).toEqual([expect.stringMatching(/^by hand: imp_.* is not in the object store/)]);
    expect(said).toContainEqual(expect.stringContaining(`${institution}: target tgt_1 was saved at ${requestedAt}`));
  });

  it('waits for what the backup holds open', async () => {
    await given();
    const openId = `${importId}0`;
    await database.jobs.insertOne({ _id: openId, institution, type: 'import', state: 'APPLYING' } as never);
    const running = run();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await database.jobs.findOne({ _id: importId })).toBeNull();
    await database.jobs.updateOne({ _id: openId }, { $set: { state: 'DONE' } });
    await Promise.all([running, ends()]);
  });

  it.each([[[]], [['--since', 'yesterday']], [['skip', '--since', '2026-03-01']], [['--all']]])(
    'tells how it is typed: %j',
    async (args) => {
      await expect(runCommand(args, process.env, () => {})).rejects.toThrow(/^Usage:/);
    },
  );
});
