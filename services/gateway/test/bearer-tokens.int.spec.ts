import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TokenRequest } from '@roundtrip/provider';
import type { Answered } from './gateway-fixture.js';
import { groupOf, ProviderFixture } from './provider-fixture.js';

/** Bearer tokens of the provider: made by it, made by others, made for others, and made up. */

let fixture: ProviderFixture;
beforeAll(async () => {
  fixture = await ProviderFixture.start();
  fixture.person('ada', [groupOf('editor')]);
}, 90_000);
afterAll(() => fixture?.close());

const show = (token: string, headers: Record<string, string> = {}): Promise<Answered> =>
  fixture.gateway.get('/v1/me', { as: 'nobody', headers: { authorization: `Bearer ${token}`, ...headers } });
const token = (request: Partial<TokenRequest> = {}): Promise<string> =>
  fixture.provider.token({ sub: 'ada', ...request });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a bearer token', () => {
  it('stands for the person who signs in by the same provider, with the role of the groups', async () => {
    const signedIn = await fixture.signIn('ada');
    const { json: me } = await signedIn.ask('GET', '/v1/me');
    const shown = await show(await token());
    expect(shown).toMatchObject({ status: 200, json: { type: 'person', id: me.id, role: 'editor', keyId: null } });
    const made = await fixture.gateway.post(
      '/v1/api-keys',
      { name: 'No', role: 'viewer' },
      { as: 'nobody', headers: { authorization: `Bearer ${await token()}` } },
    );
    expect(made.status).toBe(403);
  });

  it('keeps a chosen language with its person, once that one has signed in', async () => {
    const sub = fixture.person('bea', [groupOf('viewer')]);
    const choose = async (language: string | null) =>
      fixture.gateway.ask('PUT', '/v1/me/language', {
        as: 'nobody',
        headers: { authorization: `Bearer ${await token({ sub })}` },
        body: { language },
      });
    expect((await choose('fr')).json).toMatchObject({ status: 409, code: 'PERSON_UNKNOWN' });
    expect((await choose(null)).status).toBe(200);
    await fixture.signIn(sub);
    expect((await choose('fr')).status).toBe(200);
    const shown = await show(await token({ sub }));
    expect([shown.json.language, shown.headers.get('content-language')]).toEqual(['fr', 'fr']);
    expect((await (await fixture.signIn(sub)).ask('GET', '/v1/me')).json.language).toBe('fr');
  });

  const good: [string, Partial<TokenRequest>][] = [
    ['over since half a minute', { expiresIn: -30 }],
    ['good from in half a minute on', { notBefore: 30 }],
    ['for us as the only one of a list', { audience: ['http://127.0.0.1:8080'] }],
    [
      'for others, too, that was made for our client',
      { audience: ['http://127.0.0.1:8080', 'another'], claims: { azp: 'roundtrip' } },
    ],
    ['with a group as a text', { claims: { groups: groupOf('editor') } }],
    [
      'with 200 groups',
      { claims: { groups: [...Array.from({ length: 199 }, (_, n) => `group-${n}`), groupOf('editor')] } },
    ],
    ['of type JWT', { header: { typ: 'JWT' } }],
  ];
  it.each(good)('%s is good', async (_, request) => {
    expect(await show(await token(request))).toMatchObject({ status: 200, json: { role: 'editor' } });
  });

  const worthless: [string, Partial<TokenRequest> | (() => Partial<TokenRequest>)][] = [
    ['without a signature', { header: { alg: 'none' } }],
    [
      'signed with the public key as a shared secret',
      () => ({
        header: { alg: 'HS256' },
        key: Buffer.from(fixture.provider.publicKey.export({ type: 'spki', format: 'pem' })),
      }),
    ],
    ['signed with another key', { key: foreign.privateKey }],
    [
      'that brings its own key',
      { key: foreign.privateKey, header: { jwk: foreign.publicKey.export({ format: 'jwk' }) } },
    ],
    ['that says where its key is', { header: { jku: 'https://evil.example/keys' } }],
    ['that says where its certificate is', { header: { x5u: 'https://evil.example/certificate' } }],
    ['that brings its certificate', { header: { x5c: ['MIIB'] } }],
    ['of a key that is not known', { header: { kid: 'another' } }],
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['for somebody else', { audience: 'https://another.example' }],
    ['for nobody', { audience: [] }],
    ['for others, too', { audience: ['http://127.0.0.1:8080', 'another'] }],
    ['over since two minutes', { expiresIn: -120 }],
    ['without an end', { claims: { exp: undefined } }],
    ['whose end is a text', { claims: { exp: 'never' } }],
    ['good from in two minutes on', { notBefore: 120 }],
    ['without a time', { claims: { iat: undefined } }],
    ['of nobody', { claims: { sub: undefined } }],
    ['of somebody who is a number', { claims: { sub: 7 } }],
    ['that says who somebody is, not that they ask', { claims: { nonce: 'n' } }],
  ];
  it.each(worthless)('%s is worth nothing', async (_, request) => {
    const answer = await show(await token(typeof request === 'function' ? request() : request));
    expect(answer).toMatchObject({ status: 401, json: { code: 'UNAUTHORISED' } });
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    // Nothing of it is said again.
    expect(answer.text).not.toMatch(/evil|another|ada/);
  });

  it.each([
    ['of another form', (made: string) => made.split('.').slice(0, 2).join('.')],
    ['with a part too many', (made: string) => `${made}.x`],
    ['with another body', (made: string) => made.replace(/\.[^.]+\./, `.${encoded({ sub: 'ada' })}.`)],
    ['that is three dots', () => '..'],
    ['of three parts that are nothing', () => 'a.b.c'],
    [
      'of another kind of signature',
      (made: string) => {
        const head = `${encoded({ alg: 'HS512', kid: fixture.provider.keyId })}.${made.split('.')[1] ?? ''}`;
        return `${head}.${createHmac('sha512', 'x').update(head).digest('base64url')}`;
      },
    ],
    ['that is very long', (made: string) => `${made}${'x'.repeat(12_000)}`],
  ])('%s is worth nothing', async (_, change) => {
    expect((await show(change(await token()))).status).toBe(401);
  });

  const homeless: [string, unknown][] = [
    ['that does not exist', 'nowhere'],
    ['that is a number', 7],
    ['that is an object', { $ne: null }],
    ['that is missing', undefined],
  ];
  it.each(homeless)('of an institution %s opens nothing', async (_, institution) => {
    expect(await show(await token({ claims: { institution } }))).toMatchObject({
      status: 403,
      json: { code: 'FORBIDDEN' },
    });
  });

  it.each([['none'], [{ $gt: '' }], [[{}]], [[['crew-admin']]], ['crew-admin,crew-editor']])(
    'with groups that are %j has no role',
    async (groups) => {
      expect((await show(await token({ claims: { groups } }))).status).toBe(403);
    },
  );

  it('of several institutions says which one is meant, and gets in nowhere else', async () => {
    const { institution: ours, other: theirs } = fixture.gateway;
    const claims = { institution: [ours.id, theirs.id] };
    expect((await show(await token({ claims }))).json).toMatchObject({ code: 'INSTITUTION_NEEDED' });
    for (const { id } of [ours, theirs]) {
      const { json } = await show(await token({ claims }), { 'roundtrip-institution': id });
      expect(json.institution.institutionId).toBe(id);
    }
    expect((await show(await token({ claims }), { 'roundtrip-institution': 'nowhere' })).status).toBe(403);
    expect((await show(await token(), { 'roundtrip-institution': theirs.id })).status).toBe(403);
  });
});

