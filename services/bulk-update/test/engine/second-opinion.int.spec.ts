import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts, type RunningServers, startServers } from '@roundtrip/local-stack';
import { randomOf } from '@roundtrip/demo';
import { crowd } from './crowd.js';
import { Engine } from './engine.js';

/** The engine on another database that says it speaks MongoDB, in a small form: what it relies on is not one server's kindness. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

describe(`the engine on SecantusDB, with files and histories of seed ${seed}`, () => {
  let home: string;
  let servers: RunningServers;
  let engine: Engine;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'roundtrip-secantusdb-'));
    const ports = await freePorts();
    servers = await startServers({ home, ports, only: ['mongo'], database: 'secantusdb', log: () => {} });
    engine = await Engine.start({ workers: 2, databaseUrl: servers.env['MONGO_URL']! });
  }, 120_000);
  afterAll(async () => {
    await engine?.stop();
    await servers?.stop();
    await rm(home, { recursive: true, force: true });
  }, 60_000);

  it('gives each line the outcome of some order when imports meet each other, other changes, twins and deaths', async () => {
    await crowd(engine, randomOf(seed, 0), 'second', 8);
    expect(engine.deadLetters()).toBe(0);
  }, 120_000);
});
