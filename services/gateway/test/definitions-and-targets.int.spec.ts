import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import yauzl from 'yauzl';
import { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

const rule = { all: [{ field: 'contact.country', is: 'in', value: ['FR', 'BE'] }] };

describe('definitions and targets', () => {
  let gateway: GatewayFixture;

  const targetCommands = async () =>
    (await gateway.commands()).flatMap(({ wish }) => (wish.type === 'target-save' ? [wish] : []));
  beforeAll(async () => {
    gateway = await GatewayFixture.start({ SAVE_WAIT_MS: '2500' });
  }, 90_000);
  afterAll(() => gateway.close());

  describe('definitions', () => {
    it('are listed by rank, page by page', async () => {
      const whole = await gateway.get('/v1/criteria?limit=200', { as: 'viewer' });
      expect(whole.json.items.length).toBeGreaterThan(10);
      const paged: unknown[] = [];
      for (let cursor = ''; ;) {
        const { json } = await gateway.get(`/v1/criteria?limit=5${cursor}`);
        paged.push(...json.items);
        if (json.nextCursor === null) break;
        cursor = `&cursor=${json.nextCursor}`;
      }
      expect(paged).toEqual(whole.json.items);
      expect((await gateway.get('/v1/authorisations')).json.items.map((one: Json) => one.code)).toContain('CNIL_O');
    });

    it('are saved by the service targets, and then shown', async () => {
      const body = { code: 'DIET', name: 'Diet', kind: 'LIST', values: [{ code: 'VEGAN', name: 'Vegan' }] };
      const made = await gateway.post('/v1/criteria', body);
      expect(made).toMatchObject({
        status: 201,
        json: { code: 'DIET', kind: 'LIST', active: true, values: [{ code: 'VEGAN' }] },
      });
      expect(made.headers.get('location')).toBe('/v1/criteria/DIET');
      const changed = await gateway.ask('PUT', '/v1/criteria/DIET', { body: { active: false } });
      expect(changed).toMatchObject({ status: 200, json: { name: 'Diet', active: false } });
      expect((await gateway.commands()).at(-1)).toMatchObject({
        institution: gateway.institution.id,
        requestedBy: { role: 'admin' },
        wish: { intent: 'replace', definition: { type: 'criterion', code: 'DIET', active: false } },
      });
    });

    it('get new values and change those that are there', async () => {
      const added = await gateway.ask('PUT', '/v1/criteria/PROFESSION/values/CHEF%20DE%20CUISINE', {
        body: { name: 'Chef' },
      });
      expect(added.status).toBe(201);
      expect(added.json.values).toContainEqual(expect.objectContaining({ code: 'CHEF DE CUISINE', name: 'Chef' }));
      const changed = await gateway.ask('PUT', '/v1/criteria/PROFESSION/values/TEACHER', { body: { active: false } });
      expect(changed.status).toBe(200);
      const nameless = await gateway.ask('PUT', '/v1/criteria/PROFESSION/values/NEW', { body: {} });
      expect(nameless.json).toMatchObject({ status: 422, errors: [{ pointer: '/name' }] });
    });

    it('are what is seen of them, however their letters are stored', async () => {
      const path = (code: string) => `/v1/criteria/PROFESSION/values/${encodeURIComponent(code)}`;
      const added = await gateway.ask('PUT', path('CAFE\u0301'), { body: { name: 'Cafe\u0301' } });
      expect(added.headers.get('location')).toBe(path('CAFÉ'));
      expect(added.json.values).toContainEqual(expect.objectContaining({ code: 'CAFÉ' }));
      const again = await gateway.ask('PUT', path('CA\u200bFE\u0301'), { body: { active: false } });
      expect(again.status).toBe(200);
      const values = [{ code: 'the\u0301\u200b', name: 'The\u0301' }];
      await gateway.post('/v1/criteria', { code: 'DRINK', name: 'The\u0301', kind: 'LIST', values });
      expect((await gateway.commands()).at(-1)?.wish).toMatchObject({
        definition: { name: 'Thé', values: [{ code: 'thé', name: 'Thé' }] },
      });
    });

    it('of authorisations are saved alike', async () => {
      const made = await gateway.post('/v1/authorisations', { code: 'NEWSLETTER', name: 'Newsletter' });
      expect(made).toMatchObject({ status: 201, json: { code: 'NEWSLETTER', active: true } });
      const changed = await gateway.ask('PUT', '/v1/authorisations/NEWSLETTER', { body: { name: 'The newsletter' } });
      expect(changed).toMatchObject({ status: 200, json: { name: 'The newsletter' } });
    });

    it.each([
      [{ code: '__proto__', name: 'x', kind: 'LIST' }, '/code'],
      [{ code: 'A B', name: 'x', kind: 'LIST' }, '/code'],
      [{ code: 'A', name: '', kind: 'LIST' }, '/name'],
      [{ code: 'A', name: 'x', kind: 'COLOUR' }, '/kind'],
      [{ code: 'A', name: 'x', kind: 'LIST', values: [{ code: 'Empty', name: 'x' }] }, '/values/0/code'],
      [{ code: 'A', name: 'x', kind: 'LIST', values: [{ code: 'a|b', name: 'x' }] }, '/values/0/code'],
      [{ code: 'A', name: 'x', kind: 'LIST', institution: 'theirs' }, '/institution'],
    ])('are refused when they are %j', async (body, pointer) => {
      const answer = await gateway.post('/v1/criteria', body);
      expect(answer.json).toMatchObject({ status: 422, errors: [{ pointer }] });
    });
  });

  describe('the criterion values', () => {
    it('come as a list with an example for each', async () => {
      const { json } = await gateway.get('/v1/criterion-values?limit=200', { as: 'viewer' });
      const examples = Object.fromEntries(json.items.map((row: Json) => [row.code, row.example]));
      expect(examples).toMatchObject({
        INTERESTS: 'THEATRE|OPERA',
        SUBSCRIBER: 'FALSE',
        SHOWS_SEEN: '12.5',
        LAST_VISIT: '2026-05-31',
      });
      expect(json.items).toContainEqual(
        expect.objectContaining({ code: 'EMAIL', type: 'authorisation', valueCode: 'TRUE', example: 'TRUE' }),
      );
    });

    it('come as one file in the delimiter of the institution', async () => {
      const file = await gateway.get('/v1/criterion-values', { headers: { accept: 'text/csv' } });
      expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(file.headers.get('content-disposition')).toContain('filename=criterion-values.csv');
      expect(file.text).toMatch(/^KIND,CODE,NAME,|^\ufeffKIND,CODE,NAME,/);
      expect(file.text).toContain("LIST,LOYALTY,Loyalty level,TRUE,'+GOLD,Gold plus,TRUE,'+GOLD\r\n");
    });

    it('come as a workbook, whose texts need no guard', async () => {
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const headers = { authorization: `Bearer ${gateway.institution.keys.viewer}`, accept: type };
      const answer = await fetch(`${gateway.url}/v1/criterion-values`, { headers });
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('content-disposition')).toContain('filename=criterion-values.xlsx');
      const zip = await yauzl.fromBufferPromise(Buffer.from(await answer.arrayBuffer()));
      const parts: Record<string, string> = {};
      for await (const entry of zip.eachEntry()) {
        parts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
      }
      expect(parts['xl/worksheets/sheet1.xml']).toContain('<t>+GOLD</t>');
      expect(parts['xl/worksheets/sheet1.xml']).not.toContain("'+GOLD");
    });
  });

  describe('targets', () => {
    it('are made, shown, changed and deleted', async () => {
      const made = await gateway.post(
        '/v1/targets',
        { code: 'NEIGHBOURS', name: 'Neighbours', rule },
        { as: 'editor' },
      );
      expect(made).toMatchObject({ status: 201, json: { code: 'NEIGHBOURS', rule, createdBy: { role: 'editor' } } });
      const path = `/v1/targets/${made.json.targetId}`;
      expect(made.headers.get('location')).toBe(path);
      expect((await gateway.get(path, { as: 'viewer' })).json).toEqual(made.json);
      const changed = await gateway.ask('PUT', path, {
        as: 'editor',
        body: { code: 'NEIGHBOURS', name: 'Near', rule },
      });
      expect(changed).toMatchObject({ status: 200, json: { name: 'Near' } });
      const list = await gateway.get('/v1/targets', { as: 'viewer' });
      expect(list.json.items.map((one: Json) => one.code)).toEqual(expect.arrayContaining(['EVERYBODY', 'NEIGHBOURS']));
      expect((await gateway.ask('DELETE', path, { as: 'editor' })).status).toBe(204);
      expect((await gateway.get(path)).status).toBe(404);
      expect((await gateway.ask('DELETE', path)).status).toBe(404);
    });

    it('are refused in the words of the service targets', async () => {
      const answer = await gateway.post('/v1/targets', { code: 'TAKEN', name: 'x', rule });
      expect(answer.json).toMatchObject({ status: 409, code: 'TARGET_CODE_TAKEN', errors: [{ pointer: '/code' }] });
    });

    it('that take longer are answered 202, and are not forgotten', async () => {
      const answer = await gateway.post('/v1/targets', { code: 'SLOW', name: 'x', rule });
      expect(answer).toMatchObject({ status: 202, json: { state: 'OPEN', requestId: expect.stringMatching(/^req_/) } });
      const command = (await targetCommands()).find(({ code }) => code === 'SLOW');
      expect(answer.headers.get('location')).toBe(`/v1/targets/${command?.targetId}`);
    });

    it('are 503 with Retry-After while Kafka takes nothing', async () => {
      gateway.service.refusePublishing(1);
      const answer = await gateway.post('/v1/targets', { code: 'AWAY', name: 'x', rule });
      expect(answer.json).toMatchObject({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' });
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    });

    it.each([
      [{ field: 'criteria.NOPE', is: 'equals', value: 'x' }, '/rule/field'],
      [{ all: [{ field: 'contact.country', is: 'like', value: 'x' }] }, '/rule/all/0/is'],
      [
        { any: [rule, { none: [{ field: 'criteria.PROFESSION', is: 'equals', value: 'PILOT' }] }] },
        '/rule/any/1/none/0/value',
      ],
      [{ $where: 'sleep(1000)' }, '/rule'],
      ['text', '/rule'],
    ])('with the rule %j are refused with a pointer', async (bad, pointer) => {
      for (const [path, body] of [
        ['/v1/targets', { code: 'BAD', name: 'x', rule: bad }],
        ['/v1/targets/preview', { rule: bad }],
      ] as const) {
        const answer = await gateway.post(path, body);
        expect(answer.json).toMatchObject({ status: 422, code: 'RULE_INVALID' });
        expect(answer.json.errors.map((one: Json) => one.pointer).join()).toContain(pointer);
      }
    });

    it('find texts however their letters are stored', async () => {
      const { database, institution } = gateway;
      const setCity = (number: string, city: string) =>
        database.contacts.updateOne({ _id: `${institution.id}:${number}` }, { $set: { city } });
      await setCity('00000003', 'Orléans');
      await setCity('00000004', 'Orle\u0301ans');
      for (const [is, value] of [
        ['equals', 'Orle\u0301ans'],
        ['equals', 'Orléans'],
        ['in', ['Orléans']],
        ['startsWith', 'orle\u0301'],
      ]) {
        const inCity = { field: 'contact.city', is, value };
        const { json } = await gateway.post('/v1/targets/preview', { rule: inCity }, { as: 'editor' });
        expect(json.sample.map((one: Json) => one.contactNumber)).toEqual(['00000003', '00000004']);
      }
    });

    it('can be previewed: how many, and the first twenty by number', async () => {
      const { status, json } = await gateway.post('/v1/targets/preview', { rule: { all: [] } }, { as: 'editor' });
      expect(status).toBe(200);
      expect(json.count).toBe(40);
      expect(json.sample).toHaveLength(20);
      expect(json.sample[0]).toMatchObject({ contactNumber: '00000001', lastName: expect.any(String) });
    });
  });

  describe('an Idempotency-Key', () => {
    const once = (key: string, body: unknown, path = '/v1/targets') =>
      gateway.post(path, body, { headers: { 'idempotency-key': key } });

    it('gets the first answer again for the same request, and nothing is done twice', async () => {
      const body = { code: 'ONCE', name: 'Once', rule };
      const first = await once('one', body);
      const again = await once('one', body);
      expect(first.status).toBe(201);
      expect([again.status, again.json, again.headers.get('location')]).toEqual([
        201,
        first.json,
        first.headers.get('location'),
      ]);
      expect((await targetCommands()).filter(({ code }) => code === 'ONCE')).toHaveLength(1);
    });

    it('is refused for another request', async () => {
      await once('two', { code: 'TWO', name: 'Two', rule });
      expect((await once('two', { code: 'TWO', name: 'Three', rule })).json).toMatchObject({
        status: 422,
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect((await once('two', { rule }, '/v1/targets/preview')).json).toMatchObject({
        status: 422,
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    });

    it('waits for the first request to end', async () => {
      const body = { code: 'SLOW', name: 'Slow', rule };
      const first = once('three', body);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const second = await once('three', body);
      expect(second.json).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_IN_USE' });
      expect(second.headers.get('retry-after')).toMatch(/^\d+$/);
      expect((await first).status).toBe(202);
    });

    it('is free again after a request that was refused', async () => {
      expect((await once('four', { code: 'BAD CODE', name: 'x', rule })).status).toBe(422);
      expect((await once('four', { code: 'FOUR', name: 'x', rule })).status).toBe(201);
    });

    it('goes on with the same ids after a fault on our side', async () => {
      gateway.service.refusePublishing(1);
      const body = { code: 'FIVE', name: 'x', rule };
      expect((await once('five', body)).status).toBe(503);
      const again = await once('five', body);
      expect(again.status).toBe(201);
      const kept = await gateway.database.idempotencyKeys.findOne({ _id: { $regex: /:five$/ } });
      expect(again.json.targetId).toBe(`tgt_${(kept as unknown as { seed: string }).seed}`);
    });

    it('belongs to the API key that used it', async () => {
      const body = { code: 'SIX', name: 'x', rule };
      const first = await once('six', body);
      const other = await gateway.post('/v1/targets', body, {
        of: gateway.other,
        headers: { 'idempotency-key': 'six' },
      });
      expect(other.status).toBe(201);
      expect(other.json.targetId).not.toBe(first.json.targetId);
    });

    it('shows a new API key again, but no store holds it in the clear', async () => {
      const body = { name: 'Twice', role: 'viewer' };
      const first = await once('seven', body, '/v1/api-keys');
      const again = await once('seven', body, '/v1/api-keys');
      expect(again.json).toEqual(first.json);
      const kept = await gateway.database.idempotencyKeys.findOne({ _id: { $regex: /:seven$/ } });
      expect(JSON.stringify(kept)).not.toContain(first.json.key);
    });

    it.each(['', ' ', 'x'.repeat(101), 'schlüssel'])('is refused when it is "%s"', async (key) => {
      const bytes = Buffer.from(key).toString('latin1');
      expect((await once(bytes, { rule }, '/v1/targets/preview')).json).toMatchObject({
        status: 400,
        code: 'IDEMPOTENCY_KEY_INVALID',
      });
    });
  });
});
