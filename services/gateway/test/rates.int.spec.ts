import { type ClientRequest, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newApiKey, hashOfKey } from '@roundtrip/database';
import { type Answered, GatewayFixture } from './gateway-fixture.js';
import { sendRaw } from './raw-request.js';

const limits = {
  REQUESTS_PER_MINUTE: '40',
  LIST_PAGES_PER_MINUTE: '5',
  SIGN_IN_FAILURES_PER_HOUR: '3',
  SIGN_INS_PER_HOUR: '2',
  PROXIES: '1',
  UPLOADS_AT_ONCE: '2',
  UPLOAD_WAIT_MS: '100',
  UPLOAD_BYTES_PER_HOUR: '60000',
  EVENT_STREAMS_PER_KEY: '2',
  EVENT_STREAMS_AT_ONCE: '3',
  TEMPLATE_MAILS_PER_RECIPIENT: '2',
  TEMPLATE_MAILS_PER_INSTITUTION: '3',
};

describe('how much may be asked for', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start(limits);
  }, 90_000);
  afterAll(() => gateway.close());

  const expectTooMuch = (answer: Answered, code: string): void => {
    expect(answer.json).toMatchObject({ status: 429, code, detail: expect.stringMatching(/^[A-Z].* .*\.$/s) });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  };
  /** A key of its own, so that what one test asks is not counted for another. */
  const asNewKey = async (institution: string): Promise<{ headers: Record<string, string>; as: 'nobody' }> => {
    const key = newApiKey();
    const id = `key_${key.slice(-10)}`;
    await gateway.database.apiKeys.insertOne({
      _id: id,
      institution,
      name: 'Rates',
      role: 'admin',
      hash: hashOfKey(key),
      createdAt: new Date(),
      createdBy: id,
    });
    return { as: 'nobody', headers: { authorization: `Bearer ${key}` } };
  };

  it('is so many requests a minute with one key, and each answer says how many are left', async () => {
    const one = await asNewKey(gateway.institution.id);
    const first = await gateway.get('/v1/me', one);
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=39;t=\d+$/);
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=40;w=60');
    for (let asked = 1; asked < 40; asked++) expect((await gateway.get('/v1/me', one)).status).toBe(200);
    expectTooMuch(await gateway.get('/v1/me', one), 'TOO_MANY_REQUESTS');
    expect((await gateway.get('/v1/me', await asNewKey(gateway.institution.id))).status).toBe(200);
  });

  it('is so many sign-ins that are begun from one address', async () => {
    const from = (address: string) =>
      gateway.get('/v1/session/start', { as: 'nobody', headers: { 'x-forwarded-for': address } });
    // Without a provider there is none to begin; who asks is counted all the same.
    for (let asked = 0; asked < 2; asked++) expect((await from('192.0.2.7')).status).toBe(404);
    expectTooMuch(await from('192.0.2.7'), 'TOO_MANY_SIGN_INS');
    expect((await from('192.0.2.8')).status).toBe(404);
  });

  it('is so many pages of contacts and further pages of lists, and anything else goes on', async () => {
    const one = await asNewKey(gateway.institution.id);
    const next = (await gateway.get('/v1/contacts?limit=2', one)).json.nextCursor as string;
    const more = (await gateway.get('/v1/targets?limit=1', one)).json.nextCursor as string;
    const pages = [`contacts?cursor=${next}`, 'contacts?query=0', `targets?cursor=${more}`, 'contacts?limit=200'];
    for (const path of pages) expect((await gateway.get(`/v1/${path}`, one)).status).toBe(200);
    for (let again = 0; again < 6; again++) expect((await gateway.get('/v1/imports', one)).status).toBe(200);
    expectTooMuch(await gateway.get('/v1/contacts', one), 'TOO_MANY_REQUESTS');
    expectTooMuch(await gateway.get(`/v1/targets?cursor=${more}`, one), 'TOO_MANY_REQUESTS');
    expect((await gateway.get('/v1/contacts/00000001', one)).status).toBe(200);
  });

  it('is so many wrong keys from one address, and none of the right ones is counted', async () => {
    const from = (address: string, key: string) =>
      gateway.post('/v1/session', { key }, { as: 'nobody', headers: { 'x-forwarded-for': address } });
    for (let tried = 0; tried < 3; tried++) expect((await from('192.0.2.1', 'rt_wrong')).status).toBe(401);
    expectTooMuch(await from('192.0.2.1', 'rt_wrong'), 'TOO_MANY_SIGN_INS');
    expectTooMuch(await from('192.0.2.1', gateway.institution.keys.viewer), 'TOO_MANY_SIGN_INS');
    for (let tried = 0; tried < 6; tried++) {
      expect((await from('192.0.2.2', gateway.institution.keys.viewer)).status).toBe(200);
    }
    // Only the proxy before us is believed.
    expectTooMuch(await from('192.0.2.9, 192.0.2.1', 'rt_wrong'), 'TOO_MANY_SIGN_INS');
  });

  const form = { dataType: 'criteria', action: 'check' };

  it('is so many uploads of an institution at once; when one is over there is a place again', async () => {
    const of = gateway.other;
    const begun = new Set<ClientRequest>();
    let isOver = false;
    const begin = (): void => {
      const upload = httpRequest(`${gateway.url}/v1/imports`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${of.keys.operator}`,
          'content-type': 'multipart/form-data; boundary=b',
        },
      });
      begun.add(upload);
      upload.on('error', () => undefined);
      // One of ours below may have had its place.
      upload.on('response', (refusal) => {
        refusal.resume();
        begun.delete(upload);
        if (!isOver) begin();
      });
      upload.write('--b\r\nContent-Disposition: form-data; name="dataType"\r\n\r\ncriteria\r\n');
    };
    for (let n = 0; n < 2; n++) begin();
    const until = async (status: number): Promise<Answered> => {
      for (;;) {
        const answer = await gateway.upload(form, 'CONTACT_NUMBER\r\n', await asNewKey(of.id));
        if (answer.status === status) return answer;
        await setTimeout(100);
      }
    };
    expectTooMuch(await until(429), 'TOO_MANY_AT_ONCE');
    expect((await gateway.upload(form, 'CONTACT_NUMBER\r\n')).status).toBe(202);
    isOver = true;
    for (const upload of begun) upload.destroy();
    await until(202);
  });

  it('is so many bytes of uploads of an institution', async () => {
    const file = `CONTACT_NUMBER\r\n${'1\r\n'.repeat(10_000)}`;
    const answers: Answered[] = [];
    for (let sent = 0; sent < 4; sent++) answers.push(await gateway.upload(form, file));
    expect(answers[0]?.status).toBe(202);
    expectTooMuch(answers[3]!, 'TOO_MUCH_UPLOADED');
  });

  it('is no stream of whoever left before she was known', async () => {
    const { headers } = await asNewKey(gateway.institution.id);
    const head = `GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers['authorization']}\r\n\r\n`;
    for (let n = 0; n < 10; n++) await sendRaw(gateway.url, { chunks: [head], leaves: 'destroy' });
    const stop = new AbortController();
    const open = async () => (await fetch(`${gateway.url}/v1/events`, { headers, signal: stop.signal })).status;
    // One that was known just in time still has its place for a moment.
    for (let tries = 0; tries < 50 && (await open()) !== 200; tries++) await setTimeout(100);
    expect(await open()).toBe(200);
    stop.abort();
  });

  it('is so many streams of events of a key, and of all; one that ends makes room', async () => {
    const open = async (who: { headers: Record<string, string> }) => {
      const stop = new AbortController();
      const answer = await fetch(`${gateway.url}/v1/events`, { headers: who.headers, signal: stop.signal });
      return { status: answer.status, retryAfter: answer.headers.get('retry-after'), stop: () => stop.abort() };
    };
    const [one, other] = [await asNewKey(gateway.institution.id), await asNewKey(gateway.other.id)];
    const streams = [await open(one), await open(one)];
    expect(streams.map(({ status }) => status)).toEqual([200, 200]);
    expect(await open(one)).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) });
    streams.push(await open(other));
    expect(await open(other)).toMatchObject({ status: 429 });
    streams[0]!.stop();
    for (;;) {
      const again = await open(other);
      if (again.status === 200) {
        streams.push(again);
        break;
      }
    }
    streams.forEach(({ stop }) => stop());
  });

  it('is so many templates with a mail to one address, and of an institution; without a mail there is no end', async () => {
    const target = await gateway.database.targets.findOne({ institution: gateway.institution.id });
    const ask = (email?: string) =>
      gateway.post('/v1/templates', { dataType: 'criteria', targetId: target?._id, ...(email && { email }) });
    expect((await ask('One@example.org')).status).toBe(202);
    expect((await ask('one@example.org')).status).toBe(202);
    expectTooMuch(await ask('one@example.org'), 'TOO_MANY_MAILS');
    expect((await ask('two@example.org')).status).toBe(202);
    expectTooMuch(await ask('three@example.org'), 'TOO_MANY_MAILS');
    expect((await ask()).status).toBe(202);
  });

  it('is told', async () => {
    const { json } = await gateway.get('/v1/limits', { as: 'viewer' });
    expect(json).toMatchObject({
      requestsPerMinute: 40,
      listPagesPerMinute: 5,
      uploadsAtOnce: 2,
      eventStreamsPerKey: 2,
    });
  });
});

describe('an upload that waits for its place', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start({ UPLOADS_AT_ONCE: '1', UPLOAD_WAIT_MS: '20000' });
  }, 90_000);
  afterAll(() => gateway.close());

  it('is not behind those whose senders have left', async () => {
    const authorization = `Authorization: Bearer ${gateway.institution.keys.operator}`;
    const part = (name: string, value: string): string =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nCONTACT_NUMBER\r\n\r\n--b--\r\n';
    const body = part('dataType', 'criteria') + part('action', 'check') + file;
    const request = `POST /v1/imports HTTP/1.1\r\nHost: x\r\n${authorization}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n`;
    const { hostname, port } = new URL(gateway.url);
    const first = connect(Number(port), hostname);
    first.write(request + body.slice(0, 100));
    await setTimeout(300);
    for (let n = 0; n < 5; n++)
      await sendRaw(gateway.url, { chunks: [request + body], pauseMs: 100, leaves: 'destroy' });
    const last = gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER\r\n');
    await setTimeout(300);
    first.destroy();
    expect((await last).status).toBe(202);
  });
});
