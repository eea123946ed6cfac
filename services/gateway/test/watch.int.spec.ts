import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  importRequested,
  jobAbandoned,
  mailSent,
  templateCompleted,
  templateProgressed,
  templateRequested,
  templateStarted,
  updateCompleted,
  updateProgressed,
  validationCompleted,
} from '@roundtrip/contracts';
import { ConsumerHealth } from '@roundtrip/kafka';
import { JobsSweep } from '../src/jobs/jobs.sweep.js';
import { csvOfOneChange as csv, GatewayFixture } from './gateway-fixture.js';

const update = { dataType: 'criteria', action: 'update' };
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
/** Health is asked at most once a second. */
const untilSeen = () => setTimeout(1_100);

describe('a job that nobody works on', () => {
  let gateway: GatewayFixture;
  let targetId: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ JOB_ATTEMPTS_MAX: '2' });
    targetId = gateway.institution.targets['EVERYBODY'] as string;
  }, 90_000);
  afterAll(() => gateway.close());
  beforeEach(async () => {
    // Each one is alone, as others that go on would keep it from being given up.
    await gateway.database.jobs.deleteMany({});
    gateway.service.forget();
    await sweep(0);
  });

  const sweep = (afterMinutes: number) =>
    gateway.service.app.get(JobsSweep, { strict: false }).sweep(minutes(afterMinutes));
  const requestTemplate = async (email?: string): Promise<string> =>
    (await gateway.post('/v1/templates', { dataType: 'criteria', targetId, ...(email && { email }) })).json.templateId;
  const ofTemplate = (templateId: string) => ({ templateId, institution: gateway.institution.id });
  const ofImport = (importId: string) => ({ importId, institution: gateway.institution.id });
  const asked = (jobId: string) =>
    gateway.service.published(templateRequested).filter(({ templateId }) => templateId === jobId).length +
    gateway.service.published(importRequested).filter(({ importId }) => importId === jobId).length -
    1;
  const abandoned = () => gateway.service.published(jobAbandoned);
  const running = async (email?: string): Promise<string> => {
    const templateId = await requestTemplate(email);
    await gateway.service.receives(templateStarted, { ...ofTemplate(templateId), linesTotal: 10 });
    return templateId;
  };
  const applying = async (): Promise<string> => {
    const { importId } = (await gateway.upload(update, csv)).json;
    await gateway.service.receives(validationCompleted, {
      ...ofImport(importId),
      action: 'update',
      chunks: 2,
      lines: 2000,
    });
    return importId;
  };
  const theImport = async (importId: string) => (await gateway.get(`/v1/imports/${importId}`)).json;
  const theTemplate = async (templateId: string) => (await gateway.get(`/v1/templates/${templateId}`)).json;

  it.each([
    ['template that is being made', running],
    ['import that is being applied', applying],
  ])('a %s is asked for again within two minutes, and then twice as late each time', async (_, given) => {
    const jobId = await given();
    await sweep(0.9);
    expect(asked(jobId)).toBe(0);
    await sweep(1.2);
    expect(asked(jobId)).toBe(1);
    await sweep(2.9);
    expect(asked(jobId)).toBe(1);
    await sweep(3.3);
    expect(asked(jobId)).toBe(2);
  });

  it('is left alone while it goes on, however slowly; what is only said again is no progress', async () => {
    const jobId = await applying();
    await sweep(1.2);
    await gateway.service.receives(updateProgressed, { ...ofImport(jobId), linesDone: 1000, linesTotal: 2000 });
    await gateway.database.jobs.updateOne({ _id: jobId }, { $set: { changedAt: minutes(2.5) } });
    await sweep(3.3);
    expect(asked(jobId)).toBe(1);
    await sweep(3.6);
    expect(asked(jobId)).toBe(2);
    await gateway.service.receives(updateProgressed, { ...ofImport(jobId), linesDone: 1000, linesTotal: 2000 });
    await sweep(5.5);
    expect(asked(jobId)).toBe(2);
    await sweep(5.8);
    expect(asked(jobId)).toBe(3);
  });

  it('has failed after several times in vain, in words, and its mail is asked for', async () => {
    const jobId = await running('jane@theatre.example');
    for (const at of [1.2, 3.5, 7]) await sweep(at);
    expect(asked(jobId)).toBe(2);
    expect(abandoned()).toEqual([]);
    await sweep(8);
    await sweep(8.1);
    expect(abandoned()).toMatchObject([{ jobId, jobType: 'template', institution: gateway.institution.id }]);

    const [said] = abandoned();
    if (!said) throw new Error('nothing was said');
    await gateway.service.receives(jobAbandoned, said);
    expect(await theTemplate(jobId)).toMatchObject({
      state: 'FAILED',
      problem: { code: 'JOB_ABANDONED', detail: expect.stringContaining('Please ask for it again') },
    });
    await gateway.service.receives(templateCompleted, {
      ...ofTemplate(jobId),
      state: 'EMPTY',
      lines: 0,
      completedAt: new Date().toISOString(),
    });
    expect((await theTemplate(jobId)).state).toBe('FAILED');
    await gateway.database.jobs.updateOne({ _id: jobId }, { $set: { changedAt: minutes(9) } });
    await sweep(10.5);
    expect(abandoned()).toEqual([said, said]);
  });

  it('is not given up because somebody says so', async () => {
    const jobs = [await running(), await applying()];
    for (const jobId of jobs) {
      await gateway.service.receives(jobAbandoned, {
        jobId,
        jobType: jobId.startsWith('tpl_') ? 'template' : 'import',
        institution: gateway.institution.id,
        code: 'JOB_ABANDONED',
        detail: 'See https://evil.example',
        abandonedAt: new Date().toISOString(),
      });
    }
    expect(gateway.service.deadLetters().map(({ headers }) => headers['reason-code'])).toEqual([
      'MESSAGE_CONTRADICTED',
      'MESSAGE_CONTRADICTED',
    ]);
    expect((await theTemplate(jobs[0]!)).state).toBe('RUNNING');
    expect((await theImport(jobs[1]!)).state).toBe('APPLYING');
  });

  it('that was being applied says that what was applied stays', async () => {
    const jobId = await applying();
    for (const at of [1.2, 3.5, 8]) await sweep(at);
    for (const said of abandoned()) await gateway.service.receives(jobAbandoned, said);
    expect(await theImport(jobId)).toMatchObject({
      state: 'FAILED',
      problem: { detail: expect.stringMatching(/What had been applied stays.*same file/) },
    });
  });

  it('is not given up while its like go on: it may stand in their queue', async () => {
    const jobId = await running();
    for (const at of [1.2, 3.5]) await sweep(at);
    const other = await running();
    await gateway.database.jobs.updateOne({ _id: other }, { $set: { changedAt: minutes(7.9) } });
    await sweep(8);
    expect([asked(jobId), abandoned()]).toEqual([3, []]);
    await sweep(16.1);
    expect(abandoned()).toMatchObject([{ jobId }]);
  });

  it('is over, but its mail is not heard of: its end is told again, and at last the mail has failed', async () => {
    const jobId = await running('jane@theatre.example');
    const end = { ...ofTemplate(jobId), state: 'EMPTY' as const, lines: 0, completedAt: new Date().toISOString() };
    await gateway.service.receives(templateCompleted, end);
    for (const at of [1.2, 3.5]) await sweep(at);
    expect(asked(jobId)).toBe(2);
    await sweep(8);
    expect(await theTemplate(jobId)).toMatchObject({ state: 'EMPTY', mail: { state: 'failed' } });
    await sweep(20);
    expect(asked(jobId)).toBe(2);
    const sentAt = new Date().toISOString();
    const { id: institution } = gateway.institution;
    await gateway.service.receives(mailSent, { jobId, institution, kind: 'template-empty', sentAt });
    expect((await theTemplate(jobId)).mail).toMatchObject({ state: 'sent' });
  });

  it('is over, and no mail is wanted or it was sent: nothing is asked', async () => {
    const end = { state: 'EMPTY' as const, lines: 0, completedAt: new Date().toISOString() };
    const silent = await running();
    await gateway.service.receives(templateCompleted, { ...ofTemplate(silent), ...end });
    const told = await running('jane@theatre.example');
    const { id: institution } = gateway.institution;
    const sentAt = new Date().toISOString();
    await gateway.service.receives(mailSent, { jobId: told, institution, kind: 'template-empty', sentAt });
    await gateway.service.receives(templateCompleted, { ...ofTemplate(told), ...end });
    await sweep(100);
    expect([asked(silent), asked(told)]).toEqual([0, 0]);
  });

  it('that ended unseen is asked for again, and its end is believed when it is published again', async () => {
    const jobId = await applying();
    const counts = { total: 2, applied: 2, unchanged: 0, rejected: 0, notAttempted: 0, overwritten: 0, warnings: 0 };
    const completedAt = new Date().toISOString();
    const end = { ...ofImport(jobId), action: 'update' as const, state: 'DONE' as const, completedAt };
    const done = { ...end, counts: { ...counts, blankLines: 0 } };
    await gateway.hearsForged(updateCompleted, done);
    expect(gateway.service.deadLetters()).toHaveLength(1);
    await sweep(1.2);
    expect(asked(jobId)).toBe(1);
    await gateway.service.receives(updateCompleted, done);
    expect(await theImport(jobId)).toMatchObject({ state: 'DONE', counts });
    expect(gateway.service.deadLetters()).toHaveLength(1);
  });

  // The last one: it is about a time that would be the future of the others.
  it('is not given up because Kafka or anything else is away, nor at once when that is back', async () => {
    const jobId = await running();
    const health = gateway.service.app.get(ConsumerHealth);
    await sweep(1.2);
    gateway.service.refusePublishing(1);
    await expect(sweep(3.5)).rejects.toThrow();
    await sweep(3.6);
    expect(asked(jobId)).toBe(2);
    health.become('away');
    await untilSeen();
    await sweep(60);
    health.become('joined');
    await untilSeen();
    await sweep(61);
    expect([asked(jobId), abandoned()]).toEqual([2, []]);
    // Whoever was kept waiting has had the time to go on.
    await gateway.service.receives(templateProgressed, { ...ofTemplate(jobId), linesDone: 5, linesTotal: 10 });
    await gateway.database.jobs.updateOne({ _id: jobId }, { $set: { changedAt: minutes(61.5) } });
    await sweep(62.1);
    expect([asked(jobId), abandoned()]).toEqual([2, []]);
  });
});
