import { z } from 'zod';
import { event } from './event.js';

const template = { templateId: z.string(), institution: z.string() };
const count = z.number().int().nonnegative();

export const templateStarted = event('template-export.started.v1', {
  says: 'The file of a template is being made.',
  consumers: ['gateway'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:started`,
  data: z.object({ ...template, linesTotal: count }),
});

export const templateProgressed = event('template-export.progressed.v1', {
  says: 'How far a template is; at most once a second.',
  consumers: ['gateway'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:progressed:${d.linesDone}`,
  data: z.object({ ...template, linesDone: count, linesTotal: count }),
});

export const templateCompleted = event('template-export.completed.v1', {
  says: 'A template is ready, or its target held nobody.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:completed`,
  data: z.object({
    ...template,
    state: z.enum(['READY', 'EMPTY']),
    lines: count,
    completedAt: z.iso.datetime(),
    /** Absent when EMPTY. */
    file: z
      .object({
        /** Key in the bucket `templates`. */
        objectKey: z.string(),
        /** Name for people: a .zip, or an .xlsx of one part. */
        name: z.string(),
        sizeBytes: count,
        parts: z.number().int().positive(),
      })
      .optional(),
  }),
});

export const templateFailed = event('template-export.failed.v1', {
  says: 'A template could not be made, and why.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:failed`,
  data: z.object({ ...template, code: z.string(), detail: z.string(), failedAt: z.iso.datetime() }),
});

/** Object key of a template's file in the bucket `templates`, whatever form it has. */
export const templateFileKey = (templateId: string): string => `${templateId}.zip`;

/** Beside it, in JSON: how the work ended, as `templateCompleted` says it. */
export const templateOutcomeKey = (templateId: string): string => `${templateId}.json`;

/** That it was given up, as `templateFailed` says it. */
export const templateFailureKey = (templateId: string): string => `${templateId}.failed.json`;
