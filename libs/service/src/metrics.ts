import type { DeliveryObserver } from '@roundtrip/kafka';
import { Counter, Histogram, Registry } from 'prom-client';

const registry = new Registry();

/** What all services count. Labels are topics and outcomes, never ids. */
export const metrics = {
  registry,
  events: new Counter({
    name: 'roundtrip_events_total',
    help: 'Messages by topic and outcome: handled, set-aside, not-acknowledged',
    labelNames: ['topic', 'outcome'] as const,
    registers: [registry],
  }),
  eventSeconds: new Histogram({
    name: 'roundtrip_event_seconds',
    help: 'Time from the arrival of a message to its outcome, retries and waiting included',
    labelNames: ['topic'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300, 1800],
    registers: [registry],
  }),
  eventRetries: new Counter({
    name: 'roundtrip_event_retries_total',
    help: 'Tries of a message that failed and were repeated',
    labelNames: ['topic'] as const,
    registers: [registry],
  }),
  deadLetters: new Counter({
    name: 'roundtrip_dead_letters_total',
    help: 'Messages that became dead letters, by the topic that they came from',
    labelNames: ['topic'] as const,
    registers: [registry],
  }),
  /** `metrics.lines.inc({ outcome: 'applied' }, 1000)` */
  lines: new Counter({
    name: 'roundtrip_lines_total',
    help: 'Lines of files by outcome: exported, read, applied, unchanged, rejected, …',
    labelNames: ['outcome'] as const,
    registers: [registry],
  }),
};

/** Lets libs/kafka count without knowing Prometheus. */
export const deliveryMetrics: DeliveryObserver = {
  settled: ({ topic, outcome, seconds }) => {
    metrics.events.inc({ topic, outcome });
    metrics.eventSeconds.observe({ topic }, seconds);
    if (outcome === 'set-aside') metrics.deadLetters.inc({ topic });
  },
  retried: ({ topic }) => metrics.eventRetries.inc({ topic }),
};
