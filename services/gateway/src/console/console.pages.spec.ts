import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { serveAssets } from './console.pages.js';

describe('the files of the console', () => {
  let files: string;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'assets-'));
    for (const name of ['gone.js', 'here.js']) writeFileSync(join(files, name), 'let x;');
    const serve = serveAssets(files);
    server = createServer((request, response) => {
      serve(request as Request, response as Response, () => response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(files, { recursive: true });
  });

  it('of which one was removed since the start cost whoever asks for it a connection, and nobody else anything', async () => {
    rmSync(join(files, 'gone.js'));
    await expect(fetch(`${url}/gone.js`).then((response) => response.text())).rejects.toThrow();
    expect(await (await fetch(`${url}/here.js`)).text()).toBe('let x;');
  });
});
