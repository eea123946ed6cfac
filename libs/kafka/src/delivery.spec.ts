import { afterEach, describe, expect, it } from '@jest/globals';
import { type EventData, event } from '@roundtrip/contracts';
import { quickRetries, TestService } from '@roundtrip/test-kit';
import { z } from 'zod';
import {
  type DeadLetterReason,
  type Delivery,
  DependencyAway,
  EventPublisher,
  EventsController,
  KafkaModule,
  type KafkaSettings,
  maxMessageBytes,
  On,
  type Outcome,
  PermanentFailure,
  UntrueMessage,
} from './index.js';

const asked = event('gateway.thing-asked.v1', {
  says: 'A thing is wanted.',
  consumers: ['targets'],
  data: z.object({ thingId: z.string(), email: z.email().optional() }),
  key: (d) => d.thingId,
  id: (d) => `${d.thingId}:asked`,
});
const made = event('targets.thing-made.v1', {
  says: 'A thing was made.',
  consumers: ['gateway'],
  data: z.object({ thingId: z.string(), value: z.string().optional(), key: z.string().optional() }),
  key: (d) => d.thingId,
  id: (d) => `${d.thingId}:made`,
});

type Asked = EventData<typeof asked>;
type Work = (data: Asked, delivery: Delivery, publisher: EventPublisher) => Promise<void>;

let service: TestService;
afterEach(() => service.close());

/** A service with one handler that does `work`; each test begins with it. */
async function serviceThat(work: Work, settings: Partial<KafkaSettings> = {}) {
  const calls: Asked[] = [];
  const ended: { data: unknown; reason: DeadLetterReason }[] = [];
  const hookErrors: Error[] = [];
  const outcomes: Outcome[] = [];

  @EventsController()
  class Things {
    constructor(readonly publisher: EventPublisher) {}

    readonly ended = ended;

    @On(asked, {
      onDeadLetter: async (things: Things, data, reason) => {
        const error = hookErrors.shift();
        if (error) throw error;
        things.ended.push({ data, reason });
      },
    })
    async onAsked(data: Asked, delivery: Delivery): Promise<void> {
      calls.push(data);
      await work(data, delivery, this.publisher);
    }
  }

  const observer = { settled: ({ outcome }: { outcome: Outcome }) => void outcomes.push(outcome) };
  const options = { service: 'targets', brokers: [], catalogue: [asked], observer, ...quickRetries } as const;
  service = await TestService.start([KafkaModule.forRoot({ ...options, ...settings })], { controllers: [Things] });
  return { calls, ended, hookErrors, outcomes };
}

/** Fails as often as told, then does nothing. */
const failing = (times: number, error: () => unknown): Work => {
  let left = times;
  return async () => {
    if (left-- > 0) throw error();
  };
};

