import { catalogue, type ServiceName } from '@roundtrip/contracts';
import type { DeliveryObserver } from '@roundtrip/kafka';
import { Counter, Histogram, Registry } from 'prom-client';

const registry = new Registry();

/** What services count, each what it does itself. Labels are topics, codes, states and outcomes, never ids. */
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
    help: 'Lines of files by outcome: exported, read, checked, applied, unchanged, rejected, not-attempted',
    labelNames: ['outcome'] as const,
    registers: [registry],
  }),
  lineIssues: new Counter({
    name: 'roundtrip_line_issues_total',
    help: 'Errors and warnings about lines, by code, of imports that are over',
    labelNames: ['code'] as const,
    registers: [registry],
  }),
  publishSeconds: new Histogram({
    name: 'roundtrip_publish_seconds',
    help: 'Time until Kafka had a message, or several that are said at once',
    labelNames: ['topic'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10],
    registers: [registry],
  }),
  jobsFinished: new Counter({
    name: 'roundtrip_jobs_finished_total',
    help: 'Templates and imports that are over, by the state that they ended in and the code of what was wrong, else none',
    labelNames: ['type', 'state', 'code'] as const,
    registers: [registry],
  }),
  jobWaitingSeconds: new Histogram({
    name: 'roundtrip_job_waiting_seconds',
    help: 'Time from the request of a job until somebody works on it, the queue of its institution included',
    labelNames: ['type', 'size'] as const,
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 14_400],
    registers: [registry],
  }),
  mails: new Counter({
    name: 'roundtrip_mails_total',
    help: 'Tries to send a mail, by outcome: sent, refused (for good), waiting (the server does not take it now)',
    labelNames: ['outcome'] as const,
    registers: [registry],
  }),
};

/**
 * A counter that is not there before it counts has no growth when it is seen first: what alerts are about begins at zero.
 */
export function beginAtZero(service: ServiceName): void {
  for (const { topic, consumers } of catalogue) {
    if (consumers.some((consumer) => consumer === service)) metrics.deadLetters.inc({ topic }, 0);
  }
  if (service !== 'notifications') return;
  for (const outcome of ['sent', 'refused', 'waiting']) metrics.mails.inc({ outcome }, 0);
}

/** Lets libs/kafka count without knowing Prometheus. */
export const deliveryMetrics: DeliveryObserver = {
  settled: ({ topic, outcome, seconds }) => {
    metrics.events.inc({ topic, outcome });
    metrics.eventSeconds.observe({ topic }, seconds);
    if (outcome === 'set-aside') metrics.deadLetters.inc({ topic });
  },
  retried: ({ topic }) => metrics.eventRetries.inc({ topic }),
  published: ({ topic, seconds }) => metrics.publishSeconds.observe({ topic }, seconds),
};
