import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importRequested } from '@roundtrip/contracts';
import { Client } from 'minio';
import { GatewayFixture } from './gateway-fixture.js';
import { type RawRequest, sendRaw } from './raw-request.js';

/** Requests that nobody sends in good faith: each has its 4xx, and leaves a gateway that answers and stores that hold nothing of it. */

const csv = 'CONTACT_NUMBER;[new] PROFESSION\r\n1;ARTIST\r\n';
const megabyte = Buffer.alloc(1 << 20, '1;ARTIST\r\n');
const slowMs = 1_500;
const boundary = 'XbX';
const part = (head: string, content: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const field = (name: string, value: string): string => part(`name="${name}"`, value);
const file = (content: string, name = 'a.csv'): string => part(`name="file"; filename="${name}"`, content);
const end = `--${boundary}--\r\n`;
const fields = field('dataType', 'criteria') + field('action', 'check');
const form = fields + file(csv) + end;
/** The beginning of a form whose file goes on. */
const openForm = fields + file('').slice(0, -2);

describe('hostile requests', () => {
  let gateway: GatewayFixture;
  let store: Client;
  let keyId: string;
  /** Tells which import an upload would become. */
  let seed: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ SLOW_REQUEST_MS: String(slowMs), UPLOAD_MAX_BYTES: '40000000' });
    const { hostname, port } = new URL(process.env['S3_ENDPOINT']!);
    store = new Client({
      endPoint: hostname,
      port: Number(port),
      useSSL: false,
      accessKey: process.env['S3_ACCESS_KEY']!,
      secretKey: process.env['S3_SECRET_KEY']!,
    });
    keyId = (await gateway.get('/v1/me', { as: 'operator' })).json.keyId;
  }, 90_000);
  afterAll(() => gateway.close());
  beforeEach(async () => {
    seed = randomBytes(10).toString('hex');
    const kept = { requestHash: '', seed, lockedUntil: new Date(0), createdAt: new Date() };
    await gateway.database.idempotencyKeys.insertOne({ _id: keptId(), ...kept });
  });

  const keptId = () => `${gateway.institution.id}:${keyId}:${seed}`;
  const unfinished = async (): Promise<number> => {
    const found = await store.listIncompleteUploads('uploads', `imp_${seed}`, true).toArray();
    return found.length;
  };
  /** The upload was begun, and nobody is at work on it any more. */
  const isOver = async () => {
    for (;;) {
      const kept = await gateway.database.idempotencyKeys.findOne<{ lockedUntil: Date }>({ _id: keptId() });
      if (!kept || (kept.lockedUntil > new Date(0) && kept.lockedUntil <= new Date())) return;
      await pause(20);
    }
  };
  /** Of this upload alone: imports of earlier ones are asked for again when nobody works on them for long. */
  const requested = () =>
    gateway.service.published(importRequested).filter(({ importId }) => importId === `imp_${seed}`);
  const expectNothingLeft = async () => {
    expect(await gateway.database.jobs.findOne({ _id: `imp_${seed}` })).toBeNull();
    expect(await gateway.store.stat('uploads', `imp_${seed}`)).toBeUndefined();
    expect(await unfinished()).toBe(0);
    expect(requested()).toEqual([]);
    expect((await gateway.get('/v1/me')).status).toBe(200);
  };

  const head = (path: string, headers: Record<string, string | number>): string =>
    [
      `POST ${path} HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${gateway.institution.keys.operator}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n');
  const uploadHead = (length: number, type = `multipart/form-data; boundary=${boundary}`): string =>
    head('/v1/imports', { 'Idempotency-Key': seed, 'Content-Type': type, 'Content-Length': length });
  const upload = (body: string, type?: string): RawRequest => ({
    chunks: [uploadHead(Buffer.byteLength(body), type), body],
  });
  const problem = (status: number, code: string) => ({
    status,
    type: expect.stringMatching(/^application\/problem\+json/),
    json: expect.objectContaining({ status, code, title: expect.any(String), detail: expect.any(String) }),
  });

  it('would be noticed: the same form without a fault is stored and asked for', async () => {
    expect(await sendRaw(gateway.url, upload(form))).toMatchObject({ status: 202, json: { importId: `imp_${seed}` } });
    expect(await gateway.store.stat('uploads', `imp_${seed}`)).toBeDefined();
    expect(requested()).toHaveLength(1);
    const uploadId = await store.initiateNewMultipartUpload('uploads', `imp_${seed}`, {});
    expect(await unfinished()).toBe(1);
    await store.abortMultipartUpload('uploads', `imp_${seed}`, uploadId);
  });

  describe('forms', () => {
    it.each<[string, () => RawRequest, number, string]>([
      ['without a boundary', () => upload(form, 'multipart/form-data'), 400, 'MULTIPART_MALFORMED'],
      ['with another boundary', () => upload(form, 'multipart/form-data; boundary=Y'), 400, 'MULTIPART_MALFORMED'],
      ['of another type', () => upload(form, 'multipart/mixed; boundary=XbX'), 415, 'MEDIA_TYPE_UNSUPPORTED'],
      ['of ten thousand fields', () => upload(field('action', 'check').repeat(10_000) + form), 400, 'FORM_INVALID'],
      ['of ten thousand parts', () => upload(part('x', '').repeat(10_000) + form), 400, 'TOO_MANY_PARTS'],
      ['of ten thousand files', () => upload(fields + file(csv).repeat(10_000) + end), 400, 'TOO_MANY_PARTS'],
      ['with two files', () => upload(fields + file(csv) + file(csv) + end), 400, 'TOO_MANY_PARTS'],
      ['with no file', () => upload(fields + end), 400, 'FILE_MISSING'],
      [
        'with a line break in its file name',
        () => upload(fields + file(csv, 'a\r\nb.csv') + end),
        400,
        'MULTIPART_MALFORMED',
      ],
      [
        'with control characters in its file name',
        () => upload(fields + file(csv, 'a\u0001\u007fb.csv') + end),
        400,
        'MULTIPART_MALFORMED',
      ],
      [
        'with endless part headers',
        () => upload(fields + part(`x="${'x'.repeat(1e5)}"`, '')),
        400,
        'MULTIPART_MALFORMED',
      ],
      ['with a field of every object', () => upload(field('__proto__', 'x') + form), 400, 'FORM_INVALID'],
      ['with a field of the database', () => upload(field('$where', 'x') + form), 400, 'FORM_INVALID'],
      ['that ends in its file', () => upload(openForm + csv), 400, 'MULTIPART_MALFORMED'],
      ['that is longer than its Content-Length', () => ({ chunks: [uploadHead(form.length - 20), form] }), 400, '.*'],
      [
        'shorter than its Content-Length, whose client waits',
        () => ({ chunks: [uploadHead(form.length + 9_999), form] }),
        408,
        'UPLOAD_STALLED',
      ],
      [
        'that is larger than it says, without end',
        () => ({ chunks: [uploadHead(1e10), openForm, ...Array.from({ length: 45 }, () => megabyte)] }),
        413,
        'FILE_TOO_LARGE',
      ],
      [
        'of a byte now and then',
        () => ({ chunks: [uploadHead(5_000_000), openForm, ...Array.from({ length: 80 }, () => ';')], pauseMs: 100 }),
        408,
        'UPLOAD_STALLED',
      ],
    ])('%s are refused', async (_what, request, status, code) => {
      const answer = await sendRaw(gateway.url, request());
      expect(answer).toEqual({ ...problem(status, code), json: expect.objectContaining({ status }) });
      expect(answer?.json.code).toMatch(new RegExp(`^${code}$`));
      await expectNothingLeft();
    });

    it.each<[string, () => RawRequest]>([
      ['in its fields', () => ({ chunks: [uploadHead(5_000), fields], leaves: 'destroy' })],
      ['in its file', () => ({ chunks: [uploadHead(5_000), openForm, csv], leaves: 'destroy' })],
      ['in its file, by a client that still listens', () => ({ chunks: [uploadHead(5_000), openForm], leaves: 'end' })],
      [
        'when parts of it are in the store',
        () => ({
          chunks: [uploadHead(3e7), openForm, ...Array.from({ length: 18 }, () => megabyte)],
          leaves: 'destroy',
        }),
      ],
    ])('that are cut off %s leave nothing', async (_what, request) => {
      const answer = await sendRaw(gateway.url, request());
      if (answer) expect(answer).toEqual(problem(400, 'REQUEST_MALFORMED'));
      await isOver();
      await expectNothingLeft();
    });

    it.each([
      ['a path', '../../etc/a.csv', 'a.csv'],
      ['a path of Windows', 'C:\\\\Users\\\\a.csv', 'a.csv'],
      ['invisible control characters', 'a\u0085b.csv', 'ab.csv'],
      ['text that turns around', 'a\u202evsc.csv', 'avsc.csv'],
    ])('with %s as file name have a plain name', async (_what, given, name) => {
      const answer = await sendRaw(gateway.url, upload(fields + file(csv, given) + end));
      expect(answer).toMatchObject({ status: 202, json: { file: { name } } });
    });
  });

  describe('addresses for mail', () => {
    const addresses: [string, string][] = [
      ['a list', 'a@x.org,b@x.org'],
      ['another list', 'a@x.org;b@x.org'],
      ['header syntax', 'a@x.org\r\nBcc: b@x.org'],
      ['a name and an address', 'Jane <a@x.org>'],
      ['a NUL', 'a@x.org\0'],
      ['an encoded line break', 'a%0d%0aBcc:b@x.org'],
    ];

    it.each(addresses)('that are %s are refused in a form', async (_what, address) => {
      const answer = await sendRaw(gateway.url, upload(field('email', address) + form));
      expect(answer).toEqual(problem(422, 'EMAIL_INVALID'));
      await expectNothingLeft();
    });

    it.each([...addresses, ['several', ['a@x.org']], ['an object', { $gt: '' }]] as [string, unknown][])(
      'that are %s are refused in JSON',
      async (_what, email) => {
        const before = await gateway.database.jobs.countDocuments({});
        const targetId = gateway.institution.targets['EVERYBODY'];
        const answer = await gateway.post('/v1/templates', { dataType: 'criteria', targetId, email });
        expect(answer.json).toMatchObject({
          status: 422,
          code: expect.stringMatching(/^(EMAIL_INVALID|VALIDATION_FAILED|CHARACTER_INVALID)$/),
        });
        expect(await gateway.database.jobs.countDocuments({})).toBe(before);
      },
    );
  });

  describe('JSON', () => {
    const json = (body: string, length = Buffer.byteLength(body)): RawRequest => ({
      chunks: [head('/v1/templates', { 'Content-Type': 'application/json', 'Content-Length': length }), body],
    });
    const template = (more: string): string => `{"dataType":"criteria","targetId":"tgt_1"${more}}`;

    it.each<[string, () => RawRequest, number, string]>([
      ['nested a thousand deep', () => json('['.repeat(1_000) + ']'.repeat(1_000)), 400, 'JSON_TOO_DEEP'],
      ['nested a hundred thousand deep', () => json('{"a":'.repeat(40_000)), 400, 'JSON_MALFORMED'],
      ['with __proto__', () => json(template(',"__proto__":{"admin":true}')), 422, 'VALIDATION_FAILED'],
      ['with constructor', () => json(template(',"constructor":{"prototype":{}}')), 422, 'VALIDATION_FAILED'],
      ['with a $ key', () => json(template(',"$where":"sleep(1000)"')), 422, 'VALIDATION_FAILED'],
      [
        'with a $ key for a text',
        () => json('{"dataType":"criteria","targetId":{"$gt":""}}'),
        422,
        'VALIDATION_FAILED',
      ],
      ['that is too large', () => json(`"${'x'.repeat(300_000)}"`), 413, 'BODY_TOO_LARGE'],
      ['shorter than its Content-Length, whose client waits', () => json(template(''), 999), 408, 'REQUEST_TOO_SLOW'],
      ['longer than its Content-Length', () => json(template(''), 9), 400, 'JSON_MALFORMED|REQUEST_MALFORMED'],
      [
        'of two lengths',
        () => ({ chunks: [head('/v1/templates', { 'Content-Length': '2, 3' }), '{}'] }),
        400,
        'REQUEST_MALFORMED',
      ],
      [
        'of a length and in chunks',
        () => ({ chunks: [head('/v1/templates', { 'Content-Length': 2, 'Transfer-Encoding': 'chunked' }), '{}'] }),
        400,
        'REQUEST_MALFORMED',
      ],
    ])('%s is refused', async (_what, request, status, code) => {
      const before = await gateway.database.jobs.countDocuments({});
      const answer = await sendRaw(gateway.url, request());
      expect(answer).toMatchObject({ status, type: expect.stringMatching(/^application\/problem\+json/) });
      expect(answer?.json.code).toMatch(new RegExp(`^(${code})$`));
      expect(await gateway.database.jobs.countDocuments({})).toBe(before);
      await expectNothingLeft();
    });
  });

  describe('heads', () => {
    it.each<[string, RawRequest, number, string]>([
      ['that are no HTTP', { chunks: ['hello\r\n\r\n'] }, 400, 'REQUEST_MALFORMED'],
      ['with control characters', { chunks: ['GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n'] }, 400, 'REQUEST_MALFORMED'],
      ['that are huge', { chunks: [`GET / HTTP/1.1\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`] }, 431, 'HEADERS_TOO_LARGE'],
      [
        'of a byte now and then',
        { chunks: 'GET / HTTP/1.1\r\nA: '.padEnd(200, 'x'), pauseMs: 50 },
        408,
        'REQUEST_TOO_SLOW',
      ],
    ])('%s are refused', async (_what, request, status, code) => {
      expect(await sendRaw(gateway.url, request)).toEqual(problem(status, code));
      await expectNothingLeft();
    });
  });
});