describe('a message', () => {
  it('reaches its handler with checked data, without what the contract does not know, and with where it comes from', async () => {
    let seen: Delivery | undefined;
    const { calls, outcomes } = await serviceThat(async (_data, delivery) => {
      seen = delivery;
    });
    const headers = {
      'event-id': 'e1',
      'correlation-id': 'c1',
      'causation-id': 'e0',
      'occurred-at': '2026-01-01T00:00:00.000Z',
    };
    await service.receives(asked, { thingId: 't1', stranger: 1 } as Asked, { headers });
    expect(calls).toEqual([{ thingId: 't1' }]);
    expect(seen).toMatchObject({
      eventId: 'e1',
      correlationId: 'c1',
      causationId: 'e0',
      occurredAt: '2026-01-01T00:00:00.000Z',
      topic: asked.topic,
    });
    expect(outcomes).toEqual(['handled']);
  });

  it('that came without headers gets an id from where it lies', async () => {
    let seen: Delivery | undefined;
    await serviceThat(async (_data, delivery) => {
      seen = delivery;
    });
    await service.receivesRaw(asked.topic, '{"thingId":"t1"}');
    expect(seen?.eventId).toBe(`${asked.topic}:0:0`);
  });

  it('is tried three times more with pauses, and then handled', async () => {
    const { calls, outcomes } = await serviceThat(failing(3, () => new Error('no luck')));
    await service.receives(asked, { thingId: 't1' });
    expect(calls).toHaveLength(4);
    expect(service.deadLetters()).toEqual([]);
    expect(outcomes).toEqual(['handled']);
  });

  it('that is not true becomes a dead letter at once, and what it is about does not hear of it', async () => {
    const { calls, ended, outcomes } = await serviceThat(
      failing(1, () => new UntrueMessage('The message is about an unknown thing', { code: 'THING_UNKNOWN' })),
    );
    await service.receives(asked, { thingId: 't1' });
    expect([calls.length, ended, outcomes]).toEqual([1, [], ['set-aside']]);
    expect(service.deadLetters()).toMatchObject([{ headers: { 'reason-code': 'THING_UNKNOWN' } }]);
  });

  it('that fails four times becomes a dead letter as it came, with the reason and its origin, and the next one is handled', async () => {
    const { calls, ended, outcomes } = await serviceThat(failing(4, () => new TypeError('x of undefined')));
    const headers = { 'event-id': 'e1', 'correlation-id': 'c1' };
    await service.receivesRaw(asked.topic, '{ "thingId":"t1","stranger":1}', { key: '{"a":1}', headers });
    expect(calls).toHaveLength(4);
    expect(service.deadLetters()).toEqual([
      {
        key: '{"a":1}',
        value: '{ "thingId":"t1","stranger":1}',
        headers: expect.objectContaining({
          ...headers,
          'origin-topic': asked.topic,
          'origin-partition': '0',
          'origin-offset': '0',
          'reason-code': 'INTERNAL_ERROR',
          reason: 'TypeError',
        }),
      },
    ]);
    expect(ended).toEqual([{ data: { thingId: 't1' }, reason: { code: 'INTERNAL_ERROR', detail: 'TypeError' } }]);
    await service.receives(asked, { thingId: 't2' });
    expect(outcomes).toEqual(['set-aside', 'handled']);
  });

  it.each([
    ['not JSON', 'thingId=t1'],
    ['a scalar', '42'],
    ['a JSON text', '"t1"'],
    ['an array', '[]'],
    ['nothing', ''],
    ['a tombstone', null],
    ['binary', Buffer.from([0, 1, 2])],
    ['not what the contract says', '{"thingId":7}'],
  ])('that is %s becomes a dead letter at once and is never seen by the handler', async (_name, value) => {
    const { calls } = await serviceThat(async () => {});
    await service.receivesRaw(asked.topic, value);
    expect(calls).toEqual([]);
    const [letter] = service.deadLetters();
    expect(letter?.headers['reason-code']).toBe('INVALID_MESSAGE');
    expect(letter?.value).toBe(value === null ? undefined : value.toString());
  });

  it('ends its job before it becomes a dead letter, tried again as the handler is, and a fault in that does not block the partition', async () => {
    const { ended, hookErrors, outcomes } = await serviceThat(failing(Infinity, () => new PermanentFailure('No')));
    hookErrors.push(new Error('no luck'), new DependencyAway('away'));
    service.refusePublishing(1);
    await expect(service.receives(asked, { thingId: 't1' })).rejects.toMatchObject({ name: 'NotAcknowledged' });
    expect([ended.length, service.deadLetters().length]).toEqual([1, 0]);
    hookErrors.push(...Array.from({ length: 4 }, () => new TypeError('for good')));
    await service.receives(asked, { thingId: 't2' });
    expect([ended.length, service.deadLetters().length]).toEqual([1, 1]);
    expect(outcomes).toEqual(['not-acknowledged', 'set-aside']);
  });

  it('that fails for good becomes a dead letter at once, with the coded reason', async () => {
    const { calls, ended } = await serviceThat(
      failing(9, () => new PermanentFailure('The target is gone', { code: 'TARGET_UNKNOWN' })),
    );
    await service.receives(asked, { thingId: 't1' });
    expect(calls).toHaveLength(1);
    expect(ended[0]?.reason).toEqual({ code: 'TARGET_UNKNOWN', detail: 'PermanentFailure: The target is gone' });
  });

  it('never shows the text of a foreign error or a value of its own in the reason', async () => {
    await serviceThat(failing(9, () => Object.assign(new Error('duplicate key: anna@example.org'), { code: 11000 })));
    await service.receives(asked, { thingId: 't1' });
    await service.receives(asked, { thingId: 't1', email: 'anna at example.org' });
    const reasons = service.deadLetters().map((letter) => letter.headers['reason']);
    expect(reasons[0]).toBe('Error 11000');
    expect(reasons[1]).toContain('email');
    expect(reasons.join()).not.toContain('anna');
  });

  it('is not acknowledged when the dead letter topic does not take it', async () => {
    const { outcomes } = await serviceThat(failing(4, () => new Error('no luck')));
    service.refusePublishing(1);
    await expect(service.receives(asked, { thingId: 't1' })).rejects.toMatchObject({ name: 'NotAcknowledged' });
    await service.receives(asked, { thingId: 't1' });
    expect(outcomes).toEqual(['not-acknowledged', 'handled']);
    expect(service.deadLetters()).toEqual([]);
  });

  it.each([
    ['says so itself', () => new DependencyAway('The mail server is away')],
    ['is known by a predicate', () => Object.assign(new Error('no primary'), { store: 'away' })],
    ['is wrapped', () => new Error('could not write', { cause: Object.assign(new Error(), { store: 'away' }) })],
  ])(
    'waits for a dependency that is away, and never becomes a dead letter for it, when the error %s',
    async (_name, error) => {
      const isAway = [(thrown: unknown) => thrown instanceof Error && 'store' in thrown];
      const { calls, outcomes } = await serviceThat(failing(12, error), { isAway });
      await service.receives(asked, { thingId: 't1' });
      expect(calls).toHaveLength(13);
      expect(service.deadLetters()).toEqual([]);
      expect(outcomes).toEqual(['handled']);
    },
  );

  it('that waits for a dependency is not acknowledged when the session is lost', async () => {
    const { outcomes } = await serviceThat(failing(Infinity, () => new DependencyAway('away')));
    const session = new AbortController();
    const receiving = service.receives(asked, { thingId: 't1' }, { signal: session.signal });
    setTimeout(() => session.abort(), 30);
    await expect(receiving).rejects.toMatchObject({ name: 'NotAcknowledged' });
    expect(outcomes).toEqual(['not-acknowledged']);
  });

  it('whose handler leaves because its signal fired is delivered again, and is no dead letter', async () => {
    const { outcomes } = await serviceThat(
      (_data, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new PermanentFailure('I had to go')));
        }),
    );
    const session = new AbortController();
    const receiving = service.receives(asked, { thingId: 't1' }, { signal: session.signal });
    setTimeout(() => session.abort(), 10);
    await expect(receiving).rejects.toMatchObject({ name: 'NotAcknowledged' });
    expect(outcomes).toEqual(['not-acknowledged']);
    expect(service.deadLetters()).toEqual([]);
  });

  it.each([
    ['TypeError', () => new TypeError('raw')],
    ['a text', () => 'raw'],
    ['nothing', () => undefined],
  ])(
    'never lets %s through to kafkajs, which would stop for good: only a plain Error with its cause',
    async (_name, error) => {
      await serviceThat(failing(Infinity, error));
      service.refusePublishing(Infinity);
      const thrown: unknown = await service.receives(asked, { thingId: 't1' }).catch((e: unknown) => e);
      expect(thrown).toBeInstanceOf(Error);
      expect((thrown as Error).name).toBe('NotAcknowledged');
      expect((thrown as Error).cause).toBeInstanceOf(DependencyAway);
    },
  );
});

