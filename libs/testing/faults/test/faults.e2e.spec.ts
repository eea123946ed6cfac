import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services } from '@roundtrip/contracts';
import { type FaultRun, FaultRuns } from '../src/fault-run.js';
import { type FaultStack, startFaultStack } from '../src/fault-stack.js';
import { plantOf, plants } from '../src/plants.js';
import { type Fault, nameOf } from '../src/schedule.js';
import { Client, eventually } from '@roundtrip/test-kit/client';

/**
 * What the product promises when things die in the middle: seven imports, a template, a cancellation and undos of them come to the same
 * contacts, counts, reports, histories and mails as when nothing happens. These runs have each kind of fault once; `npm run faults` has them by
 * the hundred.
 */

const seed = 1;

describe('several imports at once', () => {
  let stack: FaultStack;
  let runs: FaultRuns;

  beforeAll(async () => {
    stack = await startFaultStack({ plantable: true });
    runs = new FaultRuns(stack);
  }, 600_000);
  afterAll(() => stack?.stop(), 60_000);

  const expectEqual = async (schedule: readonly Fault[]) => {
    const { faults, divergences } = await runs.run(seed, schedule);
    expect(divergences).toEqual([]);
    expect(faults.toSorted()).toEqual(schedule.map(nameOf).toSorted());
  };

  /** A run may be over before the moment for it has been caught. */
  const runWithErasure = async (attempts = 4): Promise<FaultRun> => {
    const run = await runs.run(seed, [{ kind: 'erase', act: 1, atMs: 0 }]);
    const isOver = run.faults.length > 0 || run.divergences.length > 0 || attempts === 1;
    return isOver ? run : runWithErasure(attempts - 1);
  };

  it('are worked on by two processes of each service', () => {
    const { pids } = stack.running.demo;
    for (const service of services) expect(new Set(pids[service]).size).toBe(2);
  });

  it('end as if nothing had happened when every service is killed, one is paused and messages come again', async () => {
    await expectEqual([
      ...services.map((service, index) => kill(service, index % 2, 1, 300 + 400 * index)),
      { kind: 'pause', service: 'bulk-update', worker: 1, act: 1, atMs: 1_500, forMs: 8_000 },
      { kind: 'replay', act: 1, atMs: 3_000, messages: 40 },
      { kind: 'smtp', mode: 'lose-answer', act: 1, atMs: 0, forMs: 6_000 },
      kill('bulk-update', 0, 2, 500),
      { kind: 'smtp', mode: 'greylist', act: 2, atMs: 0, forMs: 3_000 },
      { kind: 'replay', act: 2, atMs: 1_000, messages: 40 },
    ]);
  }, 600_000);

  it('end as if nothing had happened when Kafka, the database and the object store are killed and away for some time', async () => {
    await expectEqual([
      { kind: 'smtp', mode: 'hang', act: 1, atMs: 0, forMs: 5_000 },
      { kind: 'server', server: 'kafka', how: 'kill', act: 1, atMs: 800, forMs: 8_000 },
      { kind: 'server', server: 'mongo', how: 'kill', act: 1, atMs: 2_000, forMs: 6_000 },
      { kind: 'server', server: 'minio', how: 'kill', act: 2, atMs: 300, forMs: 5_000 },
      { kind: 'smtp', mode: 'refuse', act: 2, atMs: 0, forMs: 3_000 },
    ]);
  }, 600_000);

  it('end as if nothing had happened to the others when contacts are erased between a decision and its write', async () => {
    const { faults, divergences } = await runWithErasure();
    expect(divergences).toEqual([]);
    expect(faults).toHaveLength(1);
  }, 600_000);

  it.each(['kafka', 'mongo', 'minio'] as const)(
    'that cannot be taken while %s is away are refused with a time to come again',
    async (server) => {
      const admin = new Client(stack.running.demo.url, stack.running.demo.keys.admin);
      const attempts = {
        // Without Kafka an upload is still taken, and asked for later.
        kafka: () => admin.send('POST', '/v1/targets', { code: 'X1', name: 'X', rule: { all: [] } }),
        mongo: () => admin.send('GET', '/v1/imports'),
        minio: () =>
          admin.upload('CONTACT_NUMBER,[new] EMAIL\r\n1,\r\n', { dataType: 'authorisations', action: 'check' }),
      };
      await stack.running.servers.server(server).kill('SIGKILL');
      try {
        const refused = await eventually(async () => {
          const answer = await attempts[server]();
          return answer.status === 503 ? answer : undefined;
        }, 600_000);
        expect(refused.headers.get('content-type')).toContain('application/problem+json');
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      } finally {
        await stack.running.servers.server(server).start();
      }
      expect(await stack.untilQuiet(60_000)).toBe(true);
    },
    600_000,
  );

  it.each(Object.keys(plants))('the known fault %s can be planted into what is built', (name) => {
    expect(() => plantOf(name)).not.toThrow();
  });

  it('would be found to differ if a contact that has vanished were waited for', async () => {
    await stack.plant('vanished-waits');
    const { divergences } = await runWithErasure();
    expect(divergences.join('\n')).toMatch(/erasable: ended as FAILED/);
  }, 600_000);

  it('would be found to differ if contacts were written whatever their rev is', async () => {
    await stack.plant('no-rev-guard');
    const { divergences } = await runs.run(seed, []);
    expect(divergences.join('\n')).toMatch(/it was decided on rev|rev grew by/);
  }, 600_000);
});

const kill = (service: (typeof services)[number], worker: number, act: 1 | 2, atMs: number): Fault => ({
  kind: 'kill',
  service,
  worker,
  act,
  atMs,
});
