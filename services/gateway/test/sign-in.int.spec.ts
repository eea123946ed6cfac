import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Visitor } from '@roundtrip/provider';
import { groupOf, ProviderFixture, type SignedInVisitor } from './provider-fixture.js';

/** Signing in through a real provider, as a browser does it. */

let fixture: ProviderFixture;
beforeAll(async () => {
  fixture = await ProviderFixture.start();
}, 90_000);
afterAll(() => fixture?.close());

const problemOf = ({ landed }: { landed: URL }) => [landed.pathname, landed.searchParams.get('problem')];

describe('somebody who signs in by the provider', () => {
  it('comes back to the page that was wanted, with name, role and institution, and signs out at both', async () => {
    const { id } = fixture.gateway.institution;
    const sub = fixture.person('ada', [groupOf('viewer'), groupOf('operator'), 'choir']);
    const ada = await fixture.signIn(sub, '?returnTo=%2Fimports%2Fimp_1%3Ftab%3Dchanges');
    expect(ada.landed.href).toBe(`${fixture.publicUrl}/imports/imp_1?tab=changes`);
    const { json: me } = await ada.ask('GET', '/v1/me');
    expect(me).toMatchObject({
      type: 'person',
      name: 'ada of the crew',
      role: 'operator',
      keyId: null,
      institution: { institutionId: id },
      institutions: [{ institutionId: id, role: 'operator' }],
    });
    expect(me.id).toMatch(/^per_[0-9a-z]{24}$/);

    const { status, json } = await ada.ask('DELETE', '/v1/session');
    expect(status).toBe(200);
    expect((await ada.ask('GET', '/v1/me')).status).toBe(401);
    // At the provider, too: it asks again who it is.
    expect(await ada.visitor.visit(json.signOutAt as string)).toBe(`${fixture.publicUrl}/sign-in`);
    const cancelled = await ada.visitor.visit(await fixture.begin(ada.visitor), {});
    expect(problemOf(await fixture.comeBack(ada.visitor, cancelled))).toEqual(['/sign-in', 'SIGN_IN_DENIED']);
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['another site by two slashes', '//evil.example'],
    ['another site by backslashes', '/\\evil.example'],
    ['no page', '/v1/me'],
    ['the page of the sign-in', '/sign-in'],
    ['what breaks a header', '/imports/x\r\nset-cookie: a=b'],
  ])('is never led to %s', async (_, returnTo) => {
    const bo = await fixture.signIn(
      fixture.person('bo', [groupOf('viewer')]),
      `?returnTo=${encodeURIComponent(returnTo)}`,
    );
    expect(bo.landed.href).toBe(`${fixture.publicUrl}/`);
  });

  it('is not let in without a role, is told so, and is seen by the administrators with the groups', async () => {
    const { institution } = fixture.gateway;
    const sub = fixture.person('cy', ['choir']);
    expect(problemOf(await fixture.signIn(sub))).toEqual(['/sign-in', 'SIGN_IN_NO_ROLE']);
    const { json } = await fixture.gateway.get('/v1/people');
    expect(json.items).toContainEqual(
      expect.objectContaining({ name: 'cy of the crew', role: null, groups: ['choir'] }),
    );
    expect((await fixture.gateway.get('/v1/people/groups')).json.items).toContainEqual({ group: 'choir', people: 2 });

    const settings = (await fixture.gateway.get('/v1/institution')).json;
    const { institutionId: _, ...body } = settings;
    const groupRoles = [...settings.groupRoles, { group: 'choir', role: 'viewer' }];
    expect((await fixture.gateway.ask('PUT', '/v1/institution', { body: { ...body, groupRoles } })).status).toBe(200);
    expect((await (await fixture.signIn(sub)).ask('GET', '/v1/me')).json).toMatchObject({ role: 'viewer' });
    await fixture.map(institution.id);
  });

  it('who was not let in may be somebody else: the provider asks, though it knows somebody already', async () => {
    const refused = await fixture.signIn(fixture.person('cat', ['choir-of-others']));
    expect(problemOf(refused)).toEqual(['/sign-in', 'SIGN_IN_NO_ROLE']);
    const other = fixture.person('dan', [groupOf('viewer')]);
    const unasked = await fixture.signIn(other, '', refused.visitor);
    expect(problemOf(unasked)).toEqual(['/sign-in', 'SIGN_IN_NO_ROLE']);
    const dan = await fixture.signIn(other, '?prompt=select_account', refused.visitor);
    expect((await dan.ask('GET', '/v1/me')).json.name).toBe('dan of the crew');
    expect((await fixture.gateway.get('/v1/session/start?prompt=none', { as: 'nobody' })).status).toBe(400);
  });

  it('of no institution that there is here is told so', async () => {
    const sub = fixture.person('di', [groupOf('admin')], ['nowhere']);
    expect(problemOf(await fixture.signIn(sub))).toEqual(['/sign-in', 'SIGN_IN_NO_INSTITUTION']);
  });

  it('of several institutions chooses, changes without signing in again, and is somebody else in each', async () => {
    const { institution: ours, other: theirs } = fixture.gateway;
    const sub = fixture.person('eva', [groupOf('editor')], [ours.id, theirs.id, 'nowhere']);
    const eva = await fixture.signIn(sub, '?returnTo=/targets');
    expect(eva.landed.pathname + eva.landed.search).toBe('/choose-institution?returnTo=%2Ftargets');
    for (const { id } of [theirs, ours]) {
      const chosen = await eva.ask('PUT', '/v1/session/institution', { institutionId: id });
      expect(chosen).toMatchObject({ status: 200, json: { institution: { institutionId: id }, role: 'editor' } });
      expect((await eva.ask('GET', '/v1/me')).json.institution.institutionId).toBe(id);
    }
    expect((await eva.ask('GET', '/v1/me')).json.institutions).toHaveLength(2);
    expect((await eva.ask('PUT', '/v1/session/institution', { institutionId: 'nowhere' })).status).toBe(404);
    const again = await fixture.signIn(sub, `?institution=${theirs.id}`);
    expect(again.landed.pathname).toBe('/');
    expect((await again.ask('GET', '/v1/me')).json.institution.institutionId).toBe(theirs.id);
  });

  it('is spoken to in the language that was chosen, at the next sign-in, too, in each institution and until it is taken back', async () => {
    const { institution: ours, other: theirs } = fixture.gateway;
    const sub = fixture.person('gus', [groupOf('viewer')], [ours.id, theirs.id]);
    const language = async ({ ask }: Pick<SignedInVisitor, 'ask'>) => {
      const missing = await ask('GET', '/v1/imports/imp_1');
      return [(await ask('GET', '/v1/me')).json.language, missing.headers.get('content-language')];
    };
    const first = await fixture.signIn(sub, `?institution=${ours.id}`);
    const elsewhere = await fixture.signIn(sub, `?institution=${ours.id}`);
    expect(await language(first)).toEqual([null, 'en']);
    expect((await first.ask('PUT', '/v1/me/language', { language: 'de' })).json).toEqual({ language: 'de' });
    // A session that is there goes on as it is.
    expect([await language(first), await language(elsewhere)]).toEqual([
      ['de', 'de'],
      [null, 'en'],
    ]);
    await first.ask('PUT', '/v1/session/institution', { institutionId: theirs.id });
    expect(await language(first)).toEqual(['de', 'de']);
    for (const { id } of [ours, theirs]) {
      expect(await language(await fixture.signIn(sub, `?institution=${id}`))).toEqual(['de', 'de']);
    }
    await elsewhere.ask('PUT', '/v1/me/language', { language: null });
    expect(await language(await fixture.signIn(sub))).toEqual([null, 'en']);
  });

  it('is who asked for what it asks for', async () => {
    const fay = await fixture.signIn(fixture.person('fay', [groupOf('admin')]));
    const me = (await fay.ask('GET', '/v1/me')).json;
    const made = await fay.ask('POST', '/v1/api-keys', { name: 'Box office', role: 'viewer' });
    expect(made).toMatchObject({ status: 201, json: { createdBy: me.id, createdByName: 'fay of the crew' } });
    const second = await fay.ask('POST', '/v1/api-keys', { name: 'Bar', role: 'viewer' });
    const { json } = await fixture.gateway.get('/v1/api-keys');
    const hers = (json.items as { createdBy: string; keyId: string }[]).filter(({ createdBy }) => createdBy === me.id);
    expect(new Set(hers.map(({ keyId }) => keyId))).toEqual(new Set([made.json.keyId, second.json.keyId]));
    const template = await fay.ask('POST', '/v1/templates', {
      targetId: (await fay.ask('GET', '/v1/targets')).json.items[0].targetId,
      dataType: 'authorisations',
    });
    expect(template.json.requestedBy).toEqual({ type: 'person', id: me.id, name: 'fay of the crew', role: 'admin' });
  });
});

