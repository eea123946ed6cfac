import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  importCancellationKey,
  importRecord,
  importRecordKey,
  importRequested,
  updateCompleted,
} from '@roundtrip/contracts';
import { importCounts } from '@roundtrip/test-kit';
import { UploadsSweep } from '../src/imports/uploads.sweep.js';
import { JobsSweep } from '../src/jobs/jobs.sweep.js';
import { csvOfOneChange as csv, GatewayFixture } from './gateway-fixture.js';

const update = { dataType: 'criteria', action: 'update', onConflict: 'overwrite', email: 'jane@theatre.example' };
const days = (count: number): Date => new Date(Date.now() + count * 24 * 3_600_000);
const counts = importCounts({ total: 1, applied: 1 });

describe('what was asked for with an import is kept beside its file', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({
      JOBS_RUNNING_PER_INSTITUTION: '1',
      SMALL_JOBS_RUNNING_PER_INSTITUTION: '0',
    });
    // It looks when a test says so.
    await gateway.service.app.get(JobsSweep, { strict: false }).onModuleDestroy();
  }, 90_000);
  afterAll(() => gateway.close());

  const isThere = async (key: string) => (await gateway.store.stat('uploads', key)) !== undefined;
  const kept = async (importId: string): Promise<unknown> =>
    JSON.parse(await text(await gateway.store.get('uploads', importRecordKey(importId))));
  const uploaded = async (): Promise<string> => {
    const { status, json } = await gateway.upload(update, csv, { as: 'operator' });
    expect(status).toBe(202);
    return json.importId;
  };
  const ends = (importId: string) =>
    gateway.service.receives(updateCompleted, {
      importId,
      institution: gateway.institution.id,
      action: 'update',
      state: 'DONE',
      counts,
      completedAt: new Date().toISOString(),
    });

  it('before Kafka hears of it, and while it waits in the queue; without the address', async () => {
    const first = await uploaded();
    const waiting = await uploaded();
    expect(gateway.service.published(importRequested).map(({ importId }) => importId)).toEqual([first]);
    for (const importId of [first, waiting]) {
      const job = await gateway.database.jobs.findOne({ _id: importId });
      const record = importRecord.parse(await kept(importId));
      expect(record).toMatchObject({
        importId,
        institution: gateway.institution.id,
        requestedAt: job?.requestedAt.toISOString(),
        dataType: 'criteria',
        action: 'update',
        onConflict: 'overwrite',
        overwriteRefusals: false,
        file: { objectKey: importId },
      });
      expect(JSON.stringify(record)).not.toContain('jane');
    }
    await ends(first);
    await ends(waiting);
  });

  it('that undoes another, or goes on from a check', async () => {
    const importId = await uploaded();
    await ends(importId);
    await gateway.database.chunks.insertOne({ _id: `${importId}:00000`, importId, entries: [{}] } as never);
    const undo = (await gateway.post(`/v1/imports/${importId}/undo`, {}, { as: 'operator' })).json.importId;
    expect(await kept(undo)).toMatchObject({ importId: undo, undoOf: importId });
    await ends(undo);
    await gateway.database.jobs.updateOne({ _id: importId }, { $set: { action: 'check', state: 'CHECKED' } });
    const going = (await gateway.post(`/v1/imports/${importId}/update`, {}, { as: 'operator' })).json.importId;
    expect(await kept(going)).toMatchObject({ checkImportId: importId, file: { objectKey: importId } });
    await ends(going);
  });

  it('and that it is to stop', async () => {
    const importId = await uploaded();
    expect(await isThere(importCancellationKey(importId))).toBe(false);
    expect((await gateway.post(`/v1/imports/${importId}/cancel`, {}, { as: 'operator' })).status).toBe(202);
    expect(await isThere(importCancellationKey(importId))).toBe(true);
    await ends(importId);
  });

  it('as long as the file, also when the database has forgotten the import', async () => {
    const known = await uploaded();
    const forgotten = await uploaded();
    await ends(known);
    await ends(forgotten);
    await gateway.database.jobs.deleteOne({ _id: forgotten });
    const sweep = (now: Date) => gateway.service.app.get(UploadsSweep, { strict: false }).sweep(now);
    const keys = [known, forgotten].flatMap((importId) => [importId, importRecordKey(importId)]);
    await sweep(days(29.9));
    expect(await Promise.all(keys.map(isThere))).toEqual([true, true, true, true]);
    await sweep(days(31));
    expect(await Promise.all(keys.map(isThere))).toEqual([false, false, false, false]);
  });
});
