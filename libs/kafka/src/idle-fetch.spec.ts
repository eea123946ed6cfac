import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ConsumerGroup, emptyUntilIdle, waitLongerWhenIdle } from './idle-fetch.js';

let waits: number[];
let paused: unknown[];
let messages: number;
let group: ConsumerGroup;

beforeEach(() => {
  waits = [];
  paused = [];
  messages = 0;
  group = groupOf({ sessionTimeout: 30_000 });
});

function groupOf({ sessionTimeout }: { sessionTimeout: number }): ConsumerGroup {
  const prototype: ConsumerGroup = {
    maxWaitTime: 500,
    sessionTimeout,
    subscriptionState: { paused: () => paused },
    async fetch() {
      waits.push(this.maxWaitTime);
      return [{ isEmpty: () => true }, { isEmpty: () => messages === 0 }];
    },
  };
  waitLongerWhenIdle(prototype);
  return Object.create(prototype) as ConsumerGroup;
}

async function fetchTimes(times: number, from = group): Promise<void> {
  for (let n = 0; n < times; n++) await from.fetch('0');
}

describe('a consumer', () => {
  it('waits shortly until half a minute has brought nothing, and then long', async () => {
    await fetchTimes(emptyUntilIdle + 2);
    expect(waits).toEqual([...Array.from({ length: emptyUntilIdle }, () => 500), 4_000, 4_000]);
  });

  it('waits shortly again after a message', async () => {
    await fetchTimes(emptyUntilIdle);
    messages = 1;
    await fetchTimes(1);
    messages = 0;
    await fetchTimes(emptyUntilIdle + 1);
    expect(waits.slice(emptyUntilIdle)).toEqual([4_000, ...Array.from({ length: emptyUntilIdle }, () => 500), 4_000]);
  });

  it('waits shortly while there is so much to do in a partition that it is paused', async () => {
    await fetchTimes(emptyUntilIdle);
    paused = [{ topic: 'some', partitions: [1] }];
    await fetchTimes(2);
    expect(waits.slice(emptyUntilIdle)).toEqual([500, 500]);
  });

  it.each([
    [6_000, 1_200],
    [2_000, 500],
  ])('is heard of several times in a session of %d ms', async (sessionTimeout, wait) => {
    await fetchTimes(emptyUntilIdle + 1, groupOf({ sessionTimeout }));
    expect(waits.at(-1)).toBe(wait);
  });

  it('of a kafkajs that has no such method is refused', () => {
    expect(() => waitLongerWhenIdle({} as ConsumerGroup)).toThrow('kafkajs has changed');
  });
});
