import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import mongoose from 'mongoose';
import { freePorts } from '../src/ports.js';
import { type RunningServers, startServers } from '../src/servers/start-servers.js';

jest.setTimeout(300_000);

const { MongoClient } = mongoose.mongo;
let parent: string;
const stacks: RunningServers[] = [];

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'database-'));
  for (const name of ['one', 'two']) {
    const home = join(parent, name);
    stacks.push(await startServers({ home, ports: await freePorts(), only: ['mongo'], log: () => {} }));
  }
});
afterAll(async () => {
  await Promise.all(stacks.map((stack) => stack.stop()));
  rmSync(parent, { recursive: true });
});

const client = (stack: RunningServers | undefined) =>
  new MongoClient(stack?.env['MONGO_URL'] ?? '', { serverSelectionTimeoutMS: 20_000 });

describe('two databases from one install', () => {
  it('know nothing of each other', async () => {
    for (const [index, stack] of stacks.entries()) {
      const mongo = client(stack);
      const things = mongo.db().collection<{ _id: string }>('things');
      await things.insertOne({ _id: `of stack ${String(index)}` });
      expect(await things.distinct('_id')).toEqual([`of stack ${String(index)}`]);
      await mongo.close();
    }
  });
});

describe('a database that is killed with -9', () => {
  it('has every write that it acknowledged when it is started again', async () => {
    const mongo = client(stacks[0]);
    const counter = mongo.db().collection<{ _id: string; n: number }>('counter');
    let acknowledged = 0;
    for (let round = 0; round < 3; round++) {
      const stop = Date.now() + 500;
      while (Date.now() < stop) {
        await counter.updateOne({ _id: 'c' }, { $inc: { n: 1 } }, { upsert: true });
        acknowledged += 1;
      }
      await stacks[0]?.server('mongo').kill('SIGKILL');
      await stacks[0]?.server('mongo').start();
      expect(await counter.findOne({ _id: 'c' })).toEqual({ _id: 'c', n: acknowledged });
    }
    await mongo.close();
  });

  it('from outside is started again, whichever of its processes it was', async () => {
    const server = stacks[0]?.server('mongo');
    const mongo = client(stacks[0]);
    for (const which of [0, 1]) {
      const before = server?.pids ?? [];
      process.kill(before[which] ?? 0, 'SIGKILL');
      const isBack = () => server?.pids.length === 2 && server.pids[which] !== before[which];
      while (!isBack()) await sleep(50);
      expect(server?.pids[1 - which]).toBe(before[1 - which]);
      await untilAnswers(() =>
        mongo
          .db()
          .command({ ping: 1 })
          .then(() => mongo.db().collection('counter').findOne()),
      );
    }
    await mongo.close();
  });
});

describe('the database for those who are not root', () => {
  it('keeps what it acknowledged, too', async () => {
    const home = join(parent, 'secantusdb');
    const options = { home, ports: await freePorts(), only: ['mongo'] as const, database: 'secantusdb' as const };
    const stack = await startServers({ ...options, log: () => {} });
    stacks.push(stack);
    const mongo = client(stack);
    const things = mongo.db().collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'kept' });
    await stack.server('mongo').kill('SIGKILL');
    await stack.server('mongo').start();
    expect(await things.distinct('_id')).toEqual(['kept']);
    await mongo.close();
  });
});

async function untilAnswers(ask: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(200)) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
