import { z } from 'zod';
import { route } from './route.js';

/** What libs/service serves beside our own routes; what is away, and metrics, stand on a port of their own. */
const probe = { method: 'get', tag: 'Operation', role: 'none' } as const;

export const platformRoutes = [
  route({
    ...probe,
    operation: 'isAlive',
    path: '/health/live',
    summary: 'Does the process run?',
    answers: { 200: { description: 'It does.', schema: z.object({ live: z.literal(true) }) } },
  }),
  route({
    ...probe,
    operation: 'isReady',
    path: '/health/ready',
    summary: 'Can it do its work? Looks at its Kafka consumer and its stores.',
    answers: {
      200: { description: 'It can.', schema: z.object({ ready: z.literal(true) }) },
      503: { description: 'It cannot.', schema: z.object({ ready: z.literal(false) }) },
    },
  }),
];
