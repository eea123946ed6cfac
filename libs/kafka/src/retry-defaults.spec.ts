import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { event } from '@roundtrip/contracts';
import { TestService } from '@roundtrip/test-kit';
import { z } from 'zod';
import { DependencyAway, EventsController, KafkaModule, On } from './index.js';

const asked = event('gateway.thing-asked.v1', {
  says: 'A thing is wanted.',
  consumers: ['targets'],
  data: z.object({ thingId: z.string() }),
  key: (d) => d.thingId,
  id: (d) => d.thingId,
});

let service: TestService;
let error: Error | undefined;
let triedAt: number[];

@EventsController()
class Things {
  @On(asked)
  async onAsked(): Promise<void> {
    triedAt.push(Date.now());
    if (error) throw error;
  }
}

beforeEach(async () => {
  const kafka = KafkaModule.forRoot({ service: 'targets', brokers: [], catalogue: [asked] });
  service = await TestService.start([kafka], { controllers: [Things] });
  triedAt = [];
  jest.useFakeTimers({ now: 0 });
});
afterEach(async () => {
  jest.useRealTimers();
  await service.close();
});

describe('a service that says nothing of retries', () => {
  it('tries a failed message again after 0.5, 2 and 5 seconds, and then makes it a dead letter', async () => {
    error = new Error('no luck');
    const received = service.receives(asked, { thingId: 't1' });
    await jest.advanceTimersByTimeAsync(7_499);
    expect(triedAt).toEqual([0, 500, 2_500]);
    await jest.advanceTimersByTimeAsync(1);
    await received;
    expect(triedAt).toEqual([0, 500, 2_500, 7_500]);
    expect(service.deadLetters()).toHaveLength(1);
  });

  it('waits for a dependency that is away twice as long each time, up to five seconds, without end', async () => {
    error = new DependencyAway('away');
    const received = service.receives(asked, { thingId: 't1' });
    await jest.advanceTimersByTimeAsync(600_000);
    const waits = triedAt.slice(1).map((at, n) => at - triedAt[n]!);
    // A quarter more or less, so that many who wait do not come at the same moment.
    for (const [n, longest] of [500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000].entries()) {
      expect(waits[n]).toBeGreaterThanOrEqual(longest * 0.75 - 1);
      expect(waits[n]).toBeLessThanOrEqual(longest * 1.25 + 1);
    }
    expect(waits.length).toBeGreaterThan(90);
    expect(service.deadLetters()).toEqual([]);
    error = undefined;
    await jest.advanceTimersByTimeAsync(6_250);
    await received;
    expect(service.deadLetters()).toEqual([]);
  });
});