describe('what a sign-in leaves in the database', () => {
  it('is as the schemas describe it, to the last property', async () => {
    const { database } = fixture.gateway;
    const sam = await fixture.signIn(fixture.person('sam', [groupOf('viewer')]));
    expect((await sam.ask('PUT', '/v1/me/language', { language: 'es' })).status).toBe(200);
    await fixture.signIn(fixture.person('tea', ['choir']));
    await fixture.begin(new Visitor(), `?institution=${fixture.gateway.other.id}`);
    for (const name of ['people', 'sessions', 'signIns', 'activities', 'activityHeads'] as const) {
      const model = database.models[name] as unknown as new (document: object) => { validate(): Promise<void> };
      const collection = database[name] as unknown as { find(filter: object): { toArray(): Promise<object[]> } };
      const documents = await collection.find({}).toArray();
      expect([name, documents.length > 0]).toEqual([name, true]);
      for (const document of documents) await new model(document).validate();
    }
  });
});

describe('what somebody may do follows the provider', () => {
  it('at the next request that is older than five minutes: fewer groups, no group, another name', async () => {
    const sub = fixture.person('gil', [groupOf('admin')]);
    const gil = await fixture.signIn(sub);
    fixture.provider.setGroups(sub, [groupOf('viewer')]);
    await fixture.age(4);
    expect((await gil.ask('GET', '/v1/me')).json.role).toBe('admin');
    await fixture.age(6);
    expect((await gil.ask('GET', '/v1/me')).json.role).toBe('viewer');
    expect((await gil.ask('GET', '/v1/people')).status).toBe(403);
    fixture.provider.setGroups(sub, []);
    await fixture.age();
    expect((await gil.ask('GET', '/v1/me')).status).toBe(401);
    expect((await gil.ask('GET', '/v1/me')).status).toBe(401);
  });

  it('at once, where an administrator changes the mapping', async () => {
    const { institution } = fixture.gateway;
    const ira = await fixture.signIn(fixture.person('ira', [groupOf('editor')]));
    await fixture.map(institution.id, [{ group: groupOf('editor'), role: 'viewer' }]);
    expect((await ira.ask('GET', '/v1/me')).json.role).toBe('viewer');
    await fixture.map(institution.id, []);
    expect((await ira.ask('GET', '/v1/me')).status).toBe(401);
    await fixture.map(institution.id);
  });

  it('and ends for somebody whom it knows no more', async () => {
    const sub = fixture.person('jo', [groupOf('editor')]);
    const jo = await fixture.signIn(sub);
    fixture.provider.removePerson(sub);
    await fixture.age();
    expect((await jo.ask('GET', '/v1/me')).status).toBe(401);
  });

  it('with one question for many requests at once: a refresh token is good once', async () => {
    const kim = await fixture.signIn(fixture.person('kim', [groupOf('editor')]));
    await fixture.age();
    fixture.provider.resetRequests();
    const answers = await Promise.all(Array.from({ length: 12 }, () => kim.ask('GET', '/v1/me')));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(fixture.provider.requests.token).toBe(1);
    await fixture.age();
    expect((await kim.ask('GET', '/v1/me')).status).toBe(200);
  });

  it('while it is away: sessions go on, and a sign-in is told that it is', async () => {
    const sub = fixture.person('lea', [groupOf('editor')]);
    const lea = await fixture.signIn(sub);
    await fixture.provider.stop();
    await fixture.age();
    expect((await lea.ask('GET', '/v1/me')).status).toBe(200);
    const visitor = new Visitor();
    const at = new URL(await fixture.begin(visitor), fixture.publicUrl);
    await fixture.provider.start();
    // The way there was known; who comes back while it is away is told so.
    expect(at.origin).toBe(fixture.provider.issuer);
    const back = await visitor.visit(at.href, { as: sub });
    await fixture.provider.stop();
    expect(problemOf(await fixture.comeBack(visitor, back))).toEqual(['/sign-in', 'PROVIDER_UNAVAILABLE']);
    await fixture.provider.start();
    await fixture.age();
    expect((await lea.ask('GET', '/v1/me')).status).toBe(200);
  });

  it('while it is slow: within the time of an answer', async () => {
    const max = await fixture.signIn(fixture.person('max', [groupOf('editor')]));
    await fixture.age();
    fixture.provider.pause();
    expect((await max.ask('GET', '/v1/me')).status).toBe(200);
    fixture.provider.resume();
  });

  it('also when it signs with another key', async () => {
    const sub = fixture.person('nia', [groupOf('editor')]);
    const nia = await fixture.signIn(sub);
    await fixture.provider.rotateKeys({ forgetFormer: true });
    await fixture.age();
    expect((await nia.ask('GET', '/v1/me')).status).toBe(200);
    expect((await fixture.signIn(sub)).landed.pathname).toBe('/');
  });
});

