import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue, importCancelled, type ServiceName, templateCompleted, updateCompleted } from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { clientAccess, type DeadLetter, DeadLetters, kafkaAccess } from '@roundtrip/kafka';
import { Kafka, logLevel } from 'kafkajs';
import type { z } from 'zod';
import { ScriptedSmtpServer } from '@roundtrip/test-kit';
import {
  Client,
  downloadTemplate,
  editAuthorisations,
  eventually,
  finished,
  type ImportAnswer,
} from '@roundtrip/test-kit/client';
import { type Stack, startStack } from './src/start-stack.js';

/**
 * What is left behind, on real servers and processes: messages that cannot be processed, jobs that nobody works on, and mails around a crash.
 * A job that shows no progress for three seconds is asked for again here.
 */

interface Demo {
  kafka: string;
  s3: string;
}
interface TemplateAnswer {
  templateId: string;
  state: string;
  problem?: { code: string; detail: string };
  mail?: { state: string };
}

/** Topics that carry a job: their data says which. */
const jobTopics = catalogue.filter(({ data }) =>
  ['templateId', 'importId', 'jobId'].some((name) => name in (data as z.ZodObject).shape),
);

describe('what is left behind', () => {
  let stack: Stack;
  let smtp: ScriptedSmtpServer;
  let store: ObjectStore;
  let letters: DeadLetters;
  let admin: Client;
  let targetId: string;
  let file: string;
  const demo = () => JSON.parse(readFileSync(join(stack.home, 'demo.json'), 'utf8')) as Demo;

  beforeAll(async () => {
    smtp = await ScriptedSmtpServer.start();
    stack = await startStack({ contacts: 60, env: { SMTP_URL: smtp.url, JOB_SILENCE_MS: '3000' } });
    const { S3_ACCESS_KEY = '', S3_SECRET_KEY = '', S3_REGION = 'us-east-1' } = stack.env;
    store = new ObjectStore({
      endpoint: demo().s3,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      region: S3_REGION,
    });
    letters = new DeadLetters(kafkaAccess(stack.env));
    admin = new Client(stack.url, stack.keys.admin);
    file = await downloadTemplate(admin, 'authorisations', 60);
    targetId = (await admin.get<{ items: { targetId: string }[] }>('/v1/targets')).items[0]?.targetId as string;
  }, 600_000);
  afterAll(async () => {
    await stack?.stop();
    await smtp?.close();
  }, 600_000);

  const lettersOf = async (service: ServiceName, jobId: string): Promise<DeadLetter[]> =>
    (await letters.read([service])).filter(({ key }) => key?.toString().startsWith(jobId));
  const email = (name: string) => `${name}@example.org`;
  const mailsTo = (name: string) => smtp.mails.filter(({ to }) => to.includes(`<${email(name)}>`));
  const check = (name: string) =>
    admin.import(file, { dataType: 'authorisations', action: 'check', ...(name && { email: email(name) }) });
  const template = (templateId: string) => admin.get<TemplateAnswer>(`/v1/templates/${templateId}`);
  const askTemplate = async (of: string, name: string): Promise<string> => {
    const body = { dataType: 'authorisations', targetId: of, email: email(name) };
    return (await admin.post<TemplateAnswer>('/v1/templates', body)).templateId;
  };
  const templateEnd = (templateId: string) =>
    eventually(async () => {
      const found = await template(templateId);
      return ['QUEUED', 'RUNNING'].includes(found.state) ? undefined : found;
    }, 600_000);

  it('a message that is none becomes a dead letter of each of its readers, which live on, and its job goes on', async () => {
    const jobId = await check('');
    const producer = new Kafka({
      clientId: 'spec',
      ...clientAccess(kafkaAccess(stack.env)),
      logLevel: logLevel.NOTHING,
    }).producer();
    await producer.connect();
    for (const { topic } of jobTopics) {
      const key = topic.startsWith('bulk-update.chunk') ? `${jobId}:0` : jobId;
      await producer.send({
        topic,
        messages: [
          { key, value: 'Jane Doe is no JSON' },
          { key, value: '{"importId":7}' },
        ],
      });
    }
    await producer.disconnect();
    const expected = jobTopics.flatMap(({ topic, consumers }) =>
      consumers.flatMap((of) => [`${of} ${topic}`, `${of} ${topic}`]),
    );
    const found = await eventually(async () => {
      const all = (await letters.read()).filter(({ key }) => key?.toString().startsWith(jobId));
      return all.length >= expected.length ? all : undefined;
    });
    expect(found.map(({ service, topic }) => `${service} ${topic}`).toSorted()).toEqual(expected.toSorted());
    expect(new Set(found.map(({ reasonCode }) => reasonCode))).toEqual(new Set(['INVALID_MESSAGE']));
    expect(found.map(({ reason }) => reason).join()).not.toContain('Jane');
    expect(await finished(admin, jobId)).toMatchObject({ state: 'CHECKED' });
    expect(await finished(admin, await check('healthy'))).toMatchObject({ state: 'CHECKED' });
    await eventually(async () => mailsTo('healthy')[0]);
  }, 600_000);

  it('a handler that cannot succeed ends its job FAILED, in words and with one mail, at each step', async () => {
    const { csv } = editAuthorisations(file, 0.3, 1);
    const update = await admin.import(csv, { dataType: 'authorisations', action: 'update' });
    await finished(admin, update);

    // targets: a definition that cannot be read. template-export: a contact that cannot be written.
    const { criteria, contacts, validations } = stack.database;
    const contactNumber = /^\d+/m.exec(file)?.[0] ?? '';
    const contactId = `demo:${contactNumber}`;
    const rule = { all: [{ field: 'contact.contactNumber', is: 'equals', value: contactNumber }] };
    const made = async (code: string) =>
      (await admin.post<{ targetId: string }>('/v1/targets', { code, name: code, rule })).targetId;
    const [broken, one] = [await made('BROKEN'), await made('ONE')];
    const { values = [] } = (await criteria.findOne({ _id: 'demo:LOYALTY' })) ?? {};
    await criteria.updateOne({ _id: 'demo:LOYALTY' }, { $unset: { values: 1 } });
    const unresolved = await askTemplate(broken, 'unresolved');
    await templateEnd(unresolved);
    await criteria.updateOne({ _id: 'demo:LOYALTY' }, { $set: { values } });
    await contacts.updateOne({ _id: contactId }, { $set: { lastName: ['no', 'text'] as never } });
    const unwritten = await askTemplate(one, 'unwritten');
    await templateEnd(unwritten);
    await contacts.updateOne({ _id: contactId }, { $set: { lastName: 'Durand' } });

    // import-validation: an upload that is gone, an undo of what nobody knows. bulk-update: a plan that is gone.
    let gone = '';
    let undo = '';
    await stack.whileHeld('import-validation', async () => {
      gone = await check('gone');
      await store.remove('uploads', gone);
      await validations.deleteOne({ _id: update });
      undo = (await admin.post<ImportAnswer>(`/v1/imports/${update}/undo`, { email: email('undo') })).importId;
    });
    let planless = '';
    await stack.whileHeld('bulk-update', async () => {
      planless = await check('planless');
      await eventually(() => validations.findOne({ _id: planless }).then((found) => found ?? undefined));
      await store.removePrefix('plans', `${planless}/`);
    });
    // notifications: a file that is to be attached and is gone.
    let unsent = '';
    await stack.whileHeld('notifications', async () => {
      unsent = await askTemplate(targetId, 'unsent');
      await eventually(() => store.stat('templates', `${unsent}.json`));
      await store.remove('templates', `${unsent}.zip`);
    });

    for (const templateId of [unresolved, unwritten]) {
      const { state, problem } = await templateEnd(templateId);
      expect([state, problem?.detail]).toEqual(['FAILED', expect.stringMatching(/on our side.*again/)]);
    }
    for (const importId of [gone, undo, planless]) {
      const { state, problem } = await finished(admin, importId);
      expect([state, problem?.detail]).toEqual(['FAILED', expect.stringMatching(/on our side/)]);
    }
    expect(await eventually(async () => (await template(unsent)).mail ?? undefined)).toMatchObject({ state: 'failed' });
    const deadLetters: [ServiceName, string][] = [
      ['targets', unresolved],
      ['template-export', unwritten],
      ['import-validation', gone],
      ['import-validation', undo],
      ['bulk-update', planless],
      ['notifications', unsent],
    ];
    for (const [service, jobId] of deadLetters) {
      const found = await eventually(async () => (await lettersOf(service, jobId))[0]);
      expect(found.reason).not.toBe('');
    }
    for (const name of ['unresolved', 'unwritten', 'gone', 'undo', 'planless']) {
      await eventually(async () => mailsTo(name)[0]);
      expect(mailsTo(name)).toHaveLength(1);
    }
    expect(mailsTo('unsent')).toEqual([]);

    // Replayed, it changes nothing and says so.
    const [letter] = await lettersOf('bulk-update', planless);
    const said = await deadLettersCommand('replay', letter?.deadLetterId as string);
    expect(said).toContain(`${planless} is FAILED and stays FAILED`);
    expect(await deadLettersCommand('list', 'bulk-update')).not.toContain(`${letter?.deadLetterId} `);
    expect(await finished(admin, planless)).toMatchObject({ state: 'FAILED' });
    await contacts.updateOne({ _id: contactId }, { $set: { lastName: 'Doe' } });
  }, 600_000);

  it('an end that cannot be written down ends its job FAILED, in words', async () => {
    const { jobs } = stack.database;
    const before = [await check(''), await askTemplate(targetId, 'before')] as const;
    await Promise.all([finished(admin, before[0]), templateEnd(before[1])]);
    // From now on these four jobs cannot be in the same state, unless it is FAILED.
    const states = { unwritable: 1, state: 1 } as const;
    const partialFilterExpression = { unwritable: { $exists: true } };
    const index = await jobs.createIndex(states, { unique: true, partialFilterExpression });
    const mark = (_id: string, unwritable: string) =>
      jobs.updateOne({ _id }, { $set: { unwritable } as Partial<ImportJobDocument> });
    let [checked, exported] = ['', ''];
    await stack.whileHeld('targets', () =>
      stack.whileHeld('import-validation', async () => {
        checked = await check('');
        exported = (await admin.post<TemplateAnswer>('/v1/templates', { dataType: 'authorisations', targetId }))
          .templateId;
        await Promise.all([mark(before[0], 'import'), mark(checked, 'import')]);
        await Promise.all([mark(before[1], 'template'), mark(exported, 'template')]);
      }),
    );
    for (const { state, problem } of [await finished(admin, checked), await templateEnd(exported)]) {
      expect([state, problem]).toEqual([
        'FAILED',
        { code: 'INTERNAL_ERROR', detail: expect.stringMatching(/on our side.*contact the support/) },
      ]);
    }
    for (const [jobId, topic] of [
      [checked, updateCompleted.topic],
      [exported, templateCompleted.topic],
    ] as const) {
      const found = await eventually(async () => (await lettersOf('gateway', jobId))[0]);
      expect(found).toMatchObject({ topic, reason: expect.stringMatching(/./) });
    }
    await jobs.dropIndex(index);
  }, 600_000);

  it('an import is cancelled also when its cancellation cannot be processed', async () => {
    const { cancellations } = stack.database;
    const kept = await cancellations.find().toArray();
    await cancellations.deleteMany({});
    // An index of places takes no name for a place: no cancellation can be written any more.
    const index = await cancellations.createIndex({ institution: '2dsphere' });
    let cancelled = '';
    await stack.whileHeld('import-validation', async () => {
      cancelled = await admin.import(file, { dataType: 'authorisations', action: 'update' });
      await admin.post(`/v1/imports/${cancelled}/cancel`);
      const letter = await eventually(async () => (await lettersOf('bulk-update', cancelled))[0]);
      expect(letter.topic).toBe(importCancelled.topic);
    });
    const { state, counts } = await finished(admin, cancelled);
    expect([state, counts?.['applied']]).toEqual(['CANCELLED', 0]);
    await cancellations.dropIndex(index);
    await cancellations.insertMany(kept);
  }, 600_000);

  it('a job whose messages are lost is taken up again: asked for, resolved, planned or told', async () => {
    const importId = await check('');
    const templateId = await askTemplate(targetId, 'kept');
    await Promise.all([finished(admin, importId), templateEnd(templateId)]);
    const { jobs, validations, outcomes } = stack.database;
    const anImport = (await jobs.findOne({ _id: importId })) as ImportJobDocument;
    const aTemplate = (await jobs.findOne({ _id: templateId })) as TemplateJobDocument;
    const validation = await validations.findOne({ _id: importId });
    const outcome = await outcomes.findOne({ _id: importId });
    if (!validation || !outcome) throw new Error('the check left nothing');
    const lost = async <J extends ImportJobDocument | TemplateJobDocument>(
      job: J,
      state: J['state'],
      suffix: string,
    ): Promise<string> => {
      const { finishedAt: _1, counts: _2, mail: _3, ...kept } = job as ImportJobDocument;
      const [_id, now] = [`${job._id}${suffix}`, new Date()];
      await jobs.insertOne({
        ...kept,
        _id,
        state,
        requestedAt: now,
        changedAt: now,
        publishedAt: now,
      } as ImportJobDocument);
      return _id;
    };
    const plan = async (): Promise<string[]> => {
      const keys: string[] = [];
      for await (const key of store.list('plans', `${importId}/`)) keys.push(key);
      return keys;
    };
    const planned = `${importId}b`;
    for (const key of await plan()) {
      const content = Buffer.concat(await (await store.get('plans', key)).toArray());
      await store.put('plans', key.replace(importId, planned), content);
    }
    await validations.insertOne({ ...validation, _id: planned });
    await validations.insertOne({ ...validation, _id: `${importId}c` });
    await outcomes.insertOne({ ...outcome, _id: `${importId}c` });

    const imports = [
      await lost(anImport, 'QUEUED', 'a'),
      await lost(anImport, 'VALIDATING', 'b'),
      await lost(anImport, 'VALIDATING', 'c'),
    ];
    const templates = [await lost(aTemplate, 'QUEUED', 'a'), await lost(aTemplate, 'RUNNING', 'b')];
    for (const lostId of imports) {
      expect(await finished(admin, lostId)).toMatchObject({
        state: 'CHECKED',
        counts: { total: anImport.counts?.total },
      });
    }
    for (const lostId of templates) expect(await templateEnd(lostId)).toMatchObject({ state: 'READY' });
  }, 600_000);

  it('a crash between the acceptance of a mail and its note may repeat it, with the same Message-ID only', async () => {
    smtp.script('MESSAGE', 'taken, then silence');
    const importId = await check('crash');
    await eventually(async () => mailsTo('crash')[0]);
    await stack.kill('notifications');
    await eventually(async () => {
      const { mail } = await admin.get<TemplateAnswer>(`/v1/imports/${importId}`);
      return mail?.state === 'sent' ? mail : undefined;
    }, 600_000);
    const ids = mailsTo('crash').map(({ message }) => /^Message-ID:\s*(\S+)/im.exec(message)?.[1]);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(ids[0]).toContain(importId);
  }, 600_000);

  it('each job had one mail when that was asked, and none when not', async () => {
    const rejected = await admin.import('nonsense', {
      dataType: 'criteria',
      action: 'check',
      email: email('rejected'),
    });
    expect(await finished(admin, rejected)).toMatchObject({ state: 'REJECTED' });
    let cancelled = '';
    await stack.whileHeld('import-validation', async () => {
      cancelled = await admin.import(file, { dataType: 'authorisations', action: 'update', email: email('cancelled') });
      await admin.post(`/v1/imports/${cancelled}/cancel`);
    });
    expect(await finished(admin, cancelled)).toMatchObject({ state: 'CANCELLED' });
    for (const name of ['rejected', 'cancelled', 'kept']) await eventually(async () => mailsTo(name)[0]);
    const asked = ['healthy', 'unresolved', 'unwritten', 'gone', 'undo', 'planless', 'rejected', 'cancelled'];
    expect(asked.map((name) => [name, mailsTo(name).length])).toEqual(asked.map((name) => [name, 1]));
    const jobs = await stack.database.jobs.find({ email: { $exists: true } }).toArray();
    const known = new Set(jobs.map((job) => `<${job.email}>`));
    expect(smtp.mails.flatMap(({ to }) => to).filter((to) => !known.has(to))).toEqual([]);
  }, 600_000);

  async function deadLettersCommand(...args: string[]): Promise<string> {
    const command = spawn(
      process.execPath,
      [fileURLToPath(import.meta.resolve('@roundtrip/dead-letters/program')), ...args],
      {
        env: { PATH: process.env['PATH'], ROUNDTRIP_HOME: stack.home },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    return text(command.stdout);
  }
});
