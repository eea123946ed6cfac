import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GatewayConfig } from '../config.js';
import { prepareHttp } from '../prepare-http.js';

class Nothing {}
const portOf = (app: INestApplication): number => ((app.getHttpServer() as Server).address() as AddressInfo).port;

describe('what is no HTTP request', () => {
  let app: INestApplication;
  beforeAll(async () => {
    const providers = [{ provide: GatewayConfig, useValue: { SLOW_REQUEST_MS: 300, PUBLIC_URL: 'http://127.0.0.1' } }];
    app = await NestFactory.create({ module: Nothing, providers }, { logger: false });
    prepareHttp(app);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  it.each<[string, Iterable<string>, number, string]>([
    ['no HTTP', ['hello\r\n\r\n'], 400, 'REQUEST_MALFORMED'],
    ['of two lengths', ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2, 3\r\n\r\n{}'], 400, 'REQUEST_MALFORMED'],
    [
      'of a length and in chunks',
      ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}'],
      400,
      'REQUEST_MALFORMED',
    ],
    ['of a huge head', [`GET / HTTP/1.1\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`], 431, 'HEADERS_TOO_LARGE'],
    ['of a byte now and then', 'GET / HTTP/1.1\r\nA: '.padEnd(60, 'x'), 408, 'REQUEST_TOO_SLOW'],
  ])('%s is answered as a problem, and the connection ends', async (_what, chunks, status, code) => {
    const socket = connect(portOf(app), '127.0.0.1').on('error', () => undefined);
    const answer = text(socket);
    for (const chunk of chunks) {
      if (socket.destroyed || socket.readableEnded) break;
      socket.write(chunk);
      await pause(20);
    }
    const [head = '', body = ''] = (await answer).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code, detail: expect.any(String) });
  });
});
