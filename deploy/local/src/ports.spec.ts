import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkout } from './home.js';
import { checkPortsAreFree, freePort, freePorts, portNames, portTable, stackPorts } from './ports.js';
import { StackError } from './stack-error.js';

let taken: Server | undefined;

afterEach(() => new Promise<void>((resolve) => (taken === undefined ? resolve() : taken.close(() => resolve()))));

async function takePort(host: string): Promise<number> {
  const server = createServer();
  taken = server;
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as { port: number }).port;
}

describe('the ports of a stack', () => {
  it('are the documented ones when nothing is set', () => {
    expect(stackPorts({})).toMatchObject({
      gateway: 8080,
      mailWeb: 8025,
      smtp: 1025,
      kafka: 19092,
      mongo: 37017,
      minio: 19000,
    });
  });

  it('each have a variable and a number of their own', () => {
    const rows = portNames.map((name) => portTable[name]);
    expect(new Set(rows.map(({ variable }) => variable)).size).toBe(rows.length);
    expect(new Set(rows.map(({ port }) => port)).size).toBe(rows.length);
  });

  it('are all in the README', () => {
    const readme = readFileSync(join(checkout, 'deploy/local/README.md'), 'utf8');
    const rows = portNames.map((name) => portTable[name]);
    const lines = rows.map(({ port, what, variable }) => `| ${String(port)} | ${what} | \`${variable}\` |`);
    expect(lines.filter((line) => !readme.includes(line))).toEqual([]);
  });

  it('move together by an offset, but a variable wins', () => {
    const ports = stackPorts({ KAFKA_PORT: '20000' }, 100);
    expect(ports.gateway).toBe(8180);
    expect(ports.kafka).toBe(20000);
  });

  it.each(['http', '0', '65536', '80.5'])('refuse %s with the name of the variable', (text) => {
    expect(() => stackPorts({ GATEWAY_PORT: text })).toThrow(StackError);
    expect(() => stackPorts({ GATEWAY_PORT: text })).toThrow(/GATEWAY_PORT/);
  });
});

describe('checking ports', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::'])('names port, user and variable when somebody listens on %s', async (host) => {
    const port = await takePort(host);
    const check = checkPortsAreFree({ ...(await freePorts()), mongo: port }, ['kafka', 'mongo']);
    const sentence = `Port ${String(port)} (the database) is in use by node (process ${String(process.pid)}): stop that, or choose another port with MONGO_PORT.`;
    await expect(check).rejects.toThrow(StackError);
    await expect(check).rejects.toThrow(sentence);
  });

  it('says nothing about ports that were not asked for', async () => {
    const port = await takePort('127.0.0.1');
    await checkPortsAreFree({ ...(await freePorts()), mongo: port }, ['kafka']);
  });

  it('finds free ports that are given to one alone, though nobody listens there yet', async () => {
    const found: number[] = [];
    for (let n = 0; n < 800; n++) found.push(await freePort());
    expect(new Set(found).size).toBe(found.length);
  });

  it('leaves free ports free', async () => {
    const ports = await freePorts();
    await checkPortsAreFree(ports, portNames);
    await checkPortsAreFree(ports, portNames);
  });
});
