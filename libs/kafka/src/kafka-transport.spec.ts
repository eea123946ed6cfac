import { afterEach, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { type EventData, type EventDefinition, event } from '@roundtrip/contracts';
import { quickRetries, TestService } from '@roundtrip/test-kit';
import { z } from 'zod';
import { EventsController, KafkaModule, type KafkaSettings, On } from './index.js';

const thing = (what: string) =>
  event(`gateway.${what}.v1`, {
    says: '',
    consumers: ['targets'],
    data: z.object({ thingId: z.string() }),
    key: (d) => d.thingId,
    id: (d) => d.thingId,
  });
const asked = thing('thing-asked');
const cancelled = thing('thing-cancelled');
type Thing = EventData<typeof asked>;

let service: TestService | undefined;
afterEach(() => service?.close());

async function start(controllers: Type[], settings: Partial<KafkaSettings> = {}): Promise<TestService> {
  const kafka = KafkaModule.forRoot({ service: 'targets', brokers: [], catalogue: [], ...quickRetries, ...settings });
  service = await TestService.start([kafka], { controllers });
  return service;
}

describe('the transport', () => {
  it('does not start with two handlers of one topic', async () => {
    @EventsController()
    class One {
      @On(asked)
      async onAsked(): Promise<void> {}
    }
    @EventsController()
    class Two {
      @On(asked)
      async onAsked(): Promise<void> {}
    }
    service = undefined;
    await expect(start([One, Two])).rejects.toThrow(
      'targets has two handlers for gateway.thing-asked.v1: there may be one',
    );
  });

  it('does not start while nobody reads a topic that names the service as its consumer', async () => {
    @EventsController()
    class Things {
      @On(asked)
      async onAsked(): Promise<void> {}
    }
    const catalogue = [asked, cancelled, event('gateway.thing-done.v1', { ...cancelled, consumers: ['gateway'] })];
    await expect(start([Things], { catalogue })).rejects.toThrow(
      'targets has no handler for gateway.thing-cancelled.v1',
    );
    service = undefined;
    await expect(start([Things], { catalogue: [asked] })).resolves.toBeDefined();
  });

  it('does not acknowledge a message that nobody handles, with the one error that kafkajs bears', async () => {
    const started = await start([]);
    const received = started.receivesRaw('gateway.thing-unknown.v1', '{}');
    await expect(received).rejects.toMatchObject({ name: 'NotAcknowledged' });
  });

  it('works on as many messages of a topic at once as it is told, and a topic that is full keeps no other waiting', async () => {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    @EventsController()
    class Things {
      @On(asked)
      onAsked({ thingId }: Thing): Promise<void> {
        begun.push(thingId);
        return new Promise((resolve) => ends.push(resolve));
      }
      @On(cancelled)
      async onCancelled({ thingId }: Thing): Promise<void> {
        begun.push(`cancel ${thingId}`);
      }
    }
    const { receives } = bound(await start([Things], { concurrency: 2 }));
    const all = ['a', 'b', 'c'].map((thingId) => receives(asked, { thingId }));
    await receives(cancelled, { thingId: 'a' });
    expect(begun).toEqual(['a', 'b', 'cancel a']);
    ends.shift()?.();
    await all[0];
    await receives(cancelled, { thingId: 'b' });
    expect(begun).toEqual(['a', 'b', 'cancel a', 'c', 'cancel b']);
    for (const end of ends) end();
    await Promise.all(all);
  });

  it('gives the place of a message that waits to be tried again to another', async () => {
    const begun: string[] = [];
    @EventsController()
    class Things {
      @On(asked)
      async onAsked({ thingId }: Thing): Promise<void> {
        begun.push(thingId);
        if (thingId === 'bad' && begun.filter((id) => id === 'bad').length === 1) throw new Error('no luck');
      }
    }
    const { receives } = bound(await start([Things], { concurrency: 1, retryDelaysMs: [50] }));
    await Promise.all([receives(asked, { thingId: 'bad' }), receives(asked, { thingId: 'good' })]);
    expect(begun).toEqual(['bad', 'good', 'bad']);
  });
});

const bound = (started: TestService) => ({
  receives: <D extends EventDefinition>(definition: D, data: EventData<D>) => started.receives(definition, data),
});
