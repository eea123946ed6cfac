import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { updateCompleted } from '@roundtrip/contracts';
import { importCounts } from '@roundtrip/test-kit';
import { UploadsSweep } from '../src/imports/uploads.sweep.js';
import { csvOfOneChange as csv, GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

const days = (count: number): Date => new Date(Date.now() + count * 24 * 3_600_000);
const counts = importCounts({ total: 1, applied: 1 });

describe('what has grown old', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterAll(() => gateway.close());

  const sweep = (now: Date) => gateway.service.app.get(UploadsSweep, { strict: false }).sweep(now);
  const isThere = async (importId: string) => (await gateway.store.stat('uploads', importId)) !== undefined;
  const uploaded = async (action = 'check'): Promise<string> =>
    (await gateway.upload({ dataType: 'criteria', action }, csv)).json.importId;
  const finished = async (action: 'check' | 'update'): Promise<string> => {
    const importId = await uploaded(action);
    await gateway.service.receives(updateCompleted, {
      importId,
      institution: gateway.institution.id,
      action,
      state: action === 'check' ? 'CHECKED' : 'DONE',
      counts,
      completedAt: new Date().toISOString(),
    });
    return importId;
  };
  /** As if its job had been requested and had ended so many days ago. */
  const aged = async (importId: string, count: number): Promise<void> => {
    const at = days(-count);
    await gateway.database.jobs.updateOne({ _id: importId }, { $set: { requestedAt: at, finishedAt: at } });
  };
  const updateFrom = (importId: string): Promise<Json> =>
    gateway.post(`/v1/imports/${importId}/update`, {}, { as: 'operator' });

  it('goes after thirty days, not before; what an open import works with stays', async () => {
    const over = await finished('check');
    const open = await uploaded('check');
    const checked = await finished('check');
    expect((await updateFrom(checked)).status).toBe(202);
    await sweep(days(29.9));
    expect(await Promise.all([over, open, checked].map(isThere))).toEqual([true, true, true]);
    await sweep(days(31));
    expect(await Promise.all([over, open, checked].map(isThere))).toEqual([false, true, true]);
    await gateway.database.jobs.updateMany({ state: 'QUEUED' }, { $set: { state: 'FAILED' } });
    await sweep(days(31));
    expect(await Promise.all([open, checked].map(isThere))).toEqual([false, false]);
  });

  it('goes after a day when its request never became a job', async () => {
    const stray = `imp_${randomBytes(10).toString('hex')}`;
    await gateway.store.put('uploads', stray, Buffer.from(csv));
    await sweep(days(0.9));
    expect(await isThere(stray)).toBe(true);
    await sweep(days(1.1));
    expect(await isThere(stray)).toBe(false);
  });

  it('is told of an hour before it goes: whoever starts an update from a check in time finds the file', async () => {
    const late = await finished('check');
    await aged(late, 29.99);
    expect((await updateFrom(late)).status).toBe(202);
    const tooLate = await finished('check');
    await aged(tooLate, 30);
    expect((await updateFrom(tooLate)).json).toMatchObject({ status: 410, code: 'UPLOAD_EXPIRED' });
    await sweep(days(30.02));
    expect(await isThere(tooLate)).toBe(true);
  });

  it('answers 410 in words, while counts stay', async () => {
    const importId = await finished('update');
    await gateway.store.put('reports', `${importId}/changes.csv`, Buffer.from('x'));
    await aged(importId, 30.1);
    for (const report of ['errors', 'rejected-lines', 'changes']) {
      const answer = await gateway.get(`/v1/imports/${importId}/${report}`);
      expect(answer.json).toMatchObject({
        status: 410,
        code: 'REPORT_EXPIRED',
        detail: expect.stringContaining('too old'),
      });
    }
    expect((await gateway.get(`/v1/imports/${importId}`)).json).toMatchObject({
      state: 'DONE',
      counts: { applied: 1 },
    });
  });

  it('leaves what an import that failed had applied to be fetched until then', async () => {
    const importId = await uploaded('update');
    await gateway.database.jobs.updateOne(
      { _id: importId },
      { $set: { state: 'FAILED', finishedAt: new Date(), problem: { code: 'UPDATE_FAILED', detail: '-' } } },
    );
    expect((await gateway.get(`/v1/imports/${importId}/changes`)).status).toBe(409);
    await gateway.store.put('reports', `${importId}/changes.csv`, Buffer.from('applied'));
    expect((await gateway.get(`/v1/imports/${importId}/changes`)).text).toBe('applied');
    await aged(importId, 31);
    expect((await gateway.get(`/v1/imports/${importId}/changes`)).status).toBe(410);
  });
});
