import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { freePort } from '../ports.js';
import { type Balancer, startBalancer } from './balancer.js';

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (let stop = running.pop(); stop !== undefined; stop = running.pop()) await stop();
});

/** Answers with its name; `/stream` begins and never ends. */
async function gateway(name: string): Promise<{ port: number; server: Server; stop: () => Promise<void> }> {
  const port = await freePort();
  const server = createServer((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200).write(name);
      return;
    }
    let length = 0;
    request.on('data', (chunk: Buffer) => (length += chunk.length));
    request.once('end', () => response.end(length === 0 ? name : String(length)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  running.push(stop);
  return { port, server, stop };
}

async function balancer(ports: number[]): Promise<{ url: string; balancer: Balancer }> {
  const port = await freePort();
  const started = await startBalancer(port, ports);
  running.push(() => started.close());
  return { url: `http://127.0.0.1:${String(port)}`, balancer: started };
}

const say = async (url: string, init: RequestInit = {}): Promise<string> =>
  (await fetch(url, { ...init, headers: { connection: 'close' } })).text();

describe('the balancer', () => {
  it('hands connections to all in turn', async () => {
    const [one, two] = [await gateway('one'), await gateway('two')];
    const { url } = await balancer([one.port, two.port]);
    const said = [await say(url), await say(url), await say(url), await say(url)];
    expect(said.toSorted()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('passes over one that is down, and takes it again when it is there', async () => {
    const [one, two] = [await gateway('one'), await gateway('two')];
    const { url } = await balancer([one.port, two.port]);
    await one.stop();
    expect([await say(url), await say(url)]).toEqual(['two', 'two']);
    await new Promise<void>((resolve) => one.server.listen(one.port, '127.0.0.1', () => resolve()));
    expect(new Set([await say(url), await say(url)])).toEqual(new Set(['one', 'two']));
  });

  it('carries a large request whole', async () => {
    const one = await gateway('one');
    const { url } = await balancer([one.port]);
    expect(await say(url, { method: 'POST', body: Buffer.alloc(5_000_000) })).toBe('5000000');
  });

  it('ends a connection when nobody takes it, and when the one behind it goes away', async () => {
    const one = await gateway('one');
    const { url } = await balancer([one.port]);
    const stream = await fetch(`${url}/stream`);
    const reader = stream.body!.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('one');
    await one.stop();
    await expect(reader.read()).rejects.toThrow();
    await expect(say(url)).rejects.toThrow();
  });

  it('lets nothing hold up its end', async () => {
    const one = await gateway('one');
    const { url, balancer: started } = await balancer([one.port]);
    await fetch(`${url}/stream`);
    await started.close();
    await expect(say(url)).rejects.toThrow();
  });
});
