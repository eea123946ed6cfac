import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { quietRequestQueue } from './quiet-request-queue.js';

interface Queue {
  push(request: {
    entry: { correlationId: number; resolve(): void; reject(error: Error): void };
    expectResponse: boolean;
    requestTimeout?: number;
    sendRequest(): void;
  }): void;
  fulfillRequest(response: { correlationId: number; payload: Buffer; size: number }): void;
  maybeThrottle(ms: number): void;
  scheduleRequestTimeoutCheck(): void;
  rejectAll(error: Error): void;
  destroy(): void;
}
const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as new (
  options: object,
) => Queue;

const silent = () => {};
let queue: Queue;
let said: string[];

beforeEach(() => {
  jest.useFakeTimers();
  said = [];
  queue = connect();
});
afterEach(() => {
  queue.destroy();
  jest.useRealTimers();
});

/** As kafkajs does for a new connection. */
function connect(options: object = {}): Queue {
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  const made = new RequestQueue({ requestTimeout: 30_000, enforceRequestTimeout: true, logger, ...options });
  made.scheduleRequestTimeoutCheck();
  return made;
}

function ask(correlationId: number, options: { requestTimeout?: number; expectResponse?: boolean } = {}): void {
  queue.push({
    entry: {
      correlationId,
      resolve: () => said.push(`${correlationId} answered`),
      reject: ({ name }) => said.push(`${correlationId} ${name}`),
    },
    expectResponse: true,
    sendRequest: () => said.push(`${correlationId} sent`),
    ...options,
  });
}
const answer = (correlationId: number) => queue.fulfillRequest({ correlationId, payload: Buffer.alloc(0), size: 0 });

describe('a connection to Kafka', () => {
  it('has no timer while nothing is asked', () => {
    expect(jest.getTimerCount()).toBe(0);
  });

  it('has none soon after what was asked is answered, however much it was', () => {
    for (let n = 0; n < 1_000; n++) {
      ask(n);
      answer(n);
    }
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(30_000);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is woken no oftener than an answer may take, while one request follows the other', () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    for (let n = 0; n < 240; n++) {
      ask(n);
      jest.advanceTimersByTime(500);
      answer(n);
    }
    // In two minutes; each watch ends after 30 seconds.
    expect(timers.mock.calls.length).toBeLessThanOrEqual(5);
    timers.mockRestore();
    expect(said.filter((line) => line.endsWith('answered'))).toHaveLength(240);
  });

  it('gives up a request whose answer is late, and no other', () => {
    ask(1);
    jest.advanceTimersByTime(20_000);
    ask(2);
    jest.advanceTimersByTime(10_000);
    expect(said).toEqual(['1 sent', '2 sent', '1 KafkaJSRequestTimeoutError']);
    jest.advanceTimersByTime(9_999);
    answer(2);
    jest.advanceTimersByTime(60_000);
    expect(said.slice(3)).toEqual(['2 answered']);
  });

  it('does not let a request that may take long hide one that may not', () => {
    ask(1, { requestTimeout: 65_000 });
    jest.advanceTimersByTime(1_000);
    ask(2);
    jest.advanceTimersByTime(30_000);
    expect(said).toEqual(['1 sent', '2 sent', '2 KafkaJSRequestTimeoutError']);
    jest.advanceTimersByTime(34_000);
    expect(said.at(-1)).toBe('1 KafkaJSRequestTimeoutError');
  });

  it('waits for no answer where none comes', () => {
    ask(1, { expectResponse: false });
    jest.advanceTimersByTime(60_000);
    expect(said).toEqual(['1 sent', '1 answered']);
  });

  it('sends what the broker told it to hold back, when the time is over', () => {
    queue.maybeThrottle(5_000);
    ask(1);
    ask(2);
    jest.advanceTimersByTime(4_999);
    expect(said).toEqual([]);
    jest.advanceTimersByTime(2);
    expect(said).toEqual(['1 sent', '2 sent']);
  });

  it('sends what had to wait for its turn', () => {
    queue = connect({ maxInFlightRequests: 1 });
    ask(1);
    ask(2);
    answer(1);
    expect(said).toEqual(['1 sent', '2 sent', '1 answered']);
  });

  it('that is closed leaves no timer', () => {
    ask(1);
    queue.rejectAll(new Error('closed'));
    queue.destroy();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a kafkajs that was built anew', () => {
  it('is found out at the start', () => {
    expect(() => quietRequestQueue({} as never)).toThrow('kafkajs has changed: its RequestQueue has no');
  });
});
