import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toProblemBody } from '../http/problem-body.js';
import { Problem } from '../http/problem.errors.js';
import { readUpload } from './multipart-form.reader.js';

const boundary = 'XbX';
const field = (name: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (content: string, head = 'name="file"; filename="a.csv"'): string =>
  `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;
const fields = field('dataType', 'criteria') + field('action', 'check');

describe('the reader of uploads', () => {
  let server: Server;
  /** What a store would hold. */
  let kept: Set<string>;
  let outcomes: unknown[];
  /** What is waited for before the request is read: a place among the uploads. */
  let turn: (request: IncomingMessage) => Promise<unknown>;

  const take = async (
    given: ReadonlyMap<string, string>,
    { name, content }: { name: string; content: AsyncIterable<Buffer> },
  ) => {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    kept.add(text);
    return { fields: Object.fromEntries(given), name, text };
  };
  const read = (request: IncomingMessage) =>
    readUpload(request, {
      maxBytes: 1_000,
      slowMs: 1_000,
      take,
      undo: async ({ text }) => void kept.delete(text),
    });

  beforeEach(async () => {
    kept = new Set();
    outcomes = [];
    turn = () => Promise.resolve();
    server = createServer((request, response) => {
      turn(request)
        .then(() => read(request))
        .then(
          (upload) => ({ status: 202, body: upload }),
          (error: unknown) => ({
            status: error instanceof Problem ? error.status : 500,
            body: error instanceof Problem ? { code: error.code, detail: toProblemBody('en', error).detail } : {},
          }),
        )
        .then(({ status, body }) => {
          outcomes.push(body);
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        })
        .catch(() => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = async (body: string, type = `multipart/form-data; boundary=${boundary}`) => {
    const response = await fetch(address(), { method: 'POST', headers: { 'content-type': type }, body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('hands over the fields, the plain name and the bytes of the file', async () => {
    const { status, body } = await post(fields + file('a;b\r\n', 'name="file"; filename="../x/élèves.csv"') + end);
    expect(status).toBe(202);
    expect(body).toEqual({ fields: { dataType: 'criteria', action: 'check' }, name: 'élèves.csv', text: 'a;b\r\n' });
  });

  it('takes a file of exactly the limit, and none beyond it', async () => {
    expect((await post(fields + file('x'.repeat(1_000)) + end)).status).toBe(202);
    kept.clear();
    expect(await post(fields + file('x'.repeat(1_001)) + end)).toMatchObject({
      status: 413,
      body: { code: 'FILE_TOO_LARGE' },
    });
    expect(kept.size).toBe(0);
  });

  it.each([
    ['a field after the file', fields + file('a') + field('email', 'x') + end, 400, 'FIELD_AFTER_FILE'],
    ['two files', fields + file('a') + file('b') + end, 400, 'TOO_MANY_PARTS'],
    ['no file', fields + end, 400, 'FILE_MISSING'],
    ['a file without a name', fields + field('file', 'a;b') + end, 400, 'FILE_MISSING'],
    ['the file in another part', fields + file('a', 'name="upload"; filename="a.csv"') + end, 400, 'FORM_INVALID'],
    ['a part without a name', fields + file('a', 'filename="a.csv"') + end, 400, 'FORM_INVALID'],
    ['an unknown field', fields + field('institution', 'theirs') + file('a') + end, 400, 'FORM_INVALID'],
    ['a field like every object has', field('__proto__', 'x') + file('a') + end, 400, 'FORM_INVALID'],
    ['the same field twice', fields + field('action', 'update') + file('a') + end, 400, 'FORM_INVALID'],
    ['a field too long', field('email', 'x'.repeat(2_000)) + file('a') + end, 400, 'FORM_INVALID'],
    ['very many parts', field('action', 'check').repeat(40) + file('a') + end, 400, 'FORM_INVALID'],
    [
      'many parts that are nothing',
      `--${boundary}\r\nX: y\r\n\r\n\r\n`.repeat(40) + file('a') + end,
      400,
      'TOO_MANY_PARTS',
    ],
    ['a form cut off in the file', `${fields}${file('a')}`, 400, 'MULTIPART_MALFORMED'],
    ['a form cut off in a header', `${fields}--${boundary}\r\nContent-Dispo`, 400, 'MULTIPART_MALFORMED'],
    ['no form at all', 'hello', 400, 'MULTIPART_MALFORMED'],
    ['an empty body', '', 400, 'MULTIPART_MALFORMED'],
    [
      'an unknown character set',
      `--${boundary}\r\nContent-Disposition: form-data; name="email"\r\nContent-Type: text/plain; charset=klingon\r\n\r\nx\r\n${file('a')}${end}`,
      400,
      'MULTIPART_MALFORMED',
    ],
  ])('refuses %s and keeps nothing', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(kept.size).toBe(0);
    expect((await post(fields + file('next') + end)).status).toBe(202);
  });

  it.each([
    ['multipart/form-data', 400],
    ['multipart/form-data; boundary=', 400],
    ['application/json', 415],
    ['multipart/mixed; boundary=x', 415],
  ])('refuses the media type %s', async (type, status) => {
    expect((await post(fields + file('a') + end, type)).status).toBe(status);
  });

  it('refuses what says that it is too large before a byte of it is read', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 999999999\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 [\s\S]*FILE_TOO_LARGE/);
  });

  it.each([
    ['stands still', 0],
    ['sends a byte now and then', 200],
  ])('cuts off who %s, and keeps nothing', async (_what, bytes) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 50000\r\n\r\n`,
    );
    socket.write(fields + file('half').slice(0, -4));
    for (let sent = 0; sent < bytes && outcomes.length === 0; sent++) {
      socket.write('x');
      await pause(20);
    }
    expect((await answered).toString()).toMatch(/^HTTP\/1\.1 408 [\s\S]*UPLOAD_STALLED/);
    socket.destroy();
    expect(kept.size).toBe(0);
  });

  it('keeps nothing of an upload that is cut off, and goes on', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 5000\r\n\r\n`,
    );
    socket.write(fields + file('half').slice(0, -4));
    await pause(50);
    socket.destroy();
    for (let tries = 0; outcomes.length === 0 && tries < 100; tries++) await pause(10);
    expect(outcomes).toEqual([expect.objectContaining({ code: 'UPLOAD_ABORTED' })]);
    expect(kept.size).toBe(0);
    expect((await post(fields + file('next') + end)).status).toBe(202);
  });

  it.each([
    ['all of it', fields + file('whole') + end],
    ['half of it', fields + file('half').slice(0, -4)],
  ])('tells at once of one whose sender has left before its turn came, when %s had arrived', async (_, body) => {
    turn = (request) => new Promise((resolve) => request.once('close', resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const length = Buffer.byteLength(fields + file('whole') + end);
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${length}\r\n\r\n${body}`,
    );
    await pause(50);
    socket.destroy();
    while (outcomes.length === 0) await pause(10);
    expect(outcomes).toEqual([expect.objectContaining({ code: 'UPLOAD_ABORTED' })]);
    expect(kept.size).toBe(0);
  });
});
