import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Language } from '@roundtrip/contracts';
import { templateFailed } from '@roundtrip/contracts';
import { type Ask, GatewayFixture } from './gateway-fixture.js';
import { sendRaw } from './raw-request.js';

const speaking = (languages: string) => ({ headers: { 'accept-language': languages } });

/** What is said to a person is said in the language that the request asks for, else in that of the institution; codes are for programs. */
describe('the language of an answer', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterAll(() => gateway.close());

  const speaks = (language: Language) =>
    gateway.ask('PUT', '/v1/institution', {
      body: { name: 'Theatre', delimiter: ';', language, allowedEmailDomains: [] },
    });
  const wrongRule = {
    code: 'X',
    name: 'X',
    rule: { field: 'criteria.LOYALTY', is: 'between', value: [1] },
  };

  it('is the first of those that the request asks for', async () => {
    const answer = await gateway.post('/v1/targets', wrongRule, speaking('tlh, fr-CH;q=0.9, en;q=0.5'));
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-language')).toBe('fr');
    expect(answer.json).toMatchObject({ title: 'Rule invalid', code: 'RULE_INVALID' });
    expect(answer.json.detail).toMatch(/n’est pas une comparaison possible pour criteria\.LOYALTY/);
    expect(answer.json.errors[0]).toEqual({
      pointer: '/rule/is',
      message: answer.json.detail,
      params: { operator: 'between', field: 'criteria.LOYALTY', operators: expect.stringContaining('equals') },
    });
  });

  it('is each of them for a page that may change its own', async () => {
    const { json } = await gateway.post('/v1/targets', wrongRule, {
      headers: { 'accept-language': 'fr', prefer: 'respond-async, translations' },
    });
    expect(Object.keys(json.translations)).toEqual(['en', 'fr', 'de', 'it', 'es']);
    expect(json.translations.fr.detail).toBe(json.detail);
    expect(json.translations.de.errors).toEqual([{ pointer: '/rule/is', message: json.translations.de.detail }]);
    expect((await gateway.post('/v1/targets', wrongRule)).json.translations).toBeUndefined();
  });

  it('is that of the institution when the request asks for none, and follows its settings at once', async () => {
    await speaks('fr');
    expect((await gateway.get('/v1/imports/imp_1')).json.detail).toBe(
      'Cet import n’existe pas dans votre institution.',
    );
    expect((await gateway.get('/v1/imports/imp_1', speaking('en-US'))).json.detail).toBe(
      'There is no such import in your institution.',
    );
    await speaks('en');
    const answer = await gateway.get('/v1/imports/imp_1');
    expect([answer.json.detail, answer.headers.get('content-language')]).toEqual([
      'There is no such import in your institution.',
      'en',
    ]);
  });

  describe('that somebody has chosen', () => {
    const choose = (language: Language | null, ask: Ask) =>
      gateway.ask('PUT', '/v1/me/language', { ...ask, body: { language } });
    const spoken = async (ask: Ask) => {
      const { headers } = await gateway.get('/v1/imports/imp_1', ask);
      return [headers.get('content-language'), (await gateway.get('/v1/me', ask)).json.language];
    };
    const signIn = async (): Promise<Ask> => {
      const { headers } = await gateway.post('/v1/session', { key: gateway.institution.keys.editor }, { as: 'nobody' });
      return { as: 'nobody', headers: { cookie: (headers.get('set-cookie') ?? '').split(';')[0] as string } };
    };

    it('is that of a key by itself, goes before that of the institution, and over to the key that takes its place', async () => {
      const { keyId, key } = (await gateway.post('/v1/api-keys', { name: 'Till', role: 'viewer' })).json;
      const by = (value: string): Ask => ({ as: 'nobody', headers: { authorization: `Bearer ${value}` } });
      expect(await spoken(by(key))).toEqual(['en', null]);
      expect(await choose('it', by(key))).toMatchObject({ status: 200, json: { language: 'it' } });
      expect(await spoken(by(key))).toEqual(['it', 'it']);
      const asked = await gateway.get('/v1/imports/imp_1', {
        ...by(key),
        headers: { ...by(key).headers, 'accept-language': 'fr' },
      });
      expect(asked.headers.get('content-language')).toBe('fr');
      const rotated = await gateway.post(`/v1/api-keys/${keyId as string}/rotate`, {});
      expect(await spoken(by(rotated.json.key))).toEqual(['it', 'it']);
      expect(await choose(null, by(key))).toMatchObject({ status: 200, json: { language: null } });
      expect(await spoken(by(key))).toEqual(['en', null]);
      expect(await spoken({})).toEqual(['en', null]);
    });

    it('is that of one session: others may have signed in by the same key', async () => {
      const [one, other] = [await signIn(), await signIn()];
      expect((await choose('es', one)).status).toBe(200);
      expect([await spoken(one), await spoken(other), await spoken({ as: 'editor' })]).toEqual([
        ['es', 'es'],
        ['en', null],
        ['en', null],
      ]);
    });

    it('goes before what a browser is set to, where it follows a link by itself', async () => {
      const session = await signIn();
      await choose('es', session);
      const head = [
        'GET /v1/imports/imp_1 HTTP/1.1',
        'host: x',
        `cookie: ${session.headers!['cookie']!}`,
        'accept-language: de',
      ];
      const ask = (...more: string[]) => sendRaw(gateway.url, { chunks: [[...head, ...more, '', ''].join('\r\n')] });
      expect((await ask('sec-fetch-mode: navigate'))?.json.detail).toBe(
        'Esta importación no existe en su institución.',
      );
      expect((await ask('sec-fetch-mode: cors'))?.json.detail).toMatch(/^Diesen Import gibt es/);
    });

    it('is one that is spoken here', async () => {
      expect((await choose('tlh' as Language, {})).json).toMatchObject({ status: 422, code: 'VALIDATION_FAILED' });
      expect((await gateway.ask('PUT', '/v1/me/language', { body: {} })).status).toBe(422);
      expect(await spoken({})).toEqual(['en', null]);
    });
  });

  it('is asked for by who has no key, too', async () => {
    const answer = await gateway.get('/v1/me', { as: 'nobody', ...speaking('fr') });
    expect(answer.json).toMatchObject({ status: 401, code: 'UNAUTHORISED' });
    expect(answer.json.detail).toMatch(/^Envoyez une clé d’API/);
    expect((await gateway.get('/v1/me', { as: 'nobody' })).headers.get('content-language')).toBe('en');
  });

  it('is that of what is missing or malformed in a body or a parameter, by place', async () => {
    const body = await gateway.post('/v1/targets', { code: 'a b', name: '' }, speaking('fr'));
    expect(body.json.errors).toEqual([
      { pointer: '/code', message: expect.stringMatching(/^Un code a de 1 à 40 lettres/) },
      { pointer: '/name', message: 'Un nom a de 1 à 200 caractères, sur une seule ligne.' },
      { pointer: '/rule', message: expect.stringMatching(/^Entrée invalide/) },
    ]);
    const parameter = await gateway.get('/v1/imports?limit=0', speaking('fr'));
    expect(parameter.json.detail).toBe('limit: Il faut un nombre entier, de 1 à 200.');
  });

  it('is kept with what is asked for: mails and reports speak so', async () => {
    const targetId = gateway.institution.targets['EVERYBODY'];
    const asked = await gateway.post('/v1/templates', { dataType: 'criteria', targetId }, speaking('fr'));
    const upload = await gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER;[new] X\r\n', {
      ...speaking('fr'),
    });
    const ids = [asked.json.templateId, upload.json.importId] as string[];
    const jobs = await gateway.database.jobs.find({ _id: { $in: ids } }).toArray();
    expect(jobs.map(({ language }) => language)).toEqual(['fr', 'fr']);
  });

  it('is that of the words of a failure that were written down before there were others', async () => {
    const targetId = gateway.institution.targets['EVERYBODY'];
    const { templateId } = (await gateway.post('/v1/templates', { dataType: 'criteria', targetId })).json;
    const detail = 'Something went wrong on our side, and the template could not be made. Please request it again.';
    await gateway.service.receives(templateFailed, {
      templateId,
      institution: gateway.institution.id,
      code: 'TEMPLATE_FAILED',
      detail,
      failedAt: new Date().toISOString(),
    });
    const path = `/v1/templates/${templateId}`;
    expect((await gateway.get(path)).json.problem).toEqual({ code: 'TEMPLATE_FAILED', detail });
    expect((await gateway.get(path, speaking('fr'))).json.problem).toEqual({
      code: 'TEMPLATE_FAILED',
      detail: expect.stringMatching(/^Une erreur s’est produite de notre côté/),
    });
  });
});
