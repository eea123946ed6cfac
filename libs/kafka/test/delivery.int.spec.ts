import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deadLetterTopic } from '@roundtrip/contracts';
import { createTopics, type EventPublisher, PermanentFailure } from '../src/index.js';
import {
  access,
  committed,
  controllersFor,
  createTopic,
  kafka,
  startMember,
  startPublisher,
  thing,
  until,
  wait,
  asAdmin,
  type Work,
} from './real-service.js';

let gateway: { publisher: EventPublisher; stop(): Promise<void> };
beforeAll(async () => {
  await createTopics(access);
  gateway = await startPublisher('gateway');
});
afterAll(() => gateway.stop());

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function member(
  settings: Parameters<typeof startMember>[0],
  definitions: ReturnType<typeof thing>[],
  work: Work,
) {
  const started = await startMember(settings, controllersFor(definitions, work));
  stops.push(started.stop);
  return started;
}

/** Things whose keys fall on different partitions are found by their number only, so there are plenty. */
const things = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ thingId: `${prefix}${n}` }));

describe('a service on a real Kafka', () => {
  it('handles what was said before it was first started, in a group that has exactly its name', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 3);
    await gateway.publisher.publishAll(asked, things('early-', 20));
    const groupId = `spec-${randomUUID()}`;
    const seen: string[] = [];
    const { health } = await member({ groupId }, [asked], async ({ thingId }) => void seen.push(thingId));
    await until(() => health.ready);
    await until(() => seen.length === 20);
    await until(async () => (await committed(groupId, asked.topic)) === 20);
    const { groups } = await asAdmin((admin) => admin.listGroups());
    expect(groups.map((group) => group.groupId).filter((id) => id.includes(groupId))).toEqual([groupId]);
  });

  it('keeps the order of a key, also when messages have to be tried again', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 6);
    const seen: string[] = [];
    const failed = new Set<string>();
    await member(
      { groupId: `spec-${randomUUID()}`, retryDelaysMs: [5, 5, 5] },
      [asked],
      async ({ thingId }, { eventId }) => {
        await wait(Math.random() * 5);
        if (Math.random() < 0.3 && !failed.has(eventId)) {
          failed.add(eventId);
          throw new Error('no luck');
        }
        seen.push(thingId);
      },
    );
    // The key is the id: the same thing three times over is one key.
    const said = Array.from({ length: 90 }, (_, n) => ({ thingId: `k${n % 9}` }));
    await gateway.publisher.publishAll(asked, said);
    await until(() => seen.length === 90);
    for (let key = 0; key < 9; key++) expect(seen.filter((id) => id === `k${key}`)).toHaveLength(10);
  });

  it('goes on with other topics and other partitions while one message takes long, also with what is said meanwhile', async () => {
    const slow = thing('gateway', 'targets');
    const quick = thing('gateway', 'targets');
    await Promise.all([createTopic(slow, 6), createTopic(quick, 2)]);
    const seen: string[] = [];
    const slowEnds = new AbortController();
    await member({ groupId: `spec-${randomUUID()}` }, [slow, quick], async ({ thingId }) => {
      if (thingId === 'slow') await once(slowEnds.signal, 'abort');
      seen.push(thingId);
    });
    await gateway.publisher.publish(slow, { thingId: 'slow' });
    await wait(700);
    await gateway.publisher.publishAll(quick, things('q', 10));
    await gateway.publisher.publishAll(slow, things('s', 30));
    await until(() => seen.filter((id) => id.startsWith('q')).length === 10, 5_000);
    await until(() => seen.filter((id) => id.startsWith('s')).length >= 15, 5_000);
    await gateway.publisher.publish(quick, { thingId: 'later' });
    await until(() => seen.includes('later'), 5_000);
    expect(seen).not.toContain('slow');
    slowEnds.abort();
    await until(() => seen.length === 42);
  });

  it('keeps the partition of a message that takes three times the session timeout, and handles it once', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 1);
    const groupId = `spec-${randomUUID()}`;
    let begun = 0;
    let fired = false;
    const work: Work = async (_data, { signal }) => {
      begun += 1;
      await wait(18_000);
      fired ||= signal.aborted;
    };
    await member({ groupId, sessionTimeoutMs: 6_000 }, [asked], work);
    await gateway.publisher.publish(asked, { thingId: 'long' });
    await until(() => begun === 1);
    await until(async () => (await committed(groupId, asked.topic)) === 1, 25_000);
    expect({ begun, fired }).toEqual({ begun: 1, fired: false });
  }, 60_000);

  it('lets a second member in while a message takes long: what goes to it is left by the first, what stays is handled once', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 2);
    const groupId = `spec-${randomUUID()}`;
    const finished: string[] = [];
    const left: string[] = [];
    const work: Work = async ({ thingId }, { signal }) => {
      for (let waited = 0; waited < 8_000 && !signal.aborted; waited += 50) await wait(50);
      if (signal.aborted) {
        left.push(thingId);
        throw new Error('left');
      }
      finished.push(thingId);
    };
    const first = await member({ groupId, sessionTimeoutMs: 6_000 }, [asked], work);
    // Enough of them that both partitions have one running.
    await gateway.publisher.publishAll(asked, things('t', 4));
    await wait(1_000);
    const joinedAt = Date.now();
    await member({ groupId, sessionTimeoutMs: 6_000 }, [asked], work);
    // The rebalance did not wait for the first member's message.
    expect(Date.now() - joinedAt).toBeLessThan(6_500);
    await until(() => first.health.ready);
    await until(async () => (await committed(groupId, asked.topic)) === 4, 50_000);
    expect(finished.toSorted()).toEqual(['t0', 't1', 't2', 't3']);
    expect(left.length).toBeLessThanOrEqual(2);
  }, 90_000);

  it('finishes the running message at a stop and commits it, and leaves the rest to the next', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 1);
    const groupId = `spec-${randomUUID()}`;
    const seen: string[] = [];
    const work: Work = async ({ thingId }) => {
      seen.push(thingId);
      await wait(600);
    };
    const first = await member({ groupId }, [asked], work);
    await gateway.publisher.publishAll(asked, things('t', 3));
    await until(() => seen.length === 1);
    await first.stop();
    expect(seen).toEqual(['t0']);
    expect(first.health.ready).toBe(false);
    expect(await committed(groupId, asked.topic)).toBe(1);
    await member({ groupId }, [asked], work);
    await until(() => seen.length === 3);
    expect(seen).toEqual(['t0', 't1', 't2']);
  });

  it('fires the signal of a message that outlasts the grace of a stop, and the next member gets it', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 1);
    const groupId = `spec-${randomUUID()}`;
    let tries = 0;
    const work: Work = async (_data, { signal }) => {
      tries += 1;
      if (tries === 1)
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('left'))));
    };
    const first = await member({ groupId, stopGraceMs: 300 }, [asked], work);
    await gateway.publisher.publish(asked, { thingId: 't' });
    await until(() => tries === 1);
    await first.stop();
    expect(await committed(groupId, asked.topic)).toBe(0);
    await member({ groupId }, [asked], work);
    await until(() => tries === 2);
    await until(async () => (await committed(groupId, asked.topic)) === 1);
  });

  it('makes a poisoned message a dead letter of the service, commits it and lives on', async () => {
    const asked = thing('gateway', 'targets');
    await createTopic(asked, 1);
    const groupId = `spec-${randomUUID()}`;
    const poison = `poison-${randomUUID()}`;
    const seen: string[] = [];
    const { health } = await member({ groupId, retryDelaysMs: [1, 1, 1] }, [asked], async ({ thingId }) => {
      seen.push(thingId);
      if (thingId === poison) throw new PermanentFailure('It cannot be', { code: 'CANNOT_BE' });
    });
    await gateway.publisher.publishAll(asked, [{ thingId: poison }, { thingId: 'fine' }]);
    await until(() => seen.includes('fine'));
    await until(async () => (await committed(groupId, asked.topic)) === 2);
    await until(() => health.ready);
    const letter = await findDeadLetter(poison);
    expect(letter).toMatchObject({
      'event-id': poison,
      'origin-topic': asked.topic,
      'origin-offset': '0',
      'reason-code': 'CANNOT_BE',
    });
  });

  it('does not start with a topic that is not there, nor without a broker', async () => {
    await expect(
      startMember(
        { groupId: `spec-${randomUUID()}` },
        controllersFor([thing('gateway', 'targets')], async () => {}),
      ),
    ).rejects.toThrow(
      /^Kafka lacks the topics gateway\.thing-[a-f]+\.v1, or hides them from this user: run create-topics first$/,
    );
    const startedAt = Date.now();
    await expect(startMember({ brokers: ['127.0.0.1:1'] }, [])).rejects.toThrow('Kafka at 127.0.0.1:1 does not answer');
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  }, 60_000);
});

/** Headers of the dead letter with this key. */
async function findDeadLetter(key: string): Promise<Record<string, string>> {
  const consumer = kafka.consumer({ groupId: `spec-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [deadLetterTopic('targets')], fromBeginning: true });
  try {
    return await new Promise((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          if (message.key?.toString() !== key) return;
          resolve(
            Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, text]) => [name, String(text)])),
          );
        },
      });
    });
  } finally {
    await consumer.disconnect();
  }
}
