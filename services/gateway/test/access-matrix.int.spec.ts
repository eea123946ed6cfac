import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, roles } from '@roundtrip/contracts';
import { makeSignInLink } from '@roundtrip/database';
import { signToken } from '../src/auth/session-cookie.js';
import type { GatewayFixture } from './gateway-fixture.js';
import { groupOf, type ProviderFixture } from './provider-fixture.js';
import { exampleBody, fillPath, type Operation, startWalk, type Walk } from './openapi-walk.js';

/** Every route, by everything that somebody could show: what it answers follows from its role in the OpenAPI document alone. */

type Shown = Record<string, string>;

/** Who may do something is told by this what is wrong with it: nothing is done. */
const nothingGood = { nonsense: true };

const rank = (role: string): number => roles.indexOf(role as Role);

describe('every route', () => {
  let gateway: GatewayFixture;
  let fixture: ProviderFixture;
  let operations: Operation[];
  let ours: Walk['ours'];

  beforeAll(async () => {
    ({ gateway, fixture, operations, ours } = await startWalk());
  }, 90_000);
  afterAll(() => fixture.close());

  /** The status and the code, without the rest of an answer that may never end. */
  const ask = async (
    { method, path, operation }: Operation,
    shown: Shown,
    values: Record<string, string> = {},
    example = exampleBody(operation),
  ) => {
    const body = method === 'GET' ? undefined : example;
    const end = new AbortController();
    const response = await fetch(gateway.url + fillPath(path, values), {
      method,
      headers: { ...shown, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: end.signal,
    });
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const { code } = isProblem ? ((await response.json()) as { code: string }) : { code: undefined };
    end.abort();
    return { status: response.status, code, challenge: response.headers.get('www-authenticate') };
  };
  const bearer = (key: string): Shown => ({ authorization: `Bearer ${key}` });
  const newKey = async (role: Role): Promise<{ keyId: string; key: string }> =>
    (await gateway.post('/v1/api-keys', { name: `A ${role}`, role })).json;
  const sessionOf = async (key: string): Promise<Shown> => {
    const { headers } = await gateway.post('/v1/session', { key }, { as: 'nobody' });
    return { cookie: (headers.get('set-cookie') ?? '').split(';')[0] as string };
  };
  let people = 0;
  /** Somebody whom nobody has seen before. */
  const newPerson = (role: Role, institution = gateway.institution.id): string =>
    fixture.person(`person-${String(++people)}`, [groupOf(role)], [institution]);
  const signInOf = async (sub: string): Promise<Shown> => ({ cookie: (await fixture.signIn(sub)).cookie });
  const tokenOf = async (sub: string): Promise<Shown> => bearer(await fixture.provider.token({ sub }));
  /** What each kind of credential shows of a role. */
  const kinds = {
    key: async (role: Role) => bearer((await newKey(role)).key),
    'session of a key': async (role: Role) => sessionOf((await newKey(role)).key),
    'session of a person': (role: Role) => signInOf(newPerson(role)),
    'bearer token': (role: Role) => tokenOf(newPerson(role)),
  } as const;
  const { apiKeys, sessions } = { apiKeys: () => gateway.database.apiKeys, sessions: () => gateway.database.sessions };
  const past = new Date(Date.now() - 1);
  const expire = (keyId: string) => apiKeys().updateOne({ _id: keyId }, { $set: { expiresAt: past } });
  const revoke = (keyId: string) => gateway.ask('DELETE', `/v1/api-keys/${keyId}`);

  const worthless: [string, () => Promise<Shown>][] = [
    ['nothing', () => Promise.resolve({})],
    ['a key that is none', () => Promise.resolve(bearer('rt_wrong'))],
    ['another kind of credential', () => Promise.resolve({ authorization: 'Basic eDp5' })],
    [
      'the code of a sign-in link as a key',
      async () => {
        const { keyId } = await newKey('admin');
        const key = { institution: gateway.institution.id, _id: keyId };
        return bearer((await makeSignInLink(gateway.database, '', key, new Date())).split('=')[1]!);
      },
    ],
    [
      'a key that has ended',
      async () => {
        const { keyId, key } = await newKey('admin');
        await expire(keyId);
        return bearer(key);
      },
    ],
    [
      'a key that was revoked',
      async () => {
        const { keyId, key } = await newKey('admin');
        await revoke(keyId);
        return bearer(key);
      },
    ],
    [
      'a key that is being revoked',
      async () => {
        const { keyId, key } = await newKey('admin');
        await apiKeys().updateOne({ _id: keyId }, { $set: { revokedAt: past } });
        return bearer(key);
      },
    ],
    [
      'a session that was signed out',
      async () => {
        const session = await sessionOf((await newKey('admin')).key);
        await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers: session });
        return session;
      },
    ],
    [
      'a session whose time is over',
      async () => {
        const { keyId, key } = await newKey('admin');
        const session = await sessionOf(key);
        await sessions().updateMany({ keyId }, { $set: { expiresAt: past } });
        return session;
      },
    ],
    [
      'a session that was ended with all of its key',
      async () => {
        const { keyId, key } = await newKey('admin');
        const session = await sessionOf(key);
        await gateway.ask('DELETE', `/v1/api-keys/${keyId}/sessions`);
        return session;
      },
    ],
    [
      'a session of a key that has ended',
      async () => {
        const { keyId, key } = await newKey('admin');
        const session = await sessionOf(key);
        await expire(keyId);
        return session;
      },
    ],
    [
      'a session of a key that was revoked',
      async () => {
        const { keyId, key } = await newKey('admin');
        const session = await sessionOf(key);
        await revoke(keyId);
        return session;
      },
    ],
    [
      'a session that another secret has signed',
      async () => {
        const { cookie = '' } = await sessionOf((await newKey('admin')).key);
        const token = cookie.split('=')[1]!.split('.')[0]!;
        return { cookie: `roundtrip_session=${signToken(token, ['a secret that is not the one of the gateway'])}` };
      },
    ],
    [
      'a session of a person whose groups have no role any more',
      async () => {
        const sub = newPerson('admin');
        const shown = await signInOf(sub);
        fixture.provider.setGroups(sub, []);
        await fixture.age();
        return shown;
      },
    ],
    [
      'a session of a person that an administrator has ended, and a token from before',
      async () => {
        const sub = newPerson('admin');
        const [shown, token] = [await signInOf(sub), await tokenOf(sub)];
        const { id } = (await gateway.get('/v1/me', { as: 'nobody', headers: token })).json;
        await gateway.ask('DELETE', `/v1/people/${id as string}/sessions`);
        return { ...shown, ...token };
      },
    ],
    [
      'a token that is over',
      async () => bearer(await fixture.provider.token({ sub: newPerson('admin'), expiresIn: -300 })),
    ],
    [
      'a token without a signature',
      async () => bearer(await fixture.provider.token({ sub: newPerson('admin'), header: { alg: 'none' } })),
    ],
    [
      'a good session below a key that is none',
      async () => ({
        ...(await sessionOf((await newKey('admin')).key)),
        ...bearer('rt_wrong'),
      }),
    ],
  ];

  it.each(worthless)('answers 401 with a challenge to %s, and does nothing', async (_, make) => {
    const shown = await make();
    const keys = await apiKeys().countDocuments({});
    const jobs = await gateway.database.jobs.countDocuments({});
    const guarded = operations.filter(({ role }) => role !== 'none');
    expect(guarded.length).toBeGreaterThan(40);
    for (const operation of guarded) {
      const answer = await ask(operation, shown, ours);
      expect([operation.method, operation.path, answer]).toEqual([
        operation.method,
        operation.path,
        { status: 401, code: 'UNAUTHORISED', challenge: expect.stringMatching(/^Bearer realm=/) },
      ]);
    }
    expect(await apiKeys().countDocuments({})).toBe(keys);
    expect(await gateway.database.jobs.countDocuments({})).toBe(jobs);
  });

  const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];
  describe.each(kindNames.flatMap((kind) => roles.map((role) => [kind, role] as const)))(
    'with the %s of a %s',
    (kind, role) => {
      it('answers 403 where more is needed, and nothing of the kind where it is enough', async () => {
        const shown = await kinds[kind](role);
        for (const operation of operations.filter((one) => one.role !== 'none')) {
          const { status, code } = await ask(operation, shown, {}, nothingGood);
          const isEnough = operation.role === 'any' || rank(role) >= rank(operation.role);
          const told = [operation.method, operation.path];
          if (!isEnough) expect([...told, status, code]).toEqual([...told, 403, 'FORBIDDEN']);
          // What depends on the request may still be refused: whose key it is about.
          else if (operation.operation['x-role-note'] === undefined)
            expect([...told, [401, 403].includes(status), status < 500]).toEqual([...told, false, true]);
        }
      });
    },
  );

  it('shows and changes nothing of an institution to the administrator of another, by whatever credential', async () => {
    const { admin } = gateway.other.keys;
    const { database, institution } = gateway;
    await database.criteria.deleteMany({ institution: gateway.other.id, code: ours['code']! });
    await database.contacts.deleteMany({ institution: gateway.other.id, contactNumber: ours['contactNumber']! });
    const facts = async () => ({
      keys: await apiKeys()
        .find({ institution: institution.id }, { projection: { lastUsedAt: 0 } })
        .sort({ _id: 1 })
        .toArray(),
      targets: await database.targets.find({ institution: institution.id }).sort({ _id: 1 }).toArray(),
      jobs: await database.jobs.find({ institution: institution.id }).sort({ _id: 1 }).toArray(),
    });
    const before = await facts();
    const withIds = operations.filter(({ path }) => path.includes('{'));
    expect(withIds.length).toBeGreaterThan(18);
    const foreign = newPerson('admin', gateway.other.id);
    for (const shown of [bearer(admin), await sessionOf(admin), await signInOf(foreign), await tokenOf(foreign)]) {
      for (const operation of withIds) {
        const { status, code } = await ask(operation, shown, ours);
        expect([operation.method, operation.path, status, code]).toEqual([
          operation.method,
          operation.path,
          404,
          'NOT_FOUND',
        ]);
      }
    }
    expect(await facts()).toEqual(before);
  });

  it('that changes something takes a session from our own pages only', async () => {
    const both = [await sessionOf((await newKey('admin')).key), await signInOf(newPerson('admin'))];
    const changing = operations.filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(18);
    for (const operation of changing) {
      for (const session of both) {
        for (const origin of ['https://evil.example', gateway.url, 'null']) {
          const { status, code } = await ask(operation, { ...session, origin }, {});
          expect([operation.path, origin, status, code]).toEqual([operation.path, origin, 403, 'FORBIDDEN_ORIGIN']);
        }
      }
    }
  });
});
