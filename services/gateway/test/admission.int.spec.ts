import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { importRequested, templateCompleted, validationFailed } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import type { CreatedInstitution } from '@roundtrip/demo';
import { metrics } from '@roundtrip/service';
import { JobAdmission } from '../src/jobs/job-admission.service.js';
import { JobsSweep } from '../src/jobs/jobs.sweep.js';
import { GatewayFixture } from './gateway-fixture.js';

const check = { dataType: 'criteria', action: 'check' };
const small =
  'CONTACT_NUMBER;[old] PROFESSION - Profession;[new] PROFESSION - Profession\r\n00000001;TEACHER;ARTIST\r\n';
const large = small + '00000002;TEACHER;ARTIST\r\n'.repeat(12_000);

describe('the jobs of an institution', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ JOBS_RUNNING_PER_INSTITUTION: '4' });
    // It looks when a test says so.
    await gateway.service.app.get(JobsSweep, { strict: false }).onModuleDestroy();
  }, 90_000);
  afterAll(() => gateway.close());
  afterEach(async () => {
    await gateway.database.jobs.deleteMany({});
    gateway.service.forget();
  });

  const send = async (csv: string, of?: CreatedInstitution): Promise<string> => {
    const answer = await gateway.upload(check, csv, of ? { of } : {});
    expect(answer.status).toBe(202);
    return answer.json.importId;
  };
  const sendMany = async (count: number, csv = large, of?: CreatedInstitution): Promise<string[]> => {
    const sent: string[] = [];
    for (let n = 0; n < count; n++) sent.push(await send(csv, of));
    return sent;
  };
  const asked = () => gateway.service.published(importRequested).map(({ importId }) => importId);
  const ends = (importId: string, institution = gateway.institution.id) =>
    gateway.service.receives(validationFailed, {
      importId,
      institution,
      code: 'INTERNAL_ERROR',
      detail: 'Please try again.',
      failedAt: new Date().toISOString(),
    });
  const positionOf = async (importId: string) => (await gateway.get(`/v1/imports/${importId}`)).json.queuePosition;
  const sweep = async () => {
    await gateway.service.app.get(JobsSweep, { strict: false }).sweep(new Date());
    await gateway.service.app.get(JobAdmission, { strict: false }).admitForgotten();
  };
  const held = () => gateway.database.jobs.countDocuments({ place: { $exists: true } });
  /** As a gateway leaves it that dies right after it has written the job. */
  const written = async (jobId: string, institution: string, second: number): Promise<string> => {
    const at = new Date(Date.UTC(2026, 2, 1, 10, 0, second));
    const job: ImportJobDocument = {
      _id: jobId,
      type: 'import',
      institution,
      requestedBy: { keyId: 'key_1', name: 'Jane', role: 'operator' },
      requestedAt: at,
      dataType: 'criteria',
      action: 'check',
      onConflict: 'reject',
      overwriteRefusals: false,
      state: 'QUEUED',
      file: { objectKey: jobId, name: 'contacts.csv', sizeBytes: large.length, sha256: '0'.repeat(64) },
      progress: { linesDone: 0, linesTotal: 0 },
      version: 1,
      changedAt: at,
      waiting: 'large',
    };
    await gateway.database.jobs.insertOne(job);
    return jobId;
  };

  it('are worked on four at a time; the others say which they are in the queue', async () => {
    const sent = await sendMany(7);
    expect(asked()).toEqual(sent.slice(0, 4));
    expect(await Promise.all(sent.map(positionOf))).toEqual([null, null, null, null, 1, 2, 3]);
    const { items } = (await gateway.get('/v1/imports')).json;
    expect(items.map((item: { queuePosition: number | null }) => item.queuePosition)).toEqual([
      3,
      2,
      1,
      null,
      null,
      null,
      null,
    ]);
    expect(items[0]).toMatchObject({ importId: sent[6], state: 'QUEUED' });
  });

  it('are told to who scales the workers: those in the queue apart from those that can be worked on, and none by name', async () => {
    const sent = await sendMany(6);
    await send(small);
    const told = (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('roundtrip_'));
    expect(told).toEqual(
      expect.arrayContaining([
        'roundtrip_files_waiting{size="large"} 4',
        'roundtrip_files_waiting{size="small"} 1',
        'roundtrip_jobs_queued{size="large"} 2',
        'roundtrip_jobs_open{type="import",state="QUEUED"} 7',
        'roundtrip_chunks_open{size="large"} 0',
        expect.stringMatching(/^roundtrip_files_oldest_seconds\{size="large"\} \d/),
        expect.stringMatching(/^roundtrip_admin_key_left_seconds \d/),
      ]),
    );
    for (const name of [gateway.institution.id, ...sent]) expect(told.join('\n')).not.toContain(name);
    await ends(sent[0]!);
    const after = await metrics.registry.metrics();
    expect(after).toContain('roundtrip_jobs_finished_total{type="import",state="FAILED",code="INTERNAL_ERROR"} ');
    expect(after).toContain('roundtrip_job_waiting_seconds_count{type="import",size="large"} ');
  });

  it('follow each other: the next one is asked for when one has ended, and once', async () => {
    const sent = await sendMany(7);
    await ends(sent[1]!);
    expect(asked()).toEqual(sent.slice(0, 5));
    await ends(sent[1]!);
    await sweep();
    expect(asked()).toEqual(sent.slice(0, 5));
    expect(await Promise.all(sent.slice(4).map(positionOf))).toEqual([null, 1, 2]);
  });

  it('do not keep those of another institution waiting', async () => {
    await sendMany(6);
    const theirs = await send(large, gateway.other);
    expect(asked()).toContain(theirs);
  });

  it('do not keep a small file waiting behind large ones', async () => {
    const sent = await sendMany(6);
    const little = await sendMany(3, small);
    expect(asked()).toEqual([...sent.slice(0, 4), ...little.slice(0, 2)]);
    expect(await Promise.all([sent[5]!, little[2]!].map(positionOf))).toEqual([2, 1]);
    await ends(little[0]!);
    expect(asked().at(-1)).toBe(little[2]);
  });

  it('know a template of few lines by the last one of its target', async () => {
    await sendMany(5);
    const targetId = gateway.institution.targets['EVERYBODY'];
    const template = async () =>
      (await gateway.post('/v1/templates', { dataType: 'criteria', targetId }, { as: 'editor' })).json;
    const first = await template();
    expect(first.queuePosition).toBe(2);
    await gateway.service.receives(templateCompleted, {
      templateId: first.templateId,
      institution: gateway.institution.id,
      state: 'EMPTY',
      lines: 0,
      completedAt: new Date().toISOString(),
    });
    expect((await template()).queuePosition).toBe(null);
  });

  it('that are asked to stop before their turn are handed on at once, as nothing will be done for them', async () => {
    const sent = await sendMany(6);
    await gateway.post(`/v1/imports/${sent[5]}/cancel`, {}, { as: 'operator' });
    expect(asked()).toEqual([...sent.slice(0, 4), sent[5]]);
    expect([await held(), await positionOf(sent[4]!)]).toEqual([4, 1]);
  });

  it('never hold more than their places, and none twice, with several gateways at it', async () => {
    const { institution } = gateway;
    const admission = gateway.service.app.get(JobAdmission, { strict: false });
    for (let n = 0; n < 12; n++) await written(`imp_twins${n}`, institution.id, n);
    await Promise.all(Array.from({ length: 8 }, () => admission.admit(institution.id)));
    expect(await held()).toBe(4);
    expect(asked().toSorted()).toEqual(['imp_twins0', 'imp_twins1', 'imp_twins2', 'imp_twins3']);
    await Promise.all(asked().map((jobId) => ends(jobId)));
    await Promise.all(Array.from({ length: 8 }, () => admission.admit(institution.id)));
    expect([await held(), asked().length, new Set(asked()).size]).toEqual([4, 8, 8]);
  });

  it('are not forgotten when the gateway that was to release them has died, and institutions take turns', async () => {
    const [ours, theirs] = [gateway.institution.id, gateway.other.id];
    for (let n = 0; n < 3; n++) await written(`imp_ours${n}`, ours, n);
    for (let n = 0; n < 3; n++) await written(`imp_theirs${n}`, theirs, 10 + n);
    await sweep();
    const turns = asked().map((jobId) => jobId.slice(0, -1));
    expect(turns).toHaveLength(6);
    for (const at of [0, 2, 4]) expect(new Set(turns.slice(at, at + 2))).toEqual(new Set(['imp_ours', 'imp_theirs']));
  });

  it('give their place back also when an older gateway has written down their end', async () => {
    const sent = await sendMany(5);
    await gateway.database.jobs.updateOne({ _id: sent[0]! }, { $set: { state: 'FAILED' } });
    await sweep();
    expect(asked()).toEqual(sent);
  });
});

describe('the jobs of an institution, while another wants something, too', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ JOBS_RUNNING_PER_INSTITUTION: '4', JOBS_RUNNING_BESIDE_OTHERS: '1' });
    await gateway.service.app.get(JobsSweep, { strict: false }).onModuleDestroy();
  }, 90_000);
  afterAll(() => gateway.close());

  it('are worked on one at a time, small ones beside it, and four at a time again when the other has been quiet', async () => {
    const send = async (csv: string, of = gateway.institution): Promise<string> =>
      (await gateway.upload(check, csv, { of })).json.importId;
    const asked = () => gateway.service.published(importRequested).map(({ importId }) => importId);
    const theirs = await send(small, gateway.other);
    const ours: string[] = [];
    for (let n = 0; n < 6; n++) ours.push(await send(large));
    const little = await send(small);
    expect(asked()).toEqual([theirs, ours[0], little]);
    const quiet = new Date(Date.now() - 61_000);
    await gateway.database.jobs.updateOne({ _id: theirs }, { $set: { changedAt: quiet } });
    await gateway.service.app.get(JobAdmission, { strict: false }).admitForgotten();
    expect(asked()).toEqual([theirs, ours[0], little, ...ours.slice(1, 4)]);
  });
});