describe('an answer of the provider', () => {
  const begun = async () => {
    const visitor = new Visitor();
    const at = await fixture.begin(visitor);
    return { visitor, back: await visitor.visit(at, { as: fixture.person('oda', [groupOf('admin')]) }) };
  };
  const expired = ['/sign-in', 'SIGN_IN_EXPIRED'];

  it('counts once', async () => {
    const { visitor, back } = await begun();
    const first = await fixture.comeBack(visitor, back);
    expect(first.landed.pathname).toBe('/');
    expect(problemOf(await fixture.comeBack(visitor, back))).toEqual(expired);
  });

  it('of a sign-in that somebody else began signs nobody in, and is still good for who began it', async () => {
    const { visitor, back } = await begun();
    const victim = new Visitor();
    await fixture.begin(victim);
    expect(problemOf(await fixture.comeBack(victim, back))).toEqual(expired);
    expect((await victim.ask(`${fixture.gateway.url}/v1/me`)).status).toBe(401);
    expect((await fixture.comeBack(visitor, back)).landed.pathname).toBe('/');
  });

  it.each([
    ['without a state', 'state', undefined, expired],
    ['with another state', 'state', 'another', expired],
    ['with another code', 'code', 'another', ['/sign-in', 'SIGN_IN_FAILED']],
    ['of another issuer', 'iss', 'https://evil.example', ['/sign-in', 'SIGN_IN_FAILED']],
    ['without its issuer', 'iss', undefined, ['/sign-in', 'SIGN_IN_FAILED']],
  ])('%s is none', async (_, name, value, problem) => {
    const { visitor, back } = await begun();
    const changed = new URL(back);
    if (value === undefined) changed.searchParams.delete(name);
    else changed.searchParams.set(name, value);
    expect(problemOf(await fixture.comeBack(visitor, changed.href))).toEqual(problem);
    expect((await visitor.ask(`${fixture.gateway.url}/v1/me`)).status).toBe(401);
  });

  it.each([
    ['nonce', { nonce: 'another' }],
    ['proof of who began', { verifier: 'of another sign-in, sealed otherwise' }],
  ])('with another %s is none', async (_, change) => {
    const { visitor, back } = await begun();
    const began = (await fixture.gateway.database.signIns.find({}).sort({ createdAt: -1 }).limit(1).toArray())[0]!;
    const other = 'nonce' in change ? change : { verifier: await otherVerifier(began._id) };
    await fixture.gateway.database.signIns.updateOne({ _id: began._id }, { $set: other });
    expect(problemOf(await fixture.comeBack(visitor, back))).toEqual(['/sign-in', 'SIGN_IN_FAILED']);
  });
  const otherVerifier = async (not: string): Promise<string> => {
    await fixture.begin(new Visitor());
    const all = await fixture.gateway.database.signIns.find({ _id: { $ne: not } }).toArray();
    return all[0]!.verifier;
  };

  it('goes out with PKCE by SHA-256, a state and a nonce, none of them twice', async () => {
    const asked = await Promise.all([1, 2].map(async () => new URL(await fixture.begin(new Visitor())).searchParams));
    expect(asked.map((query) => query.get('code_challenge_method'))).toEqual(['S256', 'S256']);
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(new Set(asked.map((query) => query.get(name))).size).toBe(2);
    }
  });

  it('begins a session of its own: the one that a browser had before is over, and its token is not used again', async () => {
    const { visitor, back } = await begun();
    await fixture.comeBack(visitor, back);
    const tokens = () => fixture.gateway.database.sessions.distinct('_id', { 'person.name': 'oda of the crew' });
    const before = await tokens();
    const pat = await fixture.signIn(
      fixture.person('pat', [groupOf('viewer')]),
      '?login_hint=pat%40example.org',
      visitor,
    );
    expect(pat.landed.pathname).toBe('/');
    expect((await tokens()).length).toBeLessThan(before.length + 1);
  });

  it('too late is none', async () => {
    const { visitor, back } = await begun();
    await fixture.gateway.database.signIns.updateMany({}, { $set: { expiresAt: new Date(Date.now() + 300) } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(problemOf(await fixture.comeBack(visitor, back))).toEqual(expired);
  });
});

describe('an administrator', () => {
  it('ends all sessions of a person, who ends those of no one else', async () => {
    const sub = fixture.person('quin', [groupOf('editor')]);
    const [one, two] = [await fixture.signIn(sub), await fixture.signIn(sub)];
    const { id } = (await one.ask('GET', '/v1/me')).json;
    const other = await fixture.signIn(fixture.person('ria', [groupOf('operator')]));
    expect((await other.ask('DELETE', `/v1/people/${id}/sessions`)).status).toBe(403);
    const token = await fixture.provider.token({ sub });
    const shown = { as: 'nobody', headers: { authorization: `Bearer ${token}` } } as const;
    expect((await fixture.gateway.get('/v1/me', shown)).status).toBe(200);
    expect((await fixture.gateway.ask('DELETE', `/v1/people/${id}/sessions`)).status).toBe(204);
    expect((await one.ask('GET', '/v1/me')).status).toBe(401);
    expect((await two.ask('GET', '/v1/me')).status).toBe(401);
    expect((await fixture.gateway.get('/v1/me', shown)).status).toBe(401);
    expect((await other.ask('GET', '/v1/me')).status).toBe(200);
    expect((await fixture.signIn(sub)).landed.pathname).toBe('/');
    expect((await fixture.gateway.ask('DELETE', '/v1/people/per_unknown/sessions')).status).toBe(404);
  });

  it('erases a person: name and address are nowhere any more, what was done keeps the id', async () => {
    const sub = fixture.person('zoe', [groupOf('admin')]);
    const zoe = await fixture.signIn(sub);
    const { id } = (await zoe.ask('GET', '/v1/me')).json;
    await zoe.ask('POST', '/v1/api-keys', { name: 'Cloakroom', role: 'viewer' });
    await zoe.ask('PUT', '/v1/me/language', { language: 'it' });
    const targetId = (await zoe.ask('GET', '/v1/targets')).json.items[0].targetId as string;
    await zoe.ask('POST', '/v1/templates', { targetId, dataType: 'authorisations' });
    const rule = { all: [{ field: 'contact.country', is: 'equals', value: 'FR' }] };
    const made = await zoe.ask('POST', '/v1/targets', { code: 'OF_ZOE', name: 'Hers', rule });
    expect(made.json.createdBy).toEqual({ type: 'person', id, name: 'zoe of the crew', role: 'admin' });
    const createdBy = async () =>
      (await fixture.gateway.get(`/v1/targets/${made.json.targetId as string}`)).json.createdBy.name as string;
    expect(await createdBy()).toBe('zoe of the crew');
    expect((await fixture.gateway.ask('DELETE', `/v1/people/${id}`)).status).toBe(204);
    expect(await createdBy()).toBe(id);
    expect((await zoe.ask('GET', '/v1/me')).status).toBe(401);
    const { database } = fixture.gateway;
    for (const name of [
      'people',
      'sessions',
      'jobs',
      'requests',
      'apiKeys',
      'signIns',
      'targets',
      'activities',
    ] as const) {
      const collection = database[name] as unknown as { find(filter: object): { toArray(): Promise<object[]> } };
      // As she is named anywhere: what is sealed may hold any three letters.
      expect(JSON.stringify(await collection.find({}).toArray())).not.toMatch(/zoe of|zoe@|"zoe"/);
    }
    const { json } = await fixture.gateway.get('/v1/people');
    expect(json.items).toContainEqual(expect.objectContaining({ personId: id, name: null, email: null, erased: true }));
    const jobs = await database.jobs.find({ 'requestedBy.id': id }).toArray();
    expect(jobs.map(({ requestedBy }) => requestedBy.name)).toEqual([id]);
    // Who comes back is known again, but for what was chosen before.
    const back = await fixture.signIn(sub);
    expect((await back.ask('GET', '/v1/me')).json.language).toBe(null);
    expect((await fixture.gateway.get('/v1/people')).json.items).toContainEqual(
      expect.objectContaining({ personId: id, name: 'zoe of the crew', erased: false }),
    );
  });

  it('reads who has signed in, the latest first, page by page', async () => {
    for (const sub of ['uma', 'val', 'wim']) await fixture.signIn(fixture.person(sub, [groupOf('viewer')]));
    const names: string[] = [];
    let cursor = '';
    for (let page = 0; page < 3; page++) {
      const { json } = await fixture.gateway.get(`/v1/people?limit=1${cursor}`);
      names.push(json.items[0].name);
      cursor = `&cursor=${json.nextCursor as string}`;
    }
    expect(names).toEqual(['wim of the crew', 'val of the crew', 'uma of the crew']);
  });
});
