import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@roundtrip/contracts';
import { type ApiKeyDocument, hashOfKey } from '@roundtrip/database';
import { createInstitution, type CreatedInstitution } from '@roundtrip/demo';
import { randomBytes } from 'node:crypto';
import { ApiKeysRepository } from '../src/api-keys/api-keys.repository.js';
import { ApiKeysService } from '../src/api-keys/api-keys.service.js';
import { type Answered, GatewayFixture } from './gateway-fixture.js';

const DAY_MS = 24 * 3600_000;

/** A key as the answer that made it shows it. */
interface Made {
  keyId: string;
  key: string;
}

describe('API keys', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterAll(() => gateway.close());

  const withKey = (key: string, method: string, path: string, body?: unknown): Promise<Answered> =>
    gateway.ask(method, path, { as: 'nobody', headers: { authorization: `Bearer ${key}` }, body });
  const make = async (by: string, role: Role = 'admin', more: object = {}): Promise<Made> => {
    const { status, json } = await withKey(by, 'POST', '/v1/api-keys', { name: `A ${role}`, role, ...more });
    expect(status).toBe(201);
    return json as Made;
  };
  const works = async (key: string): Promise<boolean> => (await withKey(key, 'GET', '/v1/me')).status === 200;
  const stored = (keyId: string): Promise<ApiKeyDocument | null> => gateway.database.apiKeys.findOne({ _id: keyId });
  const set = (keyId: string, some: Partial<ApiKeyDocument>) =>
    gateway.database.apiKeys.updateOne({ _id: keyId }, { $set: some });
  const shown = async (keyId: string) => {
    const { json } = await gateway.get('/v1/api-keys?limit=200');
    return (json.items as { keyId: string; lastUsedAt: string | null }[]).find((one) => one.keyId === keyId);
  };
  /** One with the four keys of its seed, the administrator's alone among them may make others. */
  const newInstitution = (): Promise<CreatedInstitution> =>
    createInstitution(gateway.database, { id: `keys-${randomBytes(5).toString('hex')}`, contacts: 0 });
  const admin = (): string => gateway.institution.keys.admin;

  describe('end', () => {
    it('after a year, or when it was said', async () => {
      const year = await make(admin(), 'viewer');
      const week = await make(admin(), 'viewer', { expiresInDays: 7 });
      const lifetime = async ({ keyId }: Made) => {
        const { createdAt, expiresAt } = (await stored(keyId))!;
        return (expiresAt!.getTime() - createdAt.getTime()) / DAY_MS;
      };
      expect([await lifetime(year), await lifetime(week)]).toEqual([365, 7]);
      for (const expiresInDays of [0, 1.5, 1_096]) {
        const body = { name: 'X', role: 'viewer', expiresInDays };
        expect((await gateway.post('/v1/api-keys', body)).json).toMatchObject({ status: 422 });
      }
    });

    it('with their sessions and their links, and say when that was', async () => {
      const { keyId, key } = await make(admin(), 'editor');
      const session = await gateway.post('/v1/session', { key }, { as: 'nobody' });
      const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] as string;
      await set(keyId, { expiresAt: new Date('2026-02-01T10:00:00Z') });
      const answer = await withKey(key, 'GET', '/v1/me');
      expect(answer.json).toMatchObject({ status: 401, code: 'UNAUTHORISED' });
      expect(answer.json.detail).toContain('ended on 2026-02-01');
      expect((await gateway.post('/v1/session', { key }, { as: 'nobody' })).status).toBe(401);
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(401);
    });

    it('before the sessions that are made from them', async () => {
      const { keyId, key } = await make(admin(), 'editor');
      const expiresAt = new Date(Date.now() + 60_000);
      await set(keyId, { expiresAt });
      const { json } = await gateway.post('/v1/session', { key }, { as: 'nobody' });
      expect(json).toMatchObject({ keyExpiresAt: expiresAt.toISOString(), sessionExpiresAt: expiresAt.toISOString() });
    });

    it('never when they are older than ends are', async () => {
      const { keyId, key } = await make(admin(), 'viewer');
      const { _id, institution, name, role, hash, createdBy } = (await stored(keyId))!;
      const createdAt = new Date('2020-01-01T00:00:00Z');
      await gateway.database.apiKeys.replaceOne({ _id }, { institution, name, role, hash, createdAt, createdBy });
      expect((await withKey(key, 'GET', '/v1/me')).json).toMatchObject({ keyId, keyExpiresAt: null });
      const none = { expiresAt: null, createdByName: null, replaces: null, replacedBy: null };
      expect(await shown(keyId)).toMatchObject(none);
    });
  });

  it('are shown with who made them and when they were last used', async () => {
    const { keyId, key } = await make(admin(), 'viewer');
    expect(await shown(keyId)).toMatchObject({ createdByName: 'Seeded admin', lastUsedAt: null });
    await works(key);
    let seen = await shown(keyId);
    // Nobody waits for it to be noted.
    for (let tries = 0; tries < 200 && seen?.lastUsedAt === null; tries++) {
      await new Promise((go) => setTimeout(go, 20));
      seen = await shown(keyId);
    }
    expect(seen).toMatchObject({ lastUsedAt: expect.any(String) });
  });

  it('note that they were used once a minute, also when several gateways see it', async () => {
    const { keyId } = await make(admin(), 'viewer');
    const keys = gateway.service.app.get(ApiKeysRepository);
    const first = new Date('2026-03-01T10:00:00Z');
    const after = (ms: number) => new Date(first.getTime() + ms);
    const unused = (await stored(keyId))!;
    await keys.noteUse(unused, first);
    const used = (await stored(keyId))!;
    expect(used.lastUsedAt).toEqual(first);
    // One has just read that it was used, another still believes that it never was.
    for (const known of [used, unused]) {
      await keys.noteUse(known, after(59_999));
      expect((await stored(keyId))?.lastUsedAt).toEqual(first);
    }
    await keys.noteUse(used, after(60_000));
    expect((await stored(keyId))?.lastUsedAt).toEqual(after(60_000));
  });

  describe('are rotated', () => {
    it('by a second one like them, while the first goes on for a while', async () => {
      const old = await make(admin(), 'editor');
      const rotated = await gateway.post(`/v1/api-keys/${old.keyId}/rotate`, { endsInHours: 2 });
      expect(rotated).toMatchObject({ status: 201, json: { name: 'A editor', role: 'editor', replaces: old.keyId } });
      const { keyId, key } = rotated.json as Made;
      expect(rotated.headers.get('location')).toBe(`/v1/api-keys/${keyId}`);
      expect([await works(old.key), await works(key)]).toEqual([true, true]);
      const { replacedBy, expiresAt } = (await stored(old.keyId))!;
      expect(replacedBy).toBe(keyId);
      expect(Math.abs(expiresAt!.getTime() - Date.now() - 2 * 3600_000)).toBeLessThan(60_000);
      expect((await gateway.post(`/v1/api-keys/${old.keyId}/rotate`, {})).json).toMatchObject({
        status: 409,
        code: 'API_KEY_REPLACED',
      });
    });

    it('for a day if nothing is said, and never for longer than they had', async () => {
      const [plain, short] = [await make(admin(), 'viewer'), await make(admin(), 'viewer')];
      const soon = new Date(Date.now() + 60_000);
      await set(short.keyId, { expiresAt: soon });
      for (const { keyId } of [plain, short]) await gateway.ask('POST', `/v1/api-keys/${keyId}/rotate`);
      const day = (await stored(plain.keyId))!.expiresAt!.getTime() - Date.now();
      expect(Math.abs(day - DAY_MS)).toBeLessThan(60_000);
      expect((await stored(short.keyId))!.expiresAt).toEqual(soon);
    });

    it('once, of many who ask at once', async () => {
      const { keyId } = await make(admin(), 'viewer');
      const ask = () => gateway.post(`/v1/api-keys/${keyId}/rotate`, {});
      const answers = await Promise.all(Array.from({ length: 6 }, ask));
      const made = answers.filter(({ status }) => status === 201);
      expect(made).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
      const left = await gateway.database.apiKeys.find({ replaces: keyId }).toArray();
      expect(left.map(({ _id }) => _id)).toEqual([made[0]!.json.keyId]);
    });

    it('again once the one that was to take over is gone', async () => {
      const { keyId } = await make(admin(), 'viewer');
      const first = await gateway.post(`/v1/api-keys/${keyId}/rotate`, {});
      expect((await gateway.ask('DELETE', `/v1/api-keys/${first.json.keyId}`)).status).toBe(204);
      expect((await gateway.post(`/v1/api-keys/${keyId}/rotate`, {})).status).toBe(201);
    });

    it('with the same answer for the same Idempotency-Key', async () => {
      const { keyId } = await make(admin(), 'viewer');
      const headers = { 'idempotency-key': 'rotate-once' };
      const ask = () => gateway.post(`/v1/api-keys/${keyId}/rotate`, {}, { headers });
      const [first, second] = [await ask(), await ask()];
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.json).toEqual(first.json);
    });
  });

  describe('are revoked', () => {
    it('alone, or with all that they made, which are listed before', async () => {
      const thief = await make(admin());
      const child = await make(thief.key);
      const grandchild = await make(child.key, 'viewer');
      const bystander = await make(admin(), 'viewer');
      const taken = (await withKey(thief.key, 'POST', `/v1/api-keys/${bystander.keyId}/rotate`, {})).json as Made;
      const listed = await gateway.get(`/v1/api-keys/${thief.keyId}/made?limit=2`);
      const rest = await gateway.get(`/v1/api-keys/${thief.keyId}/made?limit=2&cursor=${listed.json.nextCursor}`);
      const ids = [...listed.json.items, ...rest.json.items].map(({ keyId }) => keyId as string);
      const all = [child, grandchild, taken].map(({ keyId }) => keyId);
      expect([ids, rest.json.nextCursor]).toEqual([all.toSorted(), null]);

      expect((await gateway.ask('DELETE', `/v1/api-keys/${child.keyId}`)).status).toBe(204);
      expect([await works(child.key), await works(grandchild.key)]).toEqual([false, true]);
      expect((await gateway.ask('DELETE', `/v1/api-keys/${thief.keyId}?withMade=true`)).status).toBe(204);
      expect([await works(thief.key), await works(taken.key), await works(bystander.key)]).toEqual([
        false,
        false,
        true,
      ]);
      // Its maker had gone before, alone.
      expect(await works(grandchild.key)).toBe(false);
      expect((await gateway.ask('DELETE', `/v1/api-keys/${thief.keyId}?withMade=true`)).status).toBe(404);
    });

    it('with all that they made, also what is made at that moment', async () => {
      const thief = await make(admin());
      const making = Array.from({ length: 20 }, () =>
        withKey(thief.key, 'POST', '/v1/api-keys', { name: 'Late', role: 'admin' }),
      );
      const revoked = gateway.ask('DELETE', `/v1/api-keys/${thief.keyId}?withMade=true`);
      const [answers, { status }] = [await Promise.all(making), await revoked];
      expect(status).toBe(204);
      for (const { status: made, json } of answers) {
        expect([201, 401]).toContain(made);
        if (made === 201) expect(await works(json.key)).toBe(false);
      }
      expect(await gateway.database.apiKeys.countDocuments({ createdBy: thief.keyId })).toBe(0);
    });

    it('and make nothing any more, also where they were looked up just before', async () => {
      const thief = await make(admin());
      await set(thief.keyId, { revokedAt: new Date() });
      const { id: institution } = gateway.institution;
      const who = {
        institution,
        type: 'key',
        id: thief.keyId,
        name: 'A admin',
        role: 'admin',
        language: 'en',
        via: 'bearer',
      } as const;
      const making = gateway.service.app
        .get(ApiKeysService)
        .make(who, 'key_late', { name: 'Late', role: 'admin' }, new Date());
      await expect(making).rejects.toMatchObject({ status: 401, code: 'UNAUTHORISED' });
      expect(await stored('key_late')).toBeNull();
    });

    it('never so that no administrator is left who goes on', async () => {
      const of = await newInstitution();
      const other = await make(of.keys.admin);
      const seeded = (await withKey(of.keys.admin, 'GET', '/v1/me')).json.keyId as string;
      // The other one is about to be replaced by one that is revoked: only the first would go on.
      const next = (await gateway.post(`/v1/api-keys/${other.keyId}/rotate`, {}, { of })).json as Made;
      const last = { status: 409, code: 'API_KEY_LAST_ADMIN' };
      expect((await withKey(other.key, 'DELETE', `/v1/api-keys/${seeded}`)).status).toBe(204);
      expect((await withKey(other.key, 'DELETE', `/v1/api-keys/${next.keyId}`)).json).toMatchObject(last);
      expect(await works(next.key)).toBe(true);
      expect((await withKey(next.key, 'DELETE', `/v1/api-keys/${next.keyId}`)).json).toMatchObject({
        code: 'API_KEY_IN_USE',
      });
    });

    it('one at least is left of two administrators who revoke each other', async () => {
      for (let round = 0; round < 5; round++) {
        const of = await newInstitution();
        const second = await make(of.keys.admin);
        const first = {
          key: of.keys.admin,
          keyId: (await withKey(of.keys.admin, 'GET', '/v1/me')).json.keyId as string,
        };
        await Promise.all([
          withKey(first.key, 'DELETE', `/v1/api-keys/${second.keyId}`),
          withKey(second.key, 'DELETE', `/v1/api-keys/${first.keyId}`),
        ]);
        expect([await works(first.key), await works(second.key)]).toContain(true);
      }
    });
  });

  it('have their sessions ended by themselves or an administrator, and go on', async () => {
    const { keyId, key } = await make(admin(), 'viewer');
    const signIn = async () => {
      const { headers } = await gateway.post('/v1/session', { key }, { as: 'nobody' });
      return (headers.get('set-cookie') ?? '').split(';')[0] as string;
    };
    const status = async (cookie: string) =>
      (await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status;
    for (const by of [admin(), key]) {
      const cookies = [await signIn(), await signIn()];
      expect((await withKey(by, 'DELETE', `/v1/api-keys/${keyId}/sessions`)).status).toBe(204);
      expect(await Promise.all(cookies.map(status))).toEqual([401, 401]);
      expect(await works(key)).toBe(true);
    }
    const { editor } = gateway.institution.keys;
    const refused = await withKey(editor, 'DELETE', `/v1/api-keys/${keyId}/sessions`);
    expect(refused.json).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  it('are stored as a hash alone', async () => {
    const { keyId, key } = await make(admin(), 'viewer');
    const document = await stored(keyId);
    expect(document).toMatchObject({ hash: hashOfKey(key) });
    expect(JSON.stringify(document)).not.toContain(key);
  });
});

describe('API keys, of which an institution may have so many', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    // It begins with four.
    gateway = await GatewayFixture.start({ API_KEYS_PER_INSTITUTION: '6' });
  }, 90_000);
  afterAll(() => gateway.close());

  const count = () => gateway.database.apiKeys.countDocuments({ institution: gateway.institution.id });
  const make = () => gateway.post('/v1/api-keys', { name: 'One more', role: 'viewer' });

  it('are refused above that, in words, and leave nothing behind; others are not concerned', async () => {
    const made = [await make(), await make()];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    const refused = await make();
    expect(refused.json).toMatchObject({
      status: 409,
      code: 'API_KEYS_TOO_MANY',
      detail:
        'Your institution has 6 API keys, as many as it may have. Please delete one that nobody uses any more first.',
    });
    expect(await count()).toBe(6);
    const theirs = await gateway.post('/v1/api-keys', { name: 'Theirs', role: 'viewer' }, { of: gateway.other });
    expect(theirs.status).toBe(201);

    const { keyId } = made[0]!.json;
    expect((await gateway.post(`/v1/api-keys/${keyId}/rotate`, { endsInHours: 0 })).status).toBe(201);
    expect((await gateway.ask('DELETE', `/v1/api-keys/${keyId}`)).status).toBe(204);
    expect((await gateway.ask('DELETE', `/v1/api-keys/${made[1]!.json.keyId}`)).status).toBe(204);
    expect((await make()).status).toBe(201);
  });

  it('are never more, however many are asked for at the same moment', async () => {
    await gateway.database.apiKeys.deleteMany({ institution: gateway.institution.id, name: 'One more' });
    await Promise.all(Array.from({ length: 8 }, make));
    expect(await count()).toBeLessThanOrEqual(6);
  });
});
