import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pages } from '@roundtrip/contracts/pages';
import { makeSignInLink } from '@roundtrip/database';
import type { Express } from 'express';
import { openApi } from '../src/openapi.js';
import { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';
import { exampleBody, fillPath, type Operation, operationsOf } from './openapi-walk.js';

const problemType = /^application\/problem\+json/;

describe('the HTTP interface', () => {
  let gateway: GatewayFixture;
  let operations: Operation[];
  /** Ids of things of the other institution, by the names of path parameters. */
  let theirs: Record<string, string>;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    operations = (await operationsOf(gateway)).filter(({ path }) => path.startsWith('/v1/'));
    const { database, other } = gateway;
    const targetId = Object.values(other.targets)[0] as string;
    const template = await gateway.post('/v1/templates', { dataType: 'criteria', targetId }, { of: other });
    const upload = await gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER;[new] X\r\n', {
      of: other,
    });
    const keys = await gateway.get('/v1/api-keys', { of: other });
    const contact = await gateway.get('/v1/contacts?limit=1', { of: other });
    await database.contacts.deleteMany({
      institution: gateway.institution.id,
      contactNumber: contact.json.items[0].contactNumber,
    });
    await database.criteria.deleteMany({ institution: gateway.institution.id, code: 'LOYALTY' });
    theirs = {
      targetId,
      templateId: template.json.templateId,
      importId: upload.json.importId,
      keyId: keys.json.items[0].keyId,
      contactNumber: contact.json.items[0].contactNumber,
      code: 'LOYALTY',
      valueCode: 'GOLD',
    };
  }, 90_000);
  afterAll(() => gateway.close());

  describe('as its OpenAPI document says', () => {
    it('has exactly the routes that are served', async () => {
      const { router } = gateway.service.app.getHttpAdapter().getInstance() as Express;
      const served = router.stack.flatMap(({ route }) =>
        route
          ? [route.path]
              .flat()
              .flatMap((path) =>
                Object.keys((route as unknown as { methods: Record<string, boolean> }).methods).map(
                  (method) => `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
                ),
              )
          : [],
      );
      // Health is put there by libs/service in a process of its own.
      const described = (await operationsOf(gateway)).map(({ method, path }) => `${method} ${path}`);
      const ofPlatform = ['GET /health/live', 'GET /health/ready'];
      expect(new Set(served.filter((one) => !ofPlatform.includes(one)))).toEqual(
        new Set(described.filter((one) => !ofPlatform.includes(one))),
      );
      expect(described).toEqual(expect.arrayContaining(ofPlatform));
    });

    it('answers 404 for every id of another institution, exactly as for an id that nobody has', async () => {
      const withIds = operations.filter(({ path }) => path.includes('{'));
      expect(withIds.length).toBeGreaterThan(15);
      for (const { method, path, operation } of withIds) {
        const body = exampleBody(operation);
        const ask = { as: 'admin' as const, ...(body !== undefined && { body }) };
        const foreign = await gateway.ask(method, fillPath(path, theirs), ask);
        const unknown = await gateway.ask(method, fillPath(path, {}), ask);
        expect([method, path, foreign.status]).toEqual([method, path, 404]);
        expect(foreign.json).toEqual(unknown.json);
      }
    });

    it('tells such an id from one that nobody has by no body either', async () => {
      for (const { method, path } of operations.filter(({ method: m, path: p }) => p.includes('{') && m !== 'GET')) {
        const [known, unknown] = await Promise.all(
          [theirs, {}].map((ids) => gateway.ask(method, fillPath(path, ids), { body: { nonsense: true } })),
        );
        expect([method, path, [404, 422]]).toEqual([method, path, expect.arrayContaining([known?.status])]);
        expect([method, path, known?.status, known?.json.code]).toEqual([
          method,
          path,
          unknown?.status,
          unknown?.json.code,
        ]);
      }
    });

    it('refuses a bad limit and a bad cursor of every list', async () => {
      const lists = operations.filter(({ operation }) =>
        operation.parameters.some((one: Json) => one.name === 'cursor'),
      );
      expect(lists.length).toBeGreaterThan(9);
      const { database, institution } = gateway;
      const contact = await database.contacts.findOne({ institution: institution.id });
      const upload = await gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER\r\n');
      const { keyId } = (await gateway.get('/v1/me')).json;
      const ours = { contactNumber: contact!.contactNumber, importId: upload.json.importId, keyId };
      for (const { path } of lists) {
        for (const query of [
          'limit=0',
          'limit=201',
          'limit=ten',
          'limit=1&limit=2',
          'limit[$gt]=1',
          'cursor=garbage',
          'cursor=eyIkZ3QiOiIifQ',
          'cursor[$ne]=1',
        ]) {
          const answer = await gateway.get(`${fillPath(path, ours)}?${query}`);
          const tolerated = query.includes('[') ? [200, 400, 409] : [400];
          expect([path, query, tolerated.includes(answer.status)]).toEqual([path, query, true]);
        }
      }
    });

    it('describes each operation with its role, its parameters and its problems', () => {
      for (const { path, operation } of operations) {
        expect(operation.operationId).toMatch(/^[a-z]\w+$/);
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(operation.parameters.filter((one: Json) => one.in === 'path').map((one: Json) => one.name)).toEqual(
          names,
        );
        expect(operation.responses.default.content).toHaveProperty(['application/problem+json']);
      }
      expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    });

    it('points only to components that are there', async () => {
      const { text, json } = await gateway.get('/openapi.json', { as: 'nobody' });
      const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference as string);
      expect(references.length).toBeGreaterThan(20);
      for (const reference of new Set(references)) {
        const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
        expect([reference, Object.keys(json.components.schemas).includes(name ?? '')]).toEqual([reference, true]);
      }
    });

    it('is the one that is held against the last release', async () => {
      const { json } = await gateway.get('/openapi.json', { as: 'nobody' });
      const { tags: _served, info: _named, ...served } = json;
      // The order of routes is that of their discovery.
      expect(openApi('http://127.0.0.1:8080')).toMatchObject(served);
    });
  });

  describe('errors', () => {
    it.each([
      ['an unknown route', 'GET', '/v1/nothing', {}, 404, 'ROUTE_UNKNOWN'],
      ['a method that is not possible', 'PATCH', '/v1/targets', {}, 405, 'METHOD_NOT_ALLOWED'],
      ['a method that is not possible below an id', 'POST', '/v1/targets/tgt_1', {}, 405, 'METHOD_NOT_ALLOWED'],
      ['malformed JSON', 'POST', '/v1/targets', { body: '{"code":' }, 400, 'JSON_MALFORMED'],
      ['no body', 'POST', '/v1/targets', {}, 400, 'BODY_MISSING'],
      ['a body too large', 'POST', '/v1/targets', { body: { name: 'x'.repeat(300_000) } }, 413, 'BODY_TOO_LARGE'],
      [
        'another media type',
        'POST',
        '/v1/targets',
        { body: 'a=b', headers: { 'content-type': 'text/plain' } },
        415,
        'MEDIA_TYPE_UNSUPPORTED',
      ],
      ['an upload that is none', 'POST', '/v1/imports', { body: {} }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
      ['a body of another shape', 'POST', '/v1/api-keys', { body: { name: 5, admin: true } }, 422, 'VALIDATION_FAILED'],
      ['an address that is badly encoded', 'GET', '/v1/contacts/%E0%A4%A', {}, 400, 'REQUEST_MALFORMED'],
    ] as const)('such as %s are problem+json', async (_, method, path, ask, status, code) => {
      const answer = await gateway.ask(method, path, ask);
      expect(answer).toMatchObject({
        status,
        json: {
          status,
          code,
          type: expect.any(String),
          title: expect.any(String),
          detail: expect.any(String),
          errors: expect.any(Array),
        },
      });
      expect(answer.headers.get('content-type')).toMatch(problemType);
      if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET/);
    });

    it('point to what is wrong', async () => {
      const { json } = await gateway.post('/v1/api-keys', { name: 5, admin: true });
      expect(json.errors.map((one: Json) => one.pointer).toSorted()).toEqual(['/admin', '/name', '/role']);
    });
  });

  describe('sessions', () => {
    const signIn = async () => {
      const answer = await gateway.post('/v1/session', { key: gateway.institution.keys.editor }, { as: 'nobody' });
      return { answer, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] as string };
    };

    it('are made from a key and do what the key may do', async () => {
      const { answer, cookie } = await signIn();
      expect(answer).toMatchObject({ status: 200, json: { role: 'editor', sessionExpiresAt: expect.any(String) } });
      expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict/);
      const me = await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } });
      expect(me.json).toMatchObject({ role: 'editor', institution: { institutionId: gateway.institution.id } });
      const keys = await gateway.get('/v1/api-keys', { as: 'nobody', headers: { cookie } });
      expect(keys.status).toBe(403);
    });

    it('are refused for an unknown key', async () => {
      expect((await gateway.post('/v1/session', { key: 'rt_nobody' }, { as: 'nobody' })).status).toBe(401);
    });

    it('change nothing from the pages of another site', async () => {
      const { cookie } = await signIn();
      const body = { rule: { all: [] } };
      const from = (headers: Record<string, string>) =>
        gateway.post('/v1/targets/preview', body, { as: 'nobody', headers: { cookie, ...headers } });
      expect((await from({ origin: 'https://evil.example' })).json).toMatchObject({
        status: 403,
        code: 'FORBIDDEN_ORIGIN',
      });
      // Not what the request says of its host, but PUBLIC_URL says which pages are ours.
      expect((await from({ origin: gateway.url })).json).toMatchObject({ status: 403, code: 'FORBIDDEN_ORIGIN' });
      expect((await from({ origin: 'http://127.0.0.1:8080' })).status).toBe(200);
    });

    it('are neither made nor ended from the pages of another site', async () => {
      const { cookie } = await signIn();
      const headers = { cookie, origin: 'https://evil.example' };
      const made = await gateway.post(
        '/v1/session',
        { key: gateway.institution.keys.viewer },
        { as: 'nobody', headers },
      );
      expect([made.status, made.headers.get('set-cookie')]).toEqual([403, null]);
      expect((await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers })).status).toBe(403);
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(200);
    });

    it('end with a sign-out: an old cookie is worth nothing anywhere', async () => {
      const { cookie } = await signIn();
      const elsewhere = await signIn();
      const out = await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers: { cookie } });
      expect(out.status).toBe(204);
      expect(out.headers.get('set-cookie')).toMatch(/^roundtrip_session=;/);
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).json).toMatchObject({
        status: 401,
        code: 'UNAUTHORISED',
      });
      const me = await gateway.get('/v1/me', { as: 'nobody', headers: { cookie: elsewhere.cookie } });
      expect(me.status).toBe(200);
      // Who has no session, or none any more, is signed out all the same.
      expect((await gateway.ask('DELETE', '/v1/session', { as: 'nobody' })).status).toBe(204);
      expect((await gateway.ask('DELETE', '/v1/session', { as: 'nobody', headers: { cookie } })).status).toBe(204);
    });

    it('end when another one takes their place in the browser', async () => {
      const { cookie } = await signIn();
      const { key } = { key: gateway.institution.keys.viewer };
      await gateway.post('/v1/session', { key }, { as: 'nobody', headers: { cookie } });
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(401);
    });

    it('end with their time, whatever the browser keeps, and are then cleared away', async () => {
      const { answer, cookie } = await signIn();
      const { database, institution } = gateway;
      const [session] = await database.sessions
        .find({ institution: institution.id, keyId: answer.json.keyId })
        .sort({ createdAt: -1 })
        .toArray();
      expect(JSON.stringify(session)).not.toContain(cookie.split('=')[1]!.split('.')[0]);
      await database.sessions.updateOne({ _id: session!._id }, { $set: { expiresAt: new Date(Date.now() - 1) } });
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(401);
      const indexes = await database.sessions.indexes();
      expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }));
    });

    it('end with their key', async () => {
      const key = await gateway.post('/v1/api-keys', { name: 'Short', role: 'viewer' });
      const session = await gateway.post('/v1/session', { key: key.json.key }, { as: 'nobody' });
      const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] as string;
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(200);
      expect((await gateway.ask('DELETE', `/v1/api-keys/${key.json.keyId}`)).status).toBe(204);
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(401);
    });
  });

  describe('sign-in links', () => {
    const link = async (keyId: string, at = new Date()): Promise<string> => {
      const { id } = gateway.institution;
      const made = await makeSignInLink(gateway.database, gateway.url, { institution: id, _id: keyId }, at);
      return made.split('#code=')[1]!;
    };
    const follow = (code: string, headers: Record<string, string> = {}) =>
      gateway.post('/v1/session/code', { code }, { as: 'nobody', headers });
    const editor = async () => (await gateway.get('/v1/me', { as: 'editor' })).json.keyId as string;

    it('sign in as their key, once, and no store holds their code', async () => {
      const code = await link(await editor());
      expect(JSON.stringify(await gateway.database.signInCodes.find({}).toArray())).not.toContain(code);
      const first = await follow(code);
      expect(first).toMatchObject({ status: 200, json: { keyId: await editor(), role: 'editor' } });
      const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] as string;
      expect((await gateway.get('/v1/me', { as: 'nobody', headers: { cookie } })).status).toBe(200);
      expect((await follow(code)).json).toMatchObject({ status: 410, code: 'SIGN_IN_CODE_GONE' });
    });

    it('sign in one of many who come at once', async () => {
      const code = await link(await editor());
      const answers = await Promise.all(Array.from({ length: 12 }, () => follow(code)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 410)).toHaveLength(11);
    });

    it.each([
      ['ten minutes later', async () => link(await editor(), new Date(Date.now() - 600_001))],
      ['of a key that is gone', () => link('key_gone')],
      ['that nobody made', () => Promise.resolve('0123456789abcdefghjkmnpqrstvwxyz')],
    ])('sign nobody in %s', async (_, make) => {
      const answer = await follow(await make());
      expect(answer.json).toMatchObject({ status: 410, code: 'SIGN_IN_CODE_GONE' });
      expect(answer.headers.get('set-cookie')).toBeNull();
    });

    it('are not used up by the page of another site', async () => {
      const code = await link(await editor());
      expect((await follow(code, { origin: 'https://evil.example' })).status).toBe(403);
      expect((await follow(code)).status).toBe(200);
    });
  });

  describe('API keys', () => {
    it('are shown once, stored as a hash, and work', async () => {
      const made = await gateway.post('/v1/api-keys', { name: 'Box office', role: 'editor' });
      expect(made).toMatchObject({
        status: 201,
        json: { name: 'Box office', role: 'editor', key: expect.stringMatching(/^rt_[0-9a-z]{32}$/) },
      });
      expect(made.headers.get('location')).toBe(`/v1/api-keys/${made.json.keyId}`);
      const list = await gateway.get('/v1/api-keys?limit=200');
      expect(list.json.items).toContainEqual(expect.objectContaining({ keyId: made.json.keyId }));
      expect(list.text).not.toContain(made.json.key);
      const stored = await gateway.database.apiKeys.findOne({ _id: made.json.keyId });
      expect(JSON.stringify(stored)).not.toContain(made.json.key);
      const me = await gateway.get('/v1/me', { as: 'nobody', headers: { authorization: `Bearer ${made.json.key}` } });
      expect(me.json).toMatchObject({ name: 'Box office', role: 'editor' });
    });

    it('cannot delete themselves', async () => {
      const { keyId } = (await gateway.get('/v1/me')).json;
      expect((await gateway.ask('DELETE', `/v1/api-keys/${keyId}`)).json).toMatchObject({
        status: 409,
        code: 'API_KEY_IN_USE',
      });
      expect((await gateway.get('/v1/me')).status).toBe(200);
    });
  });

  it('shows and changes the settings of the institution', async () => {
    const settings = { name: 'Théâtre Neuf', delimiter: ';', language: 'fr', allowedEmailDomains: ['Theatre.example'] };
    const put = await gateway.ask('PUT', '/v1/institution', { body: settings });
    expect(put).toMatchObject({ status: 200, json: { ...settings, allowedEmailDomains: ['theatre.example'] } });
    expect((await gateway.get('/v1/me', { as: 'viewer' })).json.settings).toMatchObject({
      delimiter: ';',
      language: 'fr',
    });
    expect((await gateway.get('/v1/institution', { of: gateway.other })).json.name).not.toBe('Théâtre Neuf');
    const bad = await gateway.ask('PUT', '/v1/institution', {
      body: { ...settings, delimiter: '|', allowedEmailDomains: ['@x'] },
    });
    expect(bad.json.errors.map((one: Json) => one.pointer)).toEqual(['/delimiter', '/allowedEmailDomains/0']);
  });

  it('says nothing of https where it is reached by http', async () => {
    expect((await gateway.get('/v1/me')).headers.get('strict-transport-security')).toBeNull();
  });

  it('serves its documentation from its own files, with nothing from elsewhere', async () => {
    for (const path of [
      '/docs',
      '/docs/swagger-ui.css',
      '/docs/swagger-ui-bundle.js',
      '/docs/start.js',
      '/docs/favicon-32x32.png',
      '/asyncapi.json',
    ]) {
      const answer = await gateway.get(path, { as: 'nobody' });
      expect([path, answer.status]).toEqual([path, 200]);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/https?:|unsafe/);
    }
    expect((await gateway.get('/docs/package.json', { as: 'nobody' })).status).toBe(404);
    expect((await gateway.get('/docs/..%2f..%2fpackage.json', { as: 'nobody' })).status).toBe(404);
  });

  it('serves the console at each of its addresses, and lets it load and run nothing from elsewhere', async () => {
    const nonces = new Set<string>();
    const paths = Object.values(pages).map((page) => page.replace(/:\w+/, 'x_1'));
    for (const path of paths) {
      const { status, headers, text } = await gateway.get(path, { as: 'nobody' });
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(policy).not.toMatch(/https?:|unsafe/);
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(text).toContain(`nonce="${nonce}"`);
      expect(text).not.toMatch(/CSP_NONCE|<script(?![^>]*src="\/)|style=/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(paths.length);
    expect((await gateway.get('/imports/a/b', { as: 'nobody' })).status).toBe(404);
    expect((await gateway.ask('POST', '/', { as: 'nobody' })).status).toBe(404);
  });

  it('leads a browser that is not signed in, or came from elsewhere, from an import or a template to its page', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const answerTo = async (path: string, headers: Record<string, string>) => {
      const { status, headers: found } = await fetch(gateway.url + path, { headers, redirect: 'manual' });
      return [status, found.get('location')];
    };
    expect(await answerTo('/v1/imports/imp_1', { accept })).toEqual([303, '/imports/imp_1']);
    expect(await answerTo('/v1/templates/tpl_1/file', { accept })).toEqual([303, '/templates/tpl_1']);
    expect(await answerTo('/v1/templates/tpl_1', { accept })).toEqual([303, '/templates/tpl_1']);
    for (const [path, headers] of [
      ['/v1/imports/imp_1', {}],
      ['/v1/imports/imp_1', { accept: 'application/json' }],
      ['/v1/imports/imp_1/changes', { accept }],
      ['/v1/imports/%2f%2fevil.example', { accept }],
      ['/v1/contacts', { accept }],
    ] as const) {
      expect([path, ...(await answerTo(path, headers))]).toEqual([path, 401, null]);
    }
  });

  it('lets the console say to a browser that there is no such page, and nothing else to anybody else', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const answer = await gateway.get('/nowhere', { as: 'nobody', headers: browser });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(answer.text).not.toContain('CSP_NONCE');
    for (const [path, headers] of [
      ['/nowhere', {}],
      ['/v1/nothing', browser],
      ['/assets/nothing.js', browser],
    ] as const) {
      const { status, headers: found } = await gateway.get(path, { as: 'nobody', headers });
      expect([path, status, found.get('content-type')]).toEqual([
        path,
        404,
        expect.stringMatching(/^application\/problem\+json/),
      ]);
    }
  });

  it('serves the files of the console compressed and for ever, and no others', async () => {
    const { text } = await gateway.get('/', { as: 'nobody' });
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
    for (const encoding of ['br', 'gzip']) {
      const answer = await gateway.get(script, { as: 'nobody', headers: { 'accept-encoding': encoding } });
      expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, encoding]);
      expect(answer.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
    }
    expect((await gateway.get('/assets/nothing.js', { as: 'nobody' })).status).toBe(404);
    expect((await gateway.get('/assets/..%2findex.html', { as: 'nobody' })).status).toBe(404);
  });
});