describe('the keys of the provider', () => {
  beforeEach(() => fixture.provider.resetRequests());

  it('are asked for once, however many tokens come of keys that nobody knows', async () => {
    expect((await show(await token())).status).toBe(200);
    fixture.provider.resetRequests();
    const unknown = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => show(await token({ header: { kid: `unknown-${n}` } }))),
    );
    expect(new Set(unknown.map(({ status }) => status))).toEqual(new Set([401]));
    expect(fixture.provider.requests.jwks).toBeLessThanOrEqual(1);
  });

  it('that were seen are used on while it is away', async () => {
    const made = await token();
    await fixture.provider.stop();
    expect((await show(made)).status).toBe(200);
    expect((await show(await token({ header: { kid: 'unknown' } }))).status).toBe(401);
    await fixture.provider.start();
  });
});

describe('a provider of another kind', () => {
  it('with other names of claims, ES256 and new keys is understood as well', async () => {
    const env = { OIDC_INSTITUTION_CLAIM: 'urn:house', OIDC_ROLES_CLAIM: 'roles' };
    const another = await ProviderFixture.start({
      alg: 'ES256',
      claims: { institution: 'urn:house', roles: 'roles' },
      env,
    });
    try {
      const sub = another.person('bea', [groupOf('operator')]);
      const bea = await another.signIn(sub, '?returnTo=/contacts');
      expect(bea.landed.pathname).toBe('/contacts');
      expect((await bea.ask('GET', '/v1/me')).json.role).toBe('operator');
      const shown = async () => {
        const headers = { authorization: `Bearer ${await another.provider.token({ sub })}` };
        return (await another.gateway.get('/v1/me', { as: 'nobody', headers })).status;
      };
      await another.provider.rotateKeys({ forgetFormer: true });
      expect(await shown()).toBe(200);
    } finally {
      await another.close();
    }
  });

  it('whose keys were never seen: the interface says that it cannot know, and when to try again', async () => {
    const another = await ProviderFixture.start();
    try {
      const made = await another.provider.token({ sub: another.person('cleo', [groupOf('viewer')]) });
      const headers = { authorization: `Bearer ${made}` };
      await another.provider.stop();
      const answer = await another.gateway.get('/v1/me', { as: 'nobody', headers });
      expect(answer).toMatchObject({ status: 503, json: { code: 'PROVIDER_UNAVAILABLE' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      // Keys are another matter.
      expect((await another.gateway.get('/v1/me')).status).toBe(200);
      await another.provider.start();
      expect((await another.gateway.get('/v1/me', { as: 'nobody', headers })).status).toBe(200);
    } finally {
      await another.close();
    }
  });
});
