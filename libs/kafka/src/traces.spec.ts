import { afterEach, describe, expect, it } from '@jest/globals';
import { event } from '@roundtrip/contracts';
import { quickRetries, TestService } from '@roundtrip/test-kit';
import { type ReceivedSpan, receiveTraces, type TraceReceiver } from '@roundtrip/test-kit/client';
import { startTracing, stopTracing, traceOf } from '@roundtrip/tracing';
import { z } from 'zod';
import { EventPublisher, EventsController, KafkaModule, On, PermanentFailure } from './index.js';

const parts = { key: (d: { importId: string }) => d.importId, data: z.object({ importId: z.string() }) };
const asked = event('gateway.import-asked.v1', {
  says: 'An import is wanted.',
  consumers: ['targets'],
  id: (d) => `${d.importId}:asked`,
  ...parts,
});
const made = event('targets.import-made.v1', {
  says: 'An import was made.',
  consumers: ['gateway'],
  id: (d) => `${d.importId}:made`,
  ...parts,
});

let traces: TraceReceiver | undefined;
let service: TestService;
afterEach(async () => {
  await service.close();
  await stopTracing();
  await traces?.stop();
  traces = undefined;
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
});

/** A service that says of each import that it was made. */
async function start(fails: boolean = false): Promise<void> {
  @EventsController()
  class Imports {
    constructor(readonly publisher: EventPublisher) {}

    @On(asked, { onDeadLetter: 'job-goes-on' })
    async onAsked({ importId }: { importId: string }): Promise<void> {
      if (fails) throw new PermanentFailure('anna@example.org cannot be', { code: 'IMPORT_ODD' });
      await this.publisher.publish(made, { importId });
    }
  }
  const options = { service: 'targets', brokers: [], catalogue: [asked], ...quickRetries } as const;
  service = await TestService.start([KafkaModule.forRoot(options)], { controllers: [Imports] });
}

async function trace(): Promise<void> {
  traces = await receiveTraces();
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = traces.url;
  await startTracing('targets', { OTEL_EXPORTER_OTLP_ENDPOINT: traces.url });
}

const received = async (): Promise<ReceivedSpan[]> => {
  await stopTracing();
  return traces!.spans();
};

describe('a message', () => {
  it('goes on with the trace of its job, each time it comes, and tells the next one of it', async () => {
    await trace();
    await start();
    const before = { traceId: traceOf('imp_1').traceId, spanId: 'b'.repeat(16) };
    const headers = { 'event-id': 'imp_1:asked', traceparent: `00-${before.traceId}-${before.spanId}-01` };
    await service.receives(asked, { importId: 'imp_1' }, { headers });
    await service.receives(asked, { importId: 'imp_1' }, { headers });
    const spans = await received();
    const delivered = spans.filter(({ name }) => name === `deliver ${asked.topic}`);
    const published = spans.filter(({ name }) => name === `publish ${made.topic}`);
    expect(delivered.map(({ parentSpanId }) => parentSpanId)).toEqual([before.spanId, before.spanId]);
    expect(published.map(({ parentSpanId }) => parentSpanId)).toEqual(delivered.map(({ spanId }) => spanId));
    expect(service.messages(made.topic).map(({ headers: sent }) => sent['traceparent'])).toEqual(
      published.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`),
    );
    expect(published[0]!.attributes).toEqual({
      'roundtrip.job.id': 'imp_1',
      'messaging.system': 'kafka',
      'messaging.destination.name': made.topic,
      'messaging.message.id': 'imp_1:made',
      'messaging.operation.type': 'send',
    });
  });

  it('of before, which tells of no trace, is in that of its job all the same', async () => {
    await trace();
    await start();
    await service.receives(asked, { importId: 'imp_1' });
    await service.receives(asked, { importId: 'imp_2' }, { headers: {} });
    const [deliver, ...others] = (await received()).filter(({ name }) => name === `deliver ${asked.topic}`);
    const { traceId, spanId: parentSpanId } = traceOf('imp_1');
    expect(deliver).toMatchObject({ traceId, parentSpanId });
    // Without an id nobody knows which job it is about, before it is read.
    expect(others).toEqual([]);
  });

  it('that becomes a dead letter shows as failed, with its code', async () => {
    await trace();
    await start(true);
    await service.receives(asked, { importId: 'imp_1' });
    const spans = await received();
    expect(spans.map(({ failed, attributes }) => [failed, attributes['error.type']])).toEqual([[true, 'IMPORT_ODD']]);
    expect(JSON.stringify(traces!.received)).not.toContain('anna');
  });

  it('has no trace while nothing is traced', async () => {
    await start();
    await service.receives(asked, { importId: 'imp_1' });
    expect(service.messages(made.topic).map(({ headers }) => 'traceparent' in headers)).toEqual([false]);
  });
});
