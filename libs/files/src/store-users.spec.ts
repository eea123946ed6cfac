import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { writeStoreUsers } from './index.js';

describe('users of an object store', () => {
  it('are not written into one that would take the requests for objects', async () => {
    const written: string[] = [];
    const server = createServer((request, response) => {
      if (request.method === 'PUT') written.push(request.url ?? '');
      response.writeHead(request.method === 'PUT' ? 200 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const settings = { endpoint, accessKey: 'a', secretKey: 'b', region: 'us-east-1' };
    const writing = writeStoreUsers(settings, [{ name: 'gateway', password: 'a long password' }]);
    await expect(writing).rejects.toThrow(/no MinIO.*take s3 out of MAKE_USERS_IN/);
    expect(written).toEqual([]);
    server.close();
  });
});
