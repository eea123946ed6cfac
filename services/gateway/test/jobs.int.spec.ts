import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  importCancelled,
  importRequested,
  type Issue,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  templateProgressed,
  templateRequested,
  templateStarted,
  updateCompleted,
  updateFailed,
  updateProgressed,
  validationCompleted,
  validationProgressed,
  validationRejected,
  validationStarted,
} from '@roundtrip/contracts';
import type { ValidationDocument } from '@roundtrip/database';
import { JobsSweep } from '../src/jobs/jobs.sweep.js';
import { csvOfOneChange as csv, GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

const check = { dataType: 'criteria', action: 'check' };
const update = { dataType: 'criteria', action: 'update' };
const at = '2026-03-01T10:00:00.000Z';
const counts = {
  total: 100,
  applied: 90,
  unchanged: 5,
  rejected: 5,
  notAttempted: 0,
  overwritten: 0,
  warnings: 2,
  blankLines: 1,
};

describe('templates and imports', () => {
  let gateway: GatewayFixture;
  let targetId: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    targetId = gateway.institution.targets['EVERYBODY'] as string;
  }, 90_000);
  afterAll(() => gateway.close());

  const requestTemplate = async (more: object = {}): Promise<string> =>
    (await gateway.post('/v1/templates', { dataType: 'criteria', targetId, ...more }, { as: 'editor' })).json
      .templateId;
  const template = (templateId: string) => gateway.get(`/v1/templates/${templateId}`, { as: 'viewer' });
  const theImport = (importId: string) => gateway.get(`/v1/imports/${importId}`, { as: 'viewer' });
  const ofTemplate = (templateId: string) => ({ templateId, institution: gateway.institution.id });
  const ofImport = (importId: string) => ({ importId, institution: gateway.institution.id });

  describe('a template', () => {
    const ready = async (ending = 'zip'): Promise<{ templateId: string; objectKey: string; zip: Buffer }> => {
      const templateId = await requestTemplate();
      const objectKey = `${templateId}.zip`;
      const zip = randomBytes(300_000);
      await gateway.store.put('templates', objectKey, zip);
      const file = {
        objectKey,
        name: `contact-criteria_EVERYBODY_20260301-1000.${ending}`,
        sizeBytes: zip.length,
        parts: 1,
      };
      const completedAt = new Date().toISOString();
      await gateway.service.receives(templateCompleted, {
        ...ofTemplate(templateId),
        state: 'READY',
        lines: 40,
        completedAt,
        file,
      });
      return { templateId, objectKey, zip };
    };

    it('is accepted, asked for and shown, without the address of its mail', async () => {
      const answer = await gateway.post(
        '/v1/templates',
        { dataType: 'authorisations', targetId, email: 'jane@theatre.example' },
        { as: 'editor' },
      );
      const { templateId } = answer.json;
      expect(answer).toMatchObject({
        status: 202,
        json: {
          templateId: expect.stringMatching(/^tpl_[0-9a-z]{20}$/),
          state: 'QUEUED',
          dataType: 'authorisations',
          emailWanted: true,
          mail: null,
          target: { targetId, code: 'EVERYBODY' },
          format: 'csv',
          fields: null,
        },
      });
      expect(answer.headers.get('location')).toBe(`/v1/templates/${templateId}`);
      expect(gateway.service.published(templateRequested)).toContainEqual({
        templateId,
        institution: gateway.institution.id,
        dataType: 'authorisations',
        targetId,
        requestedAt: answer.json.requestedAt,
      });
      expect((await template(templateId)).json).toEqual(answer.json);
      const list = await gateway.get('/v1/templates', { as: 'viewer' });
      expect(list.json.items[0]).toEqual(answer.json);
      expect(list.text).not.toContain('jane');
      const job = await gateway.database.jobs.findOne({ _id: templateId });
      expect(job?.email).toBe('jane@theatre.example');
    });

    it.each([
      [{ dataType: 'contacts' }, 422, 'VALIDATION_FAILED'],
      [{ targetId: 'tgt_nobody' }, 404, 'TARGET_UNKNOWN'],
      [{ email: 'a@x.example, b@x.example' }, 422, 'EMAIL_INVALID'],
      [{ targetId: { $gt: '' } }, 422, 'VALIDATION_FAILED'],
      [{ format: 'ods' }, 422, 'VALIDATION_FAILED'],
      [{ fields: [] }, 422, 'VALIDATION_FAILED'],
      [{ fields: ['LOYALTY', 'LOYALTY'] }, 422, 'VALIDATION_FAILED'],
      [{ fields: ['CAR'] }, 422, 'VALIDATION_FAILED'],
      [{ fields: ['SEGMENT_2019'] }, 422, 'VALIDATION_FAILED'],
      [{ fields: Array.from({ length: 901 }, (_, n) => `F${n}`) }, 422, 'VALIDATION_FAILED'],
    ])('is refused with %j', async (wrong, status, code) => {
      const answer = await gateway.post('/v1/templates', { dataType: 'criteria', targetId, ...wrong });
      expect(answer.json).toMatchObject({ status, code });
    });

    it('keeps its form and the fields that were asked for, in their order, for the workers and for all who look', async () => {
      const wanted = { format: 'xlsx', fields: ['PROFESSION', 'LOYALTY'] };
      const answer = await gateway.post('/v1/templates', { dataType: 'criteria', targetId, ...wanted });
      expect(answer).toMatchObject({ status: 202, json: wanted });
      const { templateId } = answer.json;
      expect((await template(templateId)).json).toMatchObject(wanted);
      expect(await gateway.database.jobs.findOne({ _id: templateId })).toMatchObject(wanted);
    });

    it('of before there were forms is a .csv of all fields', async () => {
      const templateId = await requestTemplate();
      await gateway.database.jobs.updateOne({ _id: templateId }, { $unset: { format: 1 } });
      expect((await template(templateId)).json).toMatchObject({ format: 'csv', fields: null });
      expect(await gateway.database.jobs.findOne({ _id: templateId })).not.toHaveProperty('fields');
    });

    it('is refused for a target of another institution', async () => {
      const foreign = Object.values(gateway.other.targets)[0] as string;
      expect((await gateway.post('/v1/templates', { dataType: 'criteria', targetId: foreign })).status).toBe(404);
    });

    it('goes from QUEUED over RUNNING to READY, whatever is said twice or late', async () => {
      const templateId = await requestTemplate();
      await gateway.service.receives(templateStarted, { ...ofTemplate(templateId), linesTotal: 40 });
      expect((await template(templateId)).json).toMatchObject({
        state: 'RUNNING',
        progress: { linesDone: 0, linesTotal: 40 },
        startedAt: expect.any(String),
      });
      await gateway.service.receives(templateProgressed, { ...ofTemplate(templateId), linesDone: 30, linesTotal: 40 });
      await gateway.service.receives(templateProgressed, { ...ofTemplate(templateId), linesDone: 10, linesTotal: 40 });
      expect((await template(templateId)).json).toMatchObject({
        state: 'RUNNING',
        progress: { linesDone: 30, linesTotal: 40 },
        version: 4,
      });
      const end = { ...ofTemplate(templateId), state: 'EMPTY' as const, lines: 0, completedAt: at };
      await gateway.service.receives(templateCompleted, end);
      await gateway.service.receives(templateCompleted, end);
      await gateway.service.receives(templateFailed, {
        ...ofTemplate(templateId),
        code: 'X',
        detail: 'x',
        failedAt: at,
      });
      expect((await template(templateId)).json).toMatchObject({
        state: 'EMPTY',
        finishedAt: at,
        version: 5,
        problem: null,
      });
    });

    it('can be fetched when it is READY, as it is', async () => {
      const { templateId, zip } = await ready();
      const { json } = await template(templateId);
      expect(json).toMatchObject({ state: 'READY', lines: 40, links: { file: `/v1/templates/${templateId}/file` } });
      expect(Date.parse(json.expiresAt) - Date.parse(json.finishedAt)).toBe(7 * 24 * 3600 * 1000);
      const response = await fetch(`${gateway.url}/v1/templates/${templateId}/file`, {
        headers: { authorization: `Bearer ${gateway.institution.keys.editor}` },
      });
      expect([response.status, response.headers.get('content-type'), response.headers.get('content-length')]).toEqual([
        200,
        'application/zip',
        '300000',
      ]);
      expect(response.headers.get('content-disposition')).toContain(
        'filename=contact-criteria_EVERYBODY_20260301-1000.zip',
      );
      expect(Buffer.from(await response.arrayBuffer()).equals(zip)).toBe(true);
    });

    it('can be fetched as a workbook when it is one', async () => {
      const { templateId } = await ready('xlsx');
      const response = await fetch(`${gateway.url}/v1/templates/${templateId}/file`, {
        headers: { authorization: `Bearer ${gateway.institution.keys.editor}` },
      });
      await response.arrayBuffer();
      expect(response.headers.get('content-type')).toBe(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
      expect(response.headers.get('content-disposition')).toContain('_20260301-1000.xlsx');
    });

    it('is 409 before, and when there will be no file', async () => {
      const templateId = await requestTemplate();
      const file = () => gateway.get(`/v1/templates/${templateId}/file`, { as: 'editor' });
      expect((await file()).json).toMatchObject({ status: 409, code: 'TEMPLATE_NOT_READY' });
      await gateway.service.receives(templateFailed, {
        ...ofTemplate(templateId),
        code: 'NO_FIELDS',
        detail: 'No criterion is active.',
        failedAt: at,
      });
      expect((await file()).json).toMatchObject({
        status: 409,
        detail: expect.stringContaining('No criterion is active.'),
      });
      expect((await template(templateId)).json).toMatchObject({
        state: 'FAILED',
        problem: { code: 'NO_FIELDS', detail: 'No criterion is active.' },
      });
    });

    it('is 410 after its time, and when its file is gone', async () => {
      const gone = await ready();
      await gateway.store.remove('templates', gone.objectKey);
      expect((await gateway.get(`/v1/templates/${gone.templateId}/file`)).json).toMatchObject({
        status: 410,
        code: 'TEMPLATE_EXPIRED',
      });

      const old = await ready();
      await gateway.database.jobs.updateOne(
        { _id: old.templateId },
        { $set: { expiresAt: new Date(Date.now() - 1000) } },
      );
      expect((await gateway.get(`/v1/templates/${old.templateId}/file`)).status).toBe(410);
      expect((await template(old.templateId)).json).toMatchObject({ state: 'EXPIRED', links: { file: null } });
      await gateway.service.app.get(JobsSweep, { strict: false }).sweep(new Date());
      expect((await gateway.database.jobs.findOne({ _id: old.templateId }))?.state).toBe('EXPIRED');
    });

    it('tells what became of its mail; one that was sent stays sent', async () => {
      const templateId = await requestTemplate({ email: 'jane@theatre.example' });
      const mail = { jobId: templateId, institution: gateway.institution.id, kind: 'template-ready' as const };
      await gateway.service.receives(mailFailed, { ...mail, reason: 'The server refuses this address.', failedAt: at });
      expect((await template(templateId)).json.mail).toEqual({
        state: 'failed',
        at,
        reason: 'The server refuses this address.',
      });
      await gateway.service.receives(mailSent, { ...mail, sentAt: at });
      await gateway.service.receives(mailFailed, { ...mail, reason: 'late', failedAt: at });
      expect((await template(templateId)).json.mail).toEqual({ state: 'sent', at, reason: null });
    });
  });

  describe('when Kafka is away', () => {
    it('a job is accepted all the same, and published when it is back', async () => {
      gateway.service.refusePublishing(1);
      const answer = await gateway.post('/v1/templates', { dataType: 'criteria', targetId });
      expect(answer.status).toBe(202);
      const published = () =>
        gateway.service.published(templateRequested).filter(({ templateId }) => templateId === answer.json.templateId);
      expect(published()).toHaveLength(0);
      const sweep = gateway.service.app.get(JobsSweep, { strict: false });
      await sweep.sweep(new Date(Date.now() + 9_000));
      expect(published()).toHaveLength(1);
      await sweep.sweep(new Date(Date.now() + 20_000));
      expect(published()).toHaveLength(1);
      await sweep.sweep(new Date(Date.now() + 60_000));
      expect(published()).toHaveLength(2);
    });
  });

  describe('an upload', () => {
    it('is stored as it is, and asked for with its hash', async () => {
      const answer = await gateway.upload(check, csv, { as: 'editor', name: '../../é lèves.csv' });
      const { importId } = answer.json;
      expect(answer).toMatchObject({
        status: 202,
        json: {
          importId: expect.stringMatching(/^imp_[0-9a-z]{20}$/),
          state: 'QUEUED',
          action: 'check',
          dataType: 'criteria',
          file: { name: 'é lèves.csv', sizeBytes: csv.length },
          counts: null,
          emailWanted: false,
        },
      });
      expect(answer.headers.get('location')).toBe(`/v1/imports/${importId}`);
      expect(await text(await gateway.store.get('uploads', importId))).toBe(csv);
      expect(gateway.service.published(importRequested).at(-1)).toEqual({
        importId,
        institution: gateway.institution.id,
        requestedAt: answer.json.requestedAt,
      });
      expect(await gateway.askedLast()).toMatchObject({
        _id: importId,
        institution: gateway.institution.id,
        onConflict: 'reject',
        overwriteRefusals: false,
        file: {
          objectKey: importId,
          sizeBytes: csv.length,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        requestedBy: { role: 'editor' },
      });
    });

    it.each([
      ['editor', check, 202],
      ['viewer', check, 403],
      ['editor', update, 403],
      ['operator', update, 202],
      ['editor', { ...check, onConflict: 'overwrite' }, 403],
      ['operator', { ...update, onConflict: 'overwrite' }, 202],
      ['operator', { ...update, onConflict: 'overwrite', overwriteRefusals: 'true' }, 403],
      ['admin', { ...update, onConflict: 'overwrite', overwriteRefusals: 'true' }, 202],
      ['editor', { dataType: 'contacts', action: 'check' }, 202],
    ] as const)('by the role %s with %j is %i', async (as, fields, status) => {
      const answer = await gateway.upload(fields, csv, { as });
      expect(answer.status).toBe(status);
      if (status === 403) expect(answer.json.code).toBe('FORBIDDEN');
    });

    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(2_000)]);
    it.each([
      ['is empty', check, '', 422, 'FILE_EMPTY'],
      ['is a picture', check, new Blob([png]), 422, 'FILE_NOT_CSV'],
      ['is a PDF', check, `%PDF-1.7\n${'x'.repeat(5_000)}`, 422, 'FILE_NOT_CSV'],
      ['is too large', check, 'x'.repeat(1_000_001), 413, 'FILE_TOO_LARGE'],
      ['lacks a field', { action: 'check' }, csv, 400, 'FORM_INVALID'],
      ['wants a mail to two', { ...check, email: 'a@x.org, b@x.org' }, csv, 422, 'EMAIL_INVALID'],
    ])('that %s is refused, and nothing is left', async (_, fields, file, status, code) => {
      // A key that somebody left tells which import this would become.
      const seed = randomBytes(10).toString('hex');
      const me = await gateway.get('/v1/me');
      const kept = { requestHash: '', seed, lockedUntil: new Date(0), createdAt: new Date() };
      await gateway.database.idempotencyKeys.insertOne({
        _id: `${gateway.institution.id}:${me.json.keyId}:${seed}`,
        ...kept,
      });
      const answer = await gateway.upload(fields, file, {
        as: 'admin',
        headers: { 'idempotency-key': seed },
      });
      expect(answer.json).toMatchObject({ status, code, detail: expect.any(String) });
      expect(await gateway.database.jobs.findOne({ _id: `imp_${seed}` })).toBeNull();
      expect(await gateway.store.stat('uploads', `imp_${seed}`)).toBeUndefined();
      const right = await gateway.upload(check, csv, { as: 'admin', headers: { 'idempotency-key': seed } });
      expect(right.json.importId).toBe(`imp_${seed}`);
    });

    it('of the same bytes as an earlier update is marked', async () => {
      const bytes = `${csv}00000002;;${randomBytes(8).toString('hex')}\r\n`;
      const first = await gateway.upload(update, bytes);
      expect(first.json.sameFileAs).toBeNull();
      await gateway.service.receives(updateCompleted, {
        ...ofImport(first.json.importId),
        action: 'update',
        state: 'DONE',
        counts,
        completedAt: at,
      });
      const second = await gateway.upload(update, bytes, { name: 'other.csv' });
      expect(second.json.sameFileAs).toBe(first.json.importId);
      expect((await gateway.askedLast())?.sameFileAs).toBe(first.json.importId);
      expect((await gateway.upload(update, bytes, { of: gateway.other })).json.sameFileAs).toBeNull();
    });

    it('with an Idempotency-Key makes one import, however often it is sent', async () => {
      const headers = { 'idempotency-key': 'upload-1' };
      const first = await gateway.upload(check, csv, { headers });
      const again = await gateway.upload(check, csv, { headers });
      expect([again.status, again.json, again.headers.get('location')]).toEqual([
        202,
        first.json,
        first.headers.get('location'),
      ]);
      expect((await gateway.upload(check, `${csv}x`, { headers })).json).toMatchObject({
        status: 422,
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect((await gateway.upload(update, csv, { headers })).json).toMatchObject({
        status: 422,
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    });

    it('that is tried again after a crash goes on with the import of the first try', async () => {
      const headers = { 'idempotency-key': 'upload-2' };
      const first = await gateway.upload(check, csv, { headers });
      // As the process leaves it that died between the job and the answer.
      await gateway.database.idempotencyKeys.updateOne(
        { _id: { $regex: /:upload-2$/ } },
        { $unset: { status: '', body: '', headers: '' }, $set: { requestHash: '', lockedUntil: new Date(0) } },
      );
      expect((await gateway.upload(check, `${csv}x`, { headers })).json).toMatchObject({
        status: 422,
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      const again = await gateway.upload(check, csv, { headers });
      expect([again.status, again.json.importId]).toEqual([202, first.json.importId]);
      expect(await text(await gateway.store.get('uploads', first.json.importId))).toBe(csv);
    });
  });

  describe('an import', () => {
    const finishedCheck = async (): Promise<string> => {
      const { importId } = (await gateway.upload(check, csv)).json;
      await gateway.service.receives(updateCompleted, {
        ...ofImport(importId),
        action: 'check',
        state: 'CHECKED',
        counts,
        completedAt: new Date().toISOString(),
      });
      return importId;
    };

    it('that updates goes over VALIDATING and APPLYING to its end, with its counts', async () => {
      const { importId } = (await gateway.upload(update, csv)).json;
      await gateway.service.receives(validationStarted, { ...ofImport(importId), startedAt: at });
      expect((await theImport(importId)).json).toMatchObject({
        state: 'VALIDATING',
        startedAt: at,
        progress: { phase: 'reading', linesDone: 0, linesTotal: 0, share: 0 },
        secondsLeft: null,
      });
      const counting = { ...ofImport(importId), linesDone: 0, linesTotal: 0, share: 0.1, linesExpected: 100_000 };
      await gateway.service.receives(validationProgressed, counting);
      const counted = (await theImport(importId)).json;
      expect(counted).toMatchObject({ progress: { phase: 'reading', linesDone: 0, linesTotal: 0 } });
      expect(counted.progress.share).toBeGreaterThan(0);
      expect(counted.secondsLeft).toBeGreaterThan(0);
      await gateway.service.receives(validationCompleted, {
        ...ofImport(importId),
        action: 'update',
        chunks: 1,
        lines: 100,
      });
      expect((await theImport(importId)).json).toMatchObject({
        state: 'APPLYING',
        progress: { phase: 'deciding', linesDone: 0, linesTotal: 100 },
      });
      // Without a phase, as it was said before there were phases.
      await gateway.service.receives(updateProgressed, { ...ofImport(importId), linesDone: 60, linesTotal: 100 });
      await gateway.service.receives(validationStarted, { ...ofImport(importId), startedAt: at });
      await gateway.service.receives(validationProgressed, { ...ofImport(importId), linesDone: 90, linesTotal: 100 });
      const { json } = await theImport(importId);
      expect(json).toMatchObject({
        state: 'APPLYING',
        progress: { phase: 'deciding', linesDone: 60, linesTotal: 100 },
      });
      expect(json.secondsLeft).toBeGreaterThan(0);
      expect(json.linesPerSecond).toBeGreaterThan(0);
      const reporting = { ...ofImport(importId), phase: 'reporting' as const, linesDone: 20, linesTotal: 100 };
      await gateway.service.receives(updateProgressed, reporting);
      const reported = (await theImport(importId)).json;
      expect(reported.progress).toMatchObject({ phase: 'reporting', linesDone: 20, linesTotal: 100 });
      expect(reported.progress.share).toBeGreaterThan(json.progress.share);
      await gateway.service.receives(updateProgressed, reporting);
      await gateway.service.receives(updateProgressed, { ...ofImport(importId), linesDone: 100, linesTotal: 100 });
      expect((await theImport(importId)).json).toMatchObject({
        progress: reported.progress,
        version: reported.version,
      });
      const end = {
        ...ofImport(importId),
        action: 'update' as const,
        state: 'DONE_WITH_ERRORS' as const,
        counts,
        completedAt: at,
      };
      await gateway.service.receives(updateCompleted, end);
      const done = (await theImport(importId)).json;
      expect(done).toMatchObject({
        state: 'DONE_WITH_ERRORS',
        finishedAt: at,
        counts,
        progress: { phase: null, linesDone: 100, linesTotal: 100, share: 1 },
        secondsLeft: 0,
      });
      await gateway.service.receives(updateCompleted, { ...end, state: 'DONE' });
      await gateway.service.receives(updateFailed, { ...ofImport(importId), code: 'X', detail: 'x', failedAt: at });
      expect((await theImport(importId)).json).toEqual(done);
    });

    it('that was stopped says so until it is over, counts what was decided on, and no time that is left', async () => {
      const { importId } = (await gateway.upload(update, csv)).json;
      await gateway.service.receives(validationCompleted, {
        ...ofImport(importId),
        action: 'update',
        chunks: 10,
        lines: 100,
      });
      const deciding = { ...ofImport(importId), phase: 'deciding' as const, linesTotal: 100 };
      await gateway.service.receives(updateProgressed, { ...deciding, linesDone: 15 });
      const running = (await theImport(importId)).json;
      expect(running).toMatchObject({ stopping: false, secondsLeft: expect.any(Number) });
      await gateway.post(`/v1/imports/${importId}/cancel`, {});
      await gateway.service.receives(updateProgressed, { ...deciding, linesDone: 16, linesNotAttempted: 60 });
      const stopping = (await theImport(importId)).json;
      expect(stopping).toMatchObject({
        state: 'APPLYING',
        stopping: true,
        progress: { phase: 'deciding', linesDone: 16, linesTotal: 100 },
        linesPerSecond: null,
        secondsLeft: null,
      });
      expect(stopping.progress.share).toBeGreaterThan(running.progress.share);
      await gateway.service.receives(updateCompleted, {
        ...ofImport(importId),
        action: 'update',
        state: 'CANCELLED',
        counts: { ...counts, applied: 16, unchanged: 0, rejected: 0, notAttempted: 84 },
        completedAt: at,
      });
      expect((await theImport(importId)).json).toMatchObject({
        state: 'CANCELLED',
        stopping: false,
        progress: { phase: null, linesDone: 16, linesTotal: 100, share: stopping.progress.share },
      });
    });

    it('leaves behind how long its phases took, once, and the next ones are measured by that', async () => {
      const lines = 20_000;
      const seconds = (n: number) => new Date(Date.now() - 60_000 + n * 1000).toISOString();
      const long = async (completions: number): Promise<Json> => {
        const { importId } = (await gateway.upload(update, csv)).json;
        const told = { ...ofImport(importId), action: 'update' as const };
        await gateway.service.receives(validationStarted, { ...told, startedAt: seconds(0) });
        await gateway.service.receives(validationCompleted, { ...told, chunks: 20, lines });
        const reporting = { phase: 'reporting' as const, linesDone: 0, linesTotal: lines };
        await gateway.service.receives(updateProgressed, { ...told, ...reporting });
        const end = { state: 'DONE' as const, counts: { ...counts, total: lines }, completedAt: seconds(70) };
        for (let time = 0; time < completions; time++) {
          await gateway.service.receives(updateCompleted, { ...told, ...end });
        }
        return gateway.database.jobs.findOne({ _id: importId });
      };
      const recent = async () =>
        (await gateway.database.institutions.findOne({ _id: gateway.institution.id }))?.recentPaces?.update ?? [];
      const before = (await recent()).length;
      await long(2);
      const measured = await recent();
      expect(measured).toHaveLength(before + 1);
      expect(measured.at(-1)).toEqual({
        reading: expect.any(Number),
        deciding: expect.any(Number),
        reporting: expect.any(Number),
      });
      expect(measured.at(-1)?.reading).toBeGreaterThan(1_000);
      expect((await long(0)).paces).toEqual(measured.at(-1));
    });

    it('that checks says what would be applied, and shows what was found', async () => {
      const importId = await finishedCheck();
      const error: Issue = {
        code: 'CODE_UNKNOWN',
        line: 2,
        column: '[new] PROFESSION',
        value: 'TEACHR',
        message: 'There is no such code.',
        hint: 'Did you mean TEACHER?',
      };
      const transitions = [
        {
          path: 'criteria.PROFESSION',
          code: 'PROFESSION',
          name: 'Profession',
          from: 'TEACHER',
          to: 'ARTIST',
          lines: 90,
        },
      ];
      const found = { transitions, firstErrors: [error], issueCounts: { CODE_UNKNOWN: 5 } };
      await gateway.database.outcomes.updateOne({ _id: importId }, { $set: found });
      const { json } = await theImport(importId);
      const { applied, ...others } = counts;
      expect(json).toMatchObject({
        state: 'CHECKED',
        transitions,
        firstErrors: [error],
        issueCounts: { CODE_UNKNOWN: 5 },
      });
      expect(json.counts).toEqual({ ...others, wouldApply: applied });
      const summary = (await gateway.get('/v1/imports?limit=200')).json.items.find(
        (one: Json) => one.importId === importId,
      );
      expect(json).toMatchObject(summary);
    });

    it('whose file cannot be used has the one problem', async () => {
      const { importId } = (await gateway.upload(check, csv)).json;
      const problem: Issue = { code: 'HEADER_UNKNOWN_FIELD', column: '[new] X', message: 'There is no criterion X.' };
      await gateway.database.validations.insertOne({
        _id: importId,
        institution: gateway.institution.id,
        dataType: 'criteria',
        action: 'check',
        onConflict: 'reject',
        overwriteRefusals: false,
        requestedBy: { keyId: 'k', name: 'n', role: 'editor' },
        outcome: 'rejected',
        problem,
        finishedAt: new Date(),
      });
      await gateway.service.receives(validationRejected, {
        ...ofImport(importId),
        code: 'HEADER_UNKNOWN_FIELD',
        rejectedAt: at,
      });
      expect((await theImport(importId)).json).toMatchObject({
        state: 'REJECTED',
        problem: { code: 'HEADER_UNKNOWN_FIELD', detail: problem.message },
        firstErrors: [problem],
        counts: null,
      });
      expect((await gateway.get(`/v1/imports/${importId}/errors`)).json).toEqual({
        items: [problem],
        nextCursor: null,
      });
      expect((await gateway.get(`/v1/imports/${importId}/errors?code=CONFLICT`)).json.items).toEqual([]);
      expect((await gateway.get(`/v1/imports/${importId}/rejected-lines`)).json).toMatchObject({
        status: 409,
        code: 'IMPORT_HAS_NO_REPORT',
      });
    });

    it('has errors that can be leafed through, all of them or those of one code', async () => {
      const importId = await finishedCheck();
      const long = 'é'.repeat(400);
      const issues = Array.from({ length: 1_500 }, (_, index): Issue => ({
        code: index % 3 ? 'CONTACT_UNKNOWN' : 'CODE_UNKNOWN',
        line: index + 2,
        message: `${index} ${long}`,
      }));
      const lines = (some: Issue[]): Buffer => Buffer.from(some.map((one) => `${JSON.stringify(one)}\n`).join(''));
      await gateway.store.put('reports', `${importId}/errors/all.ndjson`, lines(issues));
      await gateway.store.put(
        'reports',
        `${importId}/errors/CODE_UNKNOWN.ndjson`,
        lines(issues.filter(({ code }) => code === 'CODE_UNKNOWN')),
      );
      const leaf = async (filter: string): Promise<number[]> => {
        const seen: number[] = [];
        for (let cursor = ''; ;) {
          const { status, json } = await gateway.get(`/v1/imports/${importId}/errors?limit=200${filter}${cursor}`, {
            as: 'viewer',
          });
          expect(status).toBe(200);
          seen.push(...json.items.map((one: Json) => one.line));
          if (json.nextCursor === null) return seen;
          cursor = `&cursor=${json.nextCursor}`;
        }
      };
      expect(await leaf('')).toEqual(issues.map(({ line }) => line));
      expect(await leaf('&code=CODE_UNKNOWN')).toEqual(
        issues.filter(({ code }) => code === 'CODE_UNKNOWN').map(({ line }) => line),
      );
      expect(await leaf('&code=CONFLICT')).toEqual([]);
      expect((await gateway.get(`/v1/imports/${importId}/errors?code=NONSENSE`)).status).toBe(400);
      const inside = Buffer.from('7').toString('base64url');
      expect((await gateway.get(`/v1/imports/${importId}/errors?cursor=${inside}`)).json).toMatchObject({
        status: 400,
        code: 'CURSOR_INVALID',
      });
    });

    it('has its reports as files after its end: 409 before, 410 when they are gone', async () => {
      const running = (await gateway.upload(check, csv)).json.importId;
      const importId = await finishedCheck();
      for (const report of ['rejected-lines', 'changes']) {
        expect((await gateway.get(`/v1/imports/${running}/${report}`)).json).toMatchObject({
          status: 409,
          code: 'IMPORT_NOT_FINISHED',
        });
        expect((await gateway.get(`/v1/imports/${importId}/${report}`)).json).toMatchObject({
          status: 410,
          code: 'REPORT_EXPIRED',
        });
        await gateway.store.put('reports', `${importId}/${report}.csv`, Buffer.from('\ufeffCONTACT_NUMBER\r\n'));
        const file = await gateway.get(`/v1/imports/${importId}/${report}`, { as: 'editor' });
        expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
        expect(file.headers.get('content-disposition')).toContain(`filename=contacts_${report}.csv`);
        expect(file.text).toContain('CONTACT_NUMBER\r\n');
      }
      expect((await gateway.get(`/v1/imports/${running}/errors`)).json).toMatchObject({
        status: 409,
        code: 'IMPORT_NOT_FINISHED',
      });
      await gateway.database.jobs.updateOne(
        { _id: importId },
        { $set: { finishedAt: new Date(Date.now() - 31 * 24 * 3600 * 1000) } },
      );
      expect((await gateway.get(`/v1/imports/${importId}/changes`)).status).toBe(410);
    });

    it('can be started from a finished check, with the same file', async () => {
      const checkImportId = await finishedCheck();
      const path = `/v1/imports/${checkImportId}/update`;
      expect((await gateway.ask('POST', path, { as: 'editor' })).status).toBe(403);
      expect((await gateway.post(path, { overwriteRefusals: true }, { as: 'operator' })).status).toBe(403);
      const answer = await gateway.ask('POST', path, { as: 'operator' });
      expect(answer).toMatchObject({
        status: 202,
        json: { action: 'update', state: 'QUEUED', checkImportId, onConflict: 'reject' },
      });
      expect(await gateway.askedLast()).toMatchObject({
        _id: answer.json.importId,
        action: 'update',
        file: { objectKey: checkImportId },
      });
      const overwriting = await gateway.post(
        path,
        { onConflict: 'overwrite', email: 'jane@theatre.example' },
        { as: 'operator' },
      );
      expect(overwriting.json).toMatchObject({ onConflict: 'overwrite', emailWanted: true });
    });

    it('cannot be started from anything else', async () => {
      const running = (await gateway.upload(check, csv)).json.importId;
      const applied = (await gateway.upload(update, csv)).json.importId;
      for (const importId of [running, applied]) {
        expect((await gateway.ask('POST', `/v1/imports/${importId}/update`)).json).toMatchObject({
          status: 409,
          code: 'IMPORT_NOT_CHECKED',
        });
      }
      const expired = await finishedCheck();
      await gateway.store.remove('uploads', expired);
      expect((await gateway.ask('POST', `/v1/imports/${expired}/update`)).json).toMatchObject({
        status: 410,
        code: 'UPLOAD_EXPIRED',
      });
    });

    it('is read in the encoding that the upload names, and so is the update from it', async () => {
      const { importId } = (await gateway.upload({ ...check, encoding: 'macintosh' }, csv)).json;
      expect(await gateway.askedLast()).toMatchObject({ _id: importId, encoding: 'macintosh' });
      expect((await theImport(importId)).json).toMatchObject({ encoding: 'macintosh' });
      await gateway.service.receives(updateCompleted, {
        ...ofImport(importId),
        action: 'check',
        state: 'CHECKED',
        counts,
        completedAt: at,
      });
      const path = `/v1/imports/${importId}/update`;
      const carried = await gateway.ask('POST', path, { as: 'operator' });
      expect(carried.json).toMatchObject({ checkImportId: importId, encoding: 'macintosh' });
      expect(await gateway.askedLast()).toMatchObject({ encoding: 'macintosh' });
      const other = await gateway.post(path, { encoding: 'windows-1250' }, { as: 'operator' });
      expect(other.json).toMatchObject({ encoding: 'windows-1250' });
      for (const answer of [
        await gateway.upload({ ...check, encoding: 'utf-7' }, csv),
        await gateway.post(path, { encoding: 'utf-7' }, { as: 'operator' }),
      ]) {
        expect(answer.status).toBe(answer.json.code === 'FORM_INVALID' ? 400 : 422);
        expect(JSON.stringify(answer.json.errors)).toContain('encoding');
      }
    });

    it('can be checked again in another encoding, with the same file, by an editor', async () => {
      const { importId } = (await gateway.upload({ ...update, onConflict: 'reject' }, csv)).json;
      const path = `/v1/imports/${importId}/check`;
      expect((await gateway.post(path, { encoding: 'macintosh' }, { as: 'editor' })).json).toMatchObject({
        status: 409,
        code: 'IMPORT_NOT_FINISHED',
      });
      const rejected = { outcome: 'rejected', problem: { code: 'ENCODING_UNCERTAIN', message: 'Not certain.' } };
      await gateway.database.validations.insertOne({ _id: importId, ...rejected } as ValidationDocument);
      await gateway.service.receives(validationRejected, {
        ...ofImport(importId),
        code: 'ENCODING_UNCERTAIN',
        rejectedAt: at,
      });
      expect((await gateway.post(path, { encoding: 'macintosh' }, { as: 'viewer' })).status).toBe(403);
      const answer = await gateway.post(path, { encoding: 'macintosh' }, { as: 'editor' });
      expect(answer).toMatchObject({
        status: 202,
        json: { action: 'check', state: 'QUEUED', checkAgainOf: importId, encoding: 'macintosh', emailWanted: false },
      });
      expect(answer.headers.get('location')).toBe(`/v1/imports/${answer.json.importId}`);
      expect(await gateway.askedLast()).toMatchObject({
        _id: answer.json.importId,
        action: 'check',
        encoding: 'macintosh',
        file: { objectKey: importId },
      });

      await gateway.database.jobs.updateOne({ _id: importId }, { $set: { onConflict: 'overwrite' } });
      expect((await gateway.post(path, {}, { as: 'editor' })).status).toBe(403);
      expect((await gateway.post(path, {}, { as: 'operator' })).json).toMatchObject({ onConflict: 'overwrite' });
      await gateway.store.remove('uploads', importId);
      expect((await gateway.post(path, {}, { as: 'operator' })).json).toMatchObject({ code: 'UPLOAD_EXPIRED' });
      await gateway.database.jobs.updateOne({ _id: importId }, { $unset: { file: true } });
      expect((await gateway.post(path, {}, { as: 'operator' })).json).toMatchObject({ code: 'IMPORT_HAS_NO_FILE' });
    });

    it('is cancelled once, however often that is asked, and ends when the work has ended', async () => {
      const { importId } = (await gateway.upload(update, csv)).json;
      const path = `/v1/imports/${importId}/cancel`;
      expect((await gateway.ask('POST', path, { as: 'editor' })).status).toBe(403);
      expect((await gateway.ask('POST', path, { as: 'operator', of: gateway.other })).status).toBe(404);
      const answer = await gateway.ask('POST', path, { as: 'operator' });
      expect(answer).toMatchObject({
        status: 202,
        json: { importId, state: 'QUEUED', cancelRequestedAt: expect.any(String) },
      });
      const again = await gateway.ask('POST', path, { as: 'admin' });
      expect(again.json).toEqual(answer.json);
      const told = () => gateway.service.published(importCancelled).filter((event) => event.importId === importId);
      expect(told()).toEqual([
        {
          importId,
          institution: gateway.institution.id,
          cancelledAt: answer.json.cancelRequestedAt,
        },
      ]);
      expect(await gateway.database.jobs.findOne({ _id: importId })).toMatchObject({
        cancelRequestedBy: { role: 'operator' },
      });
      const notAttempted = { ...counts, total: 0, applied: 0, unchanged: 0, rejected: 0 };
      const end = { ...ofImport(importId), action: 'update' as const, completedAt: at, counts: notAttempted };
      await gateway.service.receives(updateCompleted, { ...end, state: 'CANCELLED' });
      expect((await theImport(importId)).json).toMatchObject({ state: 'CANCELLED', counts: { total: 0 } });
      expect((await gateway.ask('POST', path, { as: 'operator' })).json).toMatchObject({
        status: 409,
        code: 'IMPORT_FINISHED',
      });
      await gateway.service.app.get(JobsSweep, { strict: false }).sweep(new Date(Date.now() + 60_000));
      expect(told()).toHaveLength(1);
    });

    it('that was cancelled while Kafka was away is cancelled by the sweep', async () => {
      const { importId } = (await gateway.upload(update, csv)).json;
      gateway.service.refusePublishing(1);
      const answer = await gateway.ask('POST', `/v1/imports/${importId}/cancel`, { as: 'operator' });
      expect(answer).toMatchObject({ status: 202, json: { cancelRequestedAt: expect.any(String) } });
      const told = () => gateway.service.published(importCancelled).filter((event) => event.importId === importId);
      expect(told()).toEqual([]);
      const sweep = gateway.service.app.get(JobsSweep, { strict: false });
      await sweep.sweep(new Date(Date.now() + 9_000));
      await sweep.sweep(new Date(Date.now() + 9_000));
      expect(told()).toHaveLength(1);
    });

    it('that changed something can be undone by a new import, when it is over', async () => {
      const { importId } = (await gateway.upload(update, csv)).json;
      const path = `/v1/imports/${importId}/undo`;
      const refused = { status: 409, code: 'IMPORT_NOT_UNDOABLE' };
      expect((await gateway.ask('POST', path, { as: 'editor' })).status).toBe(403);
      expect((await gateway.ask('POST', path, { of: gateway.other })).status).toBe(404);
      expect((await gateway.ask('POST', path)).json).toMatchObject(refused);
      const end = { ...ofImport(importId), action: 'update' as const, completedAt: at, counts };
      await gateway.service.receives(updateCompleted, { ...end, state: 'DONE_WITH_ERRORS' });
      expect((await gateway.ask('POST', path)).json).toMatchObject(refused);
      await gateway.database.chunks.insertOne({
        _id: `${importId}:00000`,
        importId,
        chunk: 0,
        institution: gateway.institution.id,
        lines: 1,
        entries: [{ line: 2, contactNumber: '1', rev: 1, previous: null, before: {}, after: {} }],
        reports: [],
        requestedBy: { keyId: 'key_1', name: 'Operator', role: 'operator' },
        decidedAt: new Date(),
        version: 1,
      });
      expect((await gateway.post(path, { email: 'a@x.example, b@x.example' })).status).toBe(422);
      const answer = await gateway.post(path, { email: 'jane@theatre.example' }, { as: 'operator' });
      expect(answer).toMatchObject({
        status: 202,
        json: {
          undoOf: importId,
          state: 'QUEUED',
          action: 'update',
          dataType: 'criteria',
          onConflict: 'reject',
          file: null,
          emailWanted: true,
        },
      });
      expect(answer.headers.get('location')).toBe(`/v1/imports/${answer.json.importId}`);
      expect(await gateway.askedLast()).toMatchObject({ _id: answer.json.importId, undoOf: importId });
      expect((await gateway.ask('POST', `/v1/imports/${await finishedCheck()}/undo`)).json).toMatchObject(refused);

      const overRefusals = { overwriteRefusals: true };
      expect((await gateway.post(path, overRefusals, { as: 'operator' })).json).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
        detail: expect.stringContaining('Overwriting refusals'),
      });
      expect((await gateway.post(path, { overwriteRefusals: 'yes' })).status).toBe(422);
      for (const [body, overwriteRefusals] of [[overRefusals, true] as const, [{}, false] as const]) {
        const { json } = await gateway.post(path, body);
        expect(json).toMatchObject({ undoOf: importId, onConflict: 'reject', overwriteRefusals });
        const by = { requestedBy: { role: 'admin' } };
        expect(await gateway.askedLast()).toMatchObject({ _id: json.importId, overwriteRefusals, ...by });
      }
    });

    it('list is the newest first, and a page does not shift', async () => {
      const first = await gateway.get('/v1/imports?limit=3');
      await gateway.upload(check, csv);
      const second = await gateway.get(`/v1/imports?limit=3&cursor=${first.json.nextCursor}`);
      const times = [...first.json.items, ...second.json.items].map((one: Json) => one.requestedAt);
      expect(times).toEqual(times.toSorted((one: string, other: string) => other.localeCompare(one)));
      const ids = [...first.json.items, ...second.json.items].map((one: Json) => one.importId);
      expect(new Set(ids).size).toBe(6);
    });
  });
});
