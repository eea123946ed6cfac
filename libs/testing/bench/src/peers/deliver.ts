// Delivers messages to a handler that publishes one for each, by the product's own classes, without a broker: what a message takes beside its work.
import { type EventData, targetDeleted, targetDeleteRequested } from '@roundtrip/contracts';
import { EventPublisher, EventsController, KafkaModule, On } from '@roundtrip/kafka';
import { quickRetries, TestService } from '@roundtrip/test-kit';
import { startTracing, stopTracing } from '@roundtrip/tracing';
import { measure, readJob } from './measure.js';

export interface DeliverJob {
  messages: number;
  /** Who collects traces; absent: tracing is off. */
  collector?: string;
  /** The share of the jobs that is traced. */
  share: number;
}

@EventsController()
class Deletions {
  constructor(private readonly events: EventPublisher) {}

  @On(targetDeleteRequested)
  async onDeleteRequested(data: EventData<typeof targetDeleteRequested>): Promise<void> {
    const { requestId, institution, targetId } = data;
    await this.events.publish(targetDeleted, { requestId, institution, targetId });
  }
}

const { messages, collector, share } = await readJob<DeliverJob>();
if (collector !== undefined) {
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector;
  await startTracing('targets', {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: share,
  });
}
const options = { service: 'targets', brokers: [], catalogue: [targetDeleteRequested], ...quickRetries } as const;
const service = await TestService.start([KafkaModule.forRoot(options)], { controllers: [Deletions] });
const deliver = async (from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n++) {
    await service.receives(targetDeleteRequested, {
      requestId: `req_${n}`,
      institution: 'demo',
      targetId: `tgt_${n}`,
      requestedAt: '2026-03-02T08:05:00.000Z',
    });
  }
};
// Compiled code, and what a first message loads.
await deliver(0, messages / 4);
service.forget();
await measure(async () => {
  await deliver(messages, 2 * messages);
  return { rows: service.messages(targetDeleted.topic).length };
});
await service.close();
await stopTracing();
