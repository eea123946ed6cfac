import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { isTransientStoreError, ObjectStore } from './index.js';

/** What fails at a store that gives one answer to everything. */
async function errorAt(status: number, xml: string, work: (store: ObjectStore) => Promise<unknown>): Promise<unknown> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?>${xml}`);
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
    return await work(store).catch((thrown: unknown) => thrown);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const errorFrom = (status: number, code: string): Promise<unknown> =>
  errorAt(status, `<Error><Code>${code}</Code><Message>so it is</Message></Error>`, (store) =>
    store.put('plans', 'x', Buffer.from('x')),
  );

describe('objects that the store does not remove', () => {
  const kept = (code: string): string => `<Error><Key>a</Key><Code>${code}</Code><Message>so it is</Message></Error>`;
  const removing = (...codes: string[]): Promise<unknown> =>
    errorAt(200, `<DeleteResult>${codes.map(kept).join('')}</DeleteResult>`, (store) =>
      store.removeAll('plans', ['a', 'b']),
    );

  it.each([
    ['AccessDenied', false],
    ['InternalError', true],
  ])('are told, though it answers 200: %s, worth another try is %s', async (code, transient) => {
    const error = await removing(code, 'AccessDenied');
    expect(error).toMatchObject({
      name: 'NotRemoved',
      message: `The object store keeps 2 of the objects to remove, first plans/a: ${code} so it is`,
    });
    expect(isTransientStoreError(error)).toBe(transient);
  });

  it('are none when it lists none', async () => {
    expect(await removing()).toBeUndefined();
  });
});

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
