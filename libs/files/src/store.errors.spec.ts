import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { isTransientStoreError, ObjectStore } from './index.js';

/** A store that gives one answer to everything. */
async function errorFrom(status: number, code: string): Promise<unknown> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>so it is</Message></Error>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store = new ObjectStore({
    endpoint: `http://127.0.0.1:${port}`,
    accessKey: 'a',
    secretKey: 'b',
    region: 'us-east-1',
  });
  try {
    return await store.put('plans', 'x', Buffer.from('x')).catch((thrown: unknown) => thrown);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('what the object store answers', () => {
  it.each([
    [503, 'SlowDown', true],
    [503, 'XMinioServerNotInitialized', true],
    [500, 'InternalError', true],
    [429, 'SlowDown', true],
    [400, 'RequestTimeout', true],
    [403, 'AccessDenied', false],
    [404, 'NoSuchBucket', false],
    [400, 'InvalidRequest', false],
  ])('%i %s: worth another try is %s', async (status, code, transient) => {
    expect(isTransientStoreError(await errorFrom(status, code))).toBe(transient);
  });

  it('is looked for in the causes of an error', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(isTransientStoreError(new Error('cannot write the plan', { cause }))).toBe(true);
    expect(isTransientStoreError(new Error('cannot write the plan'))).toBe(false);
    expect(isTransientStoreError('ECONNREFUSED')).toBe(false);
  });
});
