import { z } from 'zod';
import { route } from './route.js';

/** What every service serves beside its own routes (libs/service). */
const probe = { method: 'get', tag: 'Operation', role: 'none' } as const;
const state = z.record(z.string(), z.unknown());

export const platformRoutes = [
  route({
    ...probe,
    operation: 'isAlive',
    path: '/health/live',
    summary: 'Does the process run?',
    answers: { 200: { description: 'It does.', schema: state } },
  }),
  route({
    ...probe,
    operation: 'isReady',
    path: '/health/ready',
    summary: 'Can it do its work? Looks at its Kafka consumer and its stores.',
    answers: {
      200: { description: 'It can.', schema: state },
      503: { description: 'It cannot, and why.', schema: state },
    },
  }),
  route({
    ...probe,
    operation: 'metrics',
    path: '/metrics',
    summary: 'Metrics for Prometheus.',
    answers: { 200: { description: 'The metrics.', media: ['text/plain'] } },
  }),
];