describe('what a handler publishes', () => {
  it('carries key, event id and producer, the correlation of the message and the message as its cause', async () => {
    await serviceThat(async ({ thingId }, _delivery, publisher) => {
      await Promise.resolve();
      await publisher.publish(made, { thingId, value: 'a field called value', key: 'and one called key' });
    });
    await service.receives(asked, { thingId: 't1' }, { headers: { 'event-id': 'e1', 'correlation-id': 'c1' } });
    expect(service.published(made)).toEqual([
      { thingId: 't1', value: 'a field called value', key: 'and one called key' },
    ]);
    expect(service.messages(made.topic)).toMatchObject([
      {
        key: 't1',
        headers: { 'event-id': 't1:made', 'correlation-id': 'c1', 'causation-id': 'e1', producer: 'targets' },
      },
    ]);
  });

  it('carries the correlation of its own message, also when that had to wait for its turn', async () => {
    await serviceThat(({ thingId }, _delivery, publisher) => publisher.publish(made, { thingId }), { concurrency: 1 });
    const ids = ['1', '2', '3'];
    await Promise.all(
      ids.map((n) => service.receives(asked, { thingId: `t${n}` }, { headers: { 'correlation-id': `c${n}` } })),
    );
    const published = service.messages(made.topic).map(({ key, headers }) => [key, headers['correlation-id']]);
    expect(published).toEqual(ids.map((n) => [`t${n}`, `c${n}`]));
  });

  it('is published again with the same event id when the message comes again', async () => {
    await serviceThat(({ thingId }, _delivery, publisher) => publisher.publish(made, { thingId }));
    await service.receives(asked, { thingId: 't1' });
    await service.receives(asked, { thingId: 't1' });
    const ids = service.messages(made.topic).map((message) => message.headers['event-id']);
    expect(ids).toEqual(['t1:made', 't1:made']);
  });

  it('is waited for while Kafka does not take it: the message is acknowledged after', async () => {
    const { calls, outcomes } = await serviceThat(({ thingId }, _delivery, publisher) =>
      publisher.publish(made, { thingId }),
    );
    service.refusePublishing(6);
    await service.receives(asked, { thingId: 't1' });
    expect(calls).toHaveLength(7);
    expect(service.published(made)).toHaveLength(1);
    expect(outcomes).toEqual(['handled']);
  });

  it('is refused when no broker would take it, and not tried for ever', async () => {
    await serviceThat(({ thingId }, _delivery, publisher) =>
      publisher.publish(made, { thingId, value: 'é'.repeat(maxMessageBytes / 2) }),
    );
    await service.receives(asked, { thingId: 't1' });
    expect(service.deadLetters().map((letter) => letter.headers['reason'])).toEqual([
      expect.stringContaining('the message is larger than 1000000 bytes'),
    ]);
    expect(service.published(made)).toEqual([]);
  });

  it('is refused when it breaks its own contract or is for another service to say', async () => {
    await serviceThat(async ({ thingId }, _delivery, publisher) => {
      if (thingId === 'own') await publisher.publish(made, { thingId: 7 as unknown as string });
      else await publisher.publish(asked, { thingId });
    });
    await service.receives(asked, { thingId: 'own' });
    await service.receives(asked, { thingId: 'other' });
    expect(service.deadLetters().map((letter) => letter.headers['reason'])).toEqual([
      expect.stringContaining('targets.thing-made.v1 cannot be published: thingId'),
      expect.stringContaining('targets may not publish gateway.thing-asked.v1'),
    ]);
    expect(service.published(made)).toEqual([]);
  });
});
