import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { templateCompleted, updateCompleted, validationRejected } from '@roundtrip/contracts';
import { ActivityChain, type ActivityDocument, verifyChain } from '@roundtrip/database';
import mongoose from 'mongoose';
import { metrics } from '@roundtrip/service';
import { importCounts } from '@roundtrip/test-kit';
import { ActivitiesCheck } from '../src/activities/activities.check.js';
import { ActivitiesRepository } from '../src/activities/activities.repository.js';
import { Activities } from '../src/activities/activities.service.js';
import { ActivitiesSweep } from '../src/activities/activities.sweep.js';
import { csvOfOneChange as csv, GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

const counts = importCounts({ total: 3, applied: 2, rejected: 1 });
const inFrance = { field: 'contact.country', is: 'equals', value: 'FR' };
const idempotent = () => ({ 'idempotency-key': randomBytes(8).toString('hex') });

describe('what somebody does', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterAll(() => gateway.close());

  const all = (institution = gateway.institution.id): Promise<ActivityDocument[]> =>
    gateway.database.activities.find({ institution }).sort({ _id: 1 }).toArray();
  const faults = async (institution = gateway.institution.id) => {
    const head = await gateway.database.activityHeads.findOne({ _id: institution });
    return verifyChain(institution, await all(institution), head ?? undefined);
  };
  /** What was written down meanwhile. */
  const during = async (work: () => Promise<unknown>): Promise<ActivityDocument[]> => {
    const before = (await all()).length;
    await work();
    return (await all()).slice(before);
  };
  const kindsOf = (activities: readonly ActivityDocument[]) =>
    activities.map(({ kind, result }) => (result === 'ok' ? kind : `${kind} ${result}`));
  /** While nothing can be written down. */
  const withoutRecord = async <T>(work: () => Promise<T>): Promise<T> => {
    const append = jest.spyOn(ActivityChain.prototype, 'append');
    append.mockRejectedValue(new mongoose.mongo.MongoNetworkError('gone'));
    try {
      return await work();
    } finally {
      append.mockRestore();
    }
  };
  const aTarget = async (): Promise<string> => {
    const code = `T${randomBytes(4).toString('hex')}`;
    return (await gateway.post('/v1/targets', { code, name: code, rule: inFrance })).json.targetId;
  };
  const readyTemplate = async (): Promise<string> => {
    const { templateId } = (await gateway.post('/v1/templates', { dataType: 'criteria', targetId: await aTarget() }))
      .json;
    const bytes = Buffer.from('template');
    const objectKey = `${templateId}.zip`;
    await gateway.store.put('templates', objectKey, bytes);
    await gateway.service.receives(templateCompleted, {
      templateId,
      institution: gateway.institution.id,
      state: 'READY',
      lines: 2,
      file: { objectKey, name: 'template.zip', sizeBytes: bytes.length, parts: 1 },
      completedAt: new Date().toISOString(),
    });
    return templateId;
  };
  const ended = (importId: string, action: 'check' | 'update' = 'check') =>
    gateway.service.receives(updateCompleted, {
      importId,
      institution: gateway.institution.id,
      action,
      state: action === 'check' ? 'CHECKED' : 'DONE',
      counts,
      completedAt: new Date().toISOString(),
    });
  const upload = async (action: 'check' | 'update' = 'check'): Promise<string> =>
    (await gateway.upload({ dataType: 'criteria', action }, csv, { name: 'teachers.csv' })).json.importId;

  it('is written down with who, when, from where and what: sign-in and sign-out', async () => {
    const written = await during(async () => {
      const signedIn = await gateway.post('/v1/session', { key: gateway.institution.keys.editor }, { as: 'nobody' });
      const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      expect((await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers: { cookie } })).status).toBe(204);
      // A session that is over is not ended again, and a wrong key is of no institution.
      await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers: { cookie } });
      await gateway.post('/v1/session', { key: 'rt_nobodys' }, { as: 'nobody' });
    });
    expect(kindsOf(written)).toEqual(['signed-in', 'signed-out']);
    expect(written[0]).toMatchObject({
      institution: gateway.institution.id,
      actor: { type: 'key', id: expect.stringMatching(/^key_/), name: expect.any(String) },
      address: '127.0.0.0/24',
      result: 'ok',
      details: { by: 'key' },
    });
    expect(written[1]?.actor.id).toBe(written[0]?.actor.id);
  });

  it('is written down of keys, settings, definitions and targets, with before and after', async () => {
    let keyId = '';
    let newKeyId = '';
    const keys = await during(async () => {
      keyId = (await gateway.post('/v1/api-keys', { name: 'Box office', role: 'editor' })).json.keyId;
      newKeyId = (await gateway.post(`/v1/api-keys/${keyId}/rotate`, {})).json.keyId;
      await gateway.ask('DELETE', `/v1/api-keys/${newKeyId}/sessions`);
      await gateway.ask('DELETE', `/v1/api-keys/${newKeyId}`);
    });
    expect(kindsOf(keys)).toEqual(['key-made', 'key-rotated', 'sessions-ended', 'key-revoked']);
    expect(keys.map(({ subject }) => subject?.id)).toEqual([keyId, keyId, newKeyId, newKeyId]);
    expect(keys[1]?.details).toEqual({ role: 'editor', newKeyId, endsInHours: 24 });

    const { institutionId: _id, ...settings } = (await gateway.get('/v1/institution')).json;
    const [changed] = await during(() => gateway.ask('PUT', '/v1/institution', { body: { ...settings, name: 'New' } }));
    expect(changed).toMatchObject({
      kind: 'institution-changed',
      details: { before: { name: settings.name }, after: { name: 'New' } },
    });

    const definitions = await during(async () => {
      await gateway.post('/v1/criteria', { code: 'CITY', name: 'City', kind: 'TEXT' });
      await gateway.ask('PUT', '/v1/criteria/CITY', { body: { name: 'Town' } });
      await gateway.post('/v1/authorisations', { code: 'POST', name: 'Letters' });
    });
    expect(kindsOf(definitions)).toEqual(['definition-saved', 'definition-saved', 'definition-saved']);
    expect(definitions[0]?.details).toEqual({ after: { name: 'City', kind: 'TEXT' } });
    expect(definitions[1]).toMatchObject({
      subject: { type: 'criterion', id: 'CITY' },
      details: { before: { name: 'City', kind: 'TEXT' }, after: { name: 'Town' } },
    });

    const targets = await during(async () => {
      const targetId = await aTarget();
      const code = `T${randomBytes(4).toString('hex')}`;
      const rule = { ...inFrance, value: 'BE' };
      await gateway.ask('PUT', `/v1/targets/${targetId}`, { body: { code, name: 'Belgians', rule } });
      await gateway.ask('DELETE', `/v1/targets/${targetId}`);
    });
    expect(kindsOf(targets)).toEqual(['target-saved', 'target-saved', 'target-deleted']);
    expect(targets[1]?.details).toMatchObject({ before: { rule: inFrance }, after: { rule: { value: 'BE' } } });
  });

  it('is written down of templates, imports and what is fetched of them', async () => {
    const templates = await during(async () => {
      const templateId = await readyTemplate();
      expect((await gateway.get(`/v1/templates/${templateId}/file`, { as: 'editor' })).status).toBe(200);
      await gateway.get('/v1/templates/tpl_unknown/file', { as: 'editor' });
    });
    expect(kindsOf(templates)).toEqual(['target-saved', 'template-requested', 'file-downloaded']);

    let importId = '';
    const imports = await during(async () => {
      importId = await upload();
      await ended(importId);
      // Said again, as messages are.
      await ended(importId);
      await gateway.store.put('reports', `${importId}/changes.csv`, Buffer.from('a;b\r\n'));
      await gateway.store.put('reports', `${importId}/rejected-lines.csv`, Buffer.from('a;b\r\n'));
      expect((await gateway.get(`/v1/imports/${importId}/changes`, { headers: { accept: 'text/csv' } })).status).toBe(
        200,
      );
      expect((await gateway.get(`/v1/imports/${importId}/rejected-lines`)).status).toBe(200);
      const update = await gateway.post(`/v1/imports/${importId}/update`, {}, { as: 'operator' });
      const stop = `/v1/imports/${update.json.importId}/cancel`;
      await gateway.post(stop, undefined, { as: 'operator' });
      await gateway.post(stop, undefined, { as: 'operator' });
    });
    expect(kindsOf(imports)).toEqual([
      'import-requested',
      'import-ended',
      'file-downloaded',
      'file-downloaded',
      'import-started-from-check',
      'import-cancelled',
    ]);
    expect(imports[0]).toMatchObject({
      subject: { type: 'import', id: importId, name: 'teachers.csv' },
      details: {
        action: 'check',
        dataType: 'criteria',
        onConflict: 'reject',
        overwriteRefusals: false,
        sizeBytes: csv.length,
      },
    });
    expect(imports[1]).toMatchObject({
      actor: imports[0]?.actor.id ? { id: imports[0].actor.id } : {},
      details: { state: 'CHECKED', counts },
    });
    expect(imports[2]?.details).toEqual({ file: 'changes' });
    expect(imports[3]?.details).toEqual({ file: 'rejected-lines' });

    const refused = await during(async () => {
      const wrong = await upload('update');
      await gateway.service.receives(validationRejected, {
        importId: wrong,
        institution: gateway.institution.id,
        code: 'HEADER_UNKNOWN_FIELD',
        rejectedAt: new Date().toISOString(),
      });
    });
    expect(kindsOf(refused)).toEqual(['import-requested', 'import-ended refused']);
  });

  it('is written down once, however often it is asked for under one key', async () => {
    const targetId = await aTarget();
    const headers = idempotent();
    const written = await during(async () => {
      const ask = () => gateway.post('/v1/templates', { dataType: 'criteria', targetId }, { headers });
      const [first, second] = [await ask(), await ask()];
      expect(second.json.templateId).toBe(first.json.templateId);
      // As after a crash between the record and the effect.
      await gateway.database.idempotencyKeys.updateMany(
        { _id: { $regex: `${headers['idempotency-key']}$` } },
        { $unset: { status: '' }, $set: { lockedUntil: new Date(0) } },
      );
      expect((await ask()).json.templateId).toBe(first.json.templateId);
    });
    expect(kindsOf(written)).toEqual(['template-requested']);
  });

  it('is followed by what came of it, if it did not come about', async () => {
    const [asked, failed] = await during(() =>
      gateway.post('/v1/targets', { code: 'TAKEN', name: 'Taken', rule: inFrance }),
    );
    expect(kindsOf([asked!, failed!])).toEqual(['target-saved', 'target-saved failed']);
    expect(failed?.details).toEqual({ problem: 'TARGET_CODE_TAKEN', uncertain: false });
  });

  it('does not happen when it cannot be written down', async () => {
    const templateId = await readyTemplate();
    const targetId = await aTarget();
    const path = `/v1/templates/${templateId}/file`;
    const written = await during(() =>
      withoutRecord(async () => {
        const answer = await gateway.get(path, { as: 'editor', headers: { 'accept-language': 'de' } });
        expect(answer.status).toBe(503);
        expect(answer.json).toMatchObject({
          code: 'ACTIVITY_NOT_WRITTEN',
          detail: expect.stringMatching(/festgehalten/),
        });
        expect(answer.text).not.toContain('PK');
        expect((await gateway.ask('DELETE', `/v1/targets/${targetId}`)).status).toBe(503);
        expect((await gateway.post('/v1/api-keys', { name: 'x', role: 'viewer' })).status).toBe(503);
        expect((await gateway.upload({ dataType: 'criteria', action: 'check' }, csv)).status).toBe(503);
        const signIn = await gateway.post('/v1/session', { key: gateway.institution.keys.viewer }, { as: 'nobody' });
        expect([signIn.status, signIn.headers.get('set-cookie')]).toEqual([503, null]);
      }),
    );
    expect(written).toEqual([]);
    expect((await gateway.get(`/v1/targets/${targetId}`)).status).toBe(200);
    expect((await gateway.get(path, { as: 'editor' })).status).toBe(200);
  });

  it('ends for nobody before its end is written down: the message comes again', async () => {
    const importId = await upload();
    let delivery: Promise<void> | undefined;
    await withoutRecord(async () => {
      delivery = ended(importId);
      await new Promise((later) => setTimeout(later, 500));
      expect((await gateway.get(`/v1/imports/${importId}`)).json.state).toBe('QUEUED');
    });
    await delivery;
    expect((await gateway.get(`/v1/imports/${importId}`)).json.state).toBe('CHECKED');
    const ends = (await all()).filter(({ kind, subject }) => kind === 'import-ended' && subject?.id === importId);
    expect(ends).toHaveLength(1);
  });

  it('is one entry each, in one order, when many download at once from two gateways', async () => {
    const other = new Activities(gateway.database);
    const who = { institution: gateway.institution.id, type: 'key' as const, id: 'key_2', name: 'Twin' };
    const templateId = await readyTemplate();
    const written = await during(async () => {
      const downloads = Array.from({ length: 50 }, () =>
        gateway.get(`/v1/templates/${templateId}/file`, { as: 'editor' }),
      );
      const twins = Array.from({ length: 50 }, (_, at) =>
        other.record(who, { kind: 'file-downloaded', details: { file: 'template', at } }),
      );
      const answers = await Promise.all(downloads);
      await Promise.all(twins);
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    });
    const downloads = written.filter(({ kind }) => kind === 'file-downloaded');
    expect(downloads).toHaveLength(100);
    const twins = downloads.filter(({ actor }) => actor.id === 'key_2').map(({ details }) => details?.['at']);
    expect(twins).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(await faults()).toEqual([]);
  });

  it('is read by administrators, newest first, in their language, narrowed as they like', async () => {
    expect((await gateway.get('/v1/activities', { as: 'operator' })).status).toBe(403);
    const whole: Json[] = [];
    for (let cursor = ''; ;) {
      const page = await gateway.get(`/v1/activities?limit=20${cursor}`);
      whole.push(...page.json.items);
      if (page.json.nextCursor === null) break;
      cursor = `&cursor=${page.json.nextCursor}`;
    }
    const stored = await all();
    expect(whole.map(({ hash }) => hash)).toEqual(stored.map(({ hash }) => hash).toReversed());
    expect(new Set(whole.map(({ text }) => text)).size).toBeGreaterThan(20);
    expect(whole.filter(({ text }) => /undefined|\{|NaN/.test(text))).toEqual([]);

    const query = async (text: string, headers = {}): Promise<Json[]> =>
      (await gateway.get(`/v1/activities?limit=200&${text}`, { headers })).json.items;
    const downloads = await query('kind=file-downloaded', { 'accept-language': 'fr' });
    expect(new Set(downloads.map(({ kind }) => kind))).toEqual(new Set(['file-downloaded']));
    expect(downloads.at(-1)?.text).toMatch(/ a téléchargé le modèle de la cible T/);
    expect((await query('actor=key_2')).length).toBe(50);
    const { at } = stored[4]!;
    const since = await query(`from=${encodeURIComponent(at.toISOString())}`);
    const before = await query(`to=${encodeURIComponent(at.toISOString())}`);
    expect(since.every((one) => one.at >= at.toISOString())).toBe(true);
    expect(before.every((one) => one.at < at.toISOString())).toBe(true);
    expect(since.length + before.length).toBe(Math.min(200, since.length) + before.length);
    expect((await gateway.get('/v1/activities?kind=nothing')).status).toBe(400);
    const theirs = await gateway.get('/v1/activities', { of: gateway.other });
    expect(theirs.json.items).toEqual([]);
  });

  it('is a file, too, whose download is written down and in which nothing is a formula', async () => {
    await gateway.service.app
      .get(Activities)
      .record(
        { institution: gateway.institution.id, type: 'person', id: 'per_1', name: '=cmd()' },
        { kind: 'signed-in', details: { by: 'provider' } },
      );
    const [download] = await during(async () => {
      const file = await gateway.get('/v1/activities?kind=signed-in', { headers: { accept: 'text/csv' } });
      expect(file.headers.get('content-type')).toMatch(/^text\/csv/);
      const [header = '', first = ''] = file.text.split('\r\n');
      expect(header).toMatch(/seq.at.actorType.actorId.actor.kind.subject.address.result.text.details.hash$/);
      expect(first).toContain("'=cmd()");
      expect(first).not.toMatch(/[;,"]=cmd/);
    });
    expect(download).toMatchObject({ kind: 'file-downloaded', details: { file: 'activities', kind: 'signed-in' } });
  });

  it('keeps its hash when the name of a person is erased', async () => {
    const institution = gateway.institution.id;
    const record = gateway.service.app.get(Activities);
    await record.record(
      { institution, type: 'key', id: 'key_3', name: 'Office' },
      { kind: 'sessions-ended', subject: { type: 'person', id: 'per_1', name: '=cmd()' } },
    );
    await gateway.service.app.get(ActivitiesRepository).eraseName(institution, 'per_1');
    const left = (await all()).filter(({ actor, subject }) => [actor.id, subject?.id].includes('per_1'));
    expect(left).toHaveLength(2);
    expect(JSON.stringify(left)).not.toContain('cmd');
    expect(await faults()).toEqual([]);
    const [newest] = (await gateway.get('/v1/activities?kind=sessions-ended')).json.items;
    expect(newest).toMatchObject({ subject: { id: 'per_1', name: null }, text: expect.stringContaining('per_1') });
  });

  it('is looked at again and again, by what was added; how many institutions have a record that was changed is told', async () => {
    const told = async () => {
      await gateway.service.app.get(ActivitiesCheck, { strict: false }).sweep();
      return /^roundtrip_activities_broken (\d+)$/m.exec(await metrics.registry.metrics())?.[1];
    };
    await aTarget();
    expect(await told()).toBe('0');
    expect(await told()).toBe('0');
    await aTarget();
    const last = (await all()).at(-1)!;
    await gateway.database.activities.updateOne({ _id: last._id }, { $set: { 'actor.id': 'somebody_else' } });
    expect(await told()).toBe('1');
    expect(await told()).toBe('1');
    await gateway.database.activities.updateOne({ _id: last._id }, { $set: { 'actor.id': last.actor.id } });
    expect(await told()).toBe('0');
  });

  it('goes when its time is over, from the beginning on, and what is left is still whole', async () => {
    const institution = gateway.institution.id;
    const sweep = gateway.service.app.get(ActivitiesSweep);
    const before = await all();
    await sweep.sweep(new Date(Date.now() + 1_094 * 24 * 3_600_000));
    expect(await all()).toHaveLength(before.length);
    const middle = before[Math.floor(before.length / 2)]!;
    await sweep.sweep(new Date(middle.at.getTime() + 1_095 * 24 * 3_600_000));
    const left = await all();
    expect(left.length).toBeLessThan(before.length);
    expect(left[0]!.at.getTime()).toBeGreaterThanOrEqual(middle.at.getTime());
    expect(await faults()).toEqual([]);
    await sweep.sweep(new Date(Date.now() + 1_100 * 24 * 3_600_000));
    expect(await all()).toEqual([]);
    const [next] = await during(() => aTarget());
    expect(next?.seq).toBe(before.at(-1)!.seq + 1);
    expect(await faults(institution)).toEqual([]);
  });
});
