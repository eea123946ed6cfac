import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ObjectStore } from './object.store.js';

describe('writing a stream to the object store', () => {
  it('reads no further than one part while the store does not take it, and lets the source go when the store fails', async () => {
    let failPart: (() => void) | undefined;
    const requests: string[] = [];
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        requests.push(`${request.method} ${request.url?.replace(/.*\?/, '')}`);
        if (request.method === 'POST') {
          response.end('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>');
        } else if (request.method === 'PUT') {
          failPart = () => void response.writeHead(500).end();
        } else {
          response.writeHead(204).end();
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const store = new ObjectStore({
      endpoint: `http://127.0.0.1:${port}`,
      accessKey: 'a',
      secretKey: 'b',
      region: 'us-east-1',
    });
    let megabytesRead = 0;
    const source = Readable.from(
      (function* () {
        for (; ; megabytesRead++) yield Buffer.alloc(1024 * 1024);
      })(),
      { highWaterMark: 1 },
    );

    const put = store.put('reports', 'x', source);
    const outcome = put.then(
      () => 'written',
      () => 'failed',
    );
    while (requests.length < 2) await wait(10);
    await wait(100);
    expect(megabytesRead).toBeLessThanOrEqual(10);

    failPart?.();
    expect(await outcome).toBe('failed');
    expect(source.destroyed).toBe(true);
    expect(requests).toEqual(['POST uploads', 'PUT uploadId=u1&partNumber=1', 'DELETE uploadId=u1']);
    server.closeAllConnections();
    server.close();
  });
});
