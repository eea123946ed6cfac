import { activityKinds, activityResults, activitySubjects, actorTypes } from '@roundtrip/contracts';
import { z } from 'zod';

export const activityBody = z
  .object({
    activityId: z.string(),
    seq: z.int().describe('1, 2, 3, … in the institution'),
    at: z.iso.datetime(),
    actor: z
      .object({
        type: z.enum(actorTypes),
        id: z.string(),
        name: z.string().nullable().describe('As it was then; null: it was erased, or there is none'),
      })
      .describe('Who did it'),
    kind: z.enum(activityKinds),
    subject: z
      .object({ type: z.enum(activitySubjects), id: z.string(), name: z.string().nullable() })
      .nullable()
      .describe('What it was done to'),
    address: z.string().nullable().describe('The network that it came from: /24 of IPv4, /48 of IPv6'),
    result: z
      .enum(activityResults)
      .describe('It is written down before it is done; failed: what was written before was answered with an error'),
    details: z.record(z.string(), z.unknown()).describe('By kind; never a value of a contact'),
    text: z.string().describe('For people'),
    hash: z.string().describe('SHA-256 of it and of the hash of the one before it'),
  })
  .meta({ id: 'Activity' });

export type ActivityBody = z.output<typeof activityBody>;
