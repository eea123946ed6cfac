import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { createTopics } from '../src/index.js';
import { emptyUntilIdle } from '../src/idle-fetch.js';
import { access, createTopic, kafka, thing, until } from './real-service.js';

it('the broker holds the fetches of an idle consumer longer, and still gives it a message at once', async () => {
  await createTopics(access);
  const asked = thing('gateway', 'targets');
  const { topic } = asked;
  await createTopic(asked, 2);
  const maxWaitTimeInMs = 20;
  const consumer = kafka.consumer({ groupId: `spec-${randomUUID()}`, maxWaitTimeInMs });
  const durations: number[] = [];
  const got: (string | undefined)[] = [];
  consumer.on(consumer.events.FETCH, ({ payload }) => durations.push(payload.duration));
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({ eachMessage: async ({ message }) => void got.push(message.value?.toString()) });
    await until(() => durations.length > emptyUntilIdle + 5, 30_000);
    // The broker answers an empty fetch when its time is over, never before.
    expect(Math.min(...durations.slice(emptyUntilIdle + 1, emptyUntilIdle + 5))).toBeGreaterThan(4 * maxWaitTimeInMs);
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic, messages: [{ value: 'hello' }] });
    await producer.disconnect();
    await until(() => got.length > 0, 10_000);
    expect(got).toEqual(['hello']);
  } finally {
    await consumer.disconnect();
  }
}, 60_000);
