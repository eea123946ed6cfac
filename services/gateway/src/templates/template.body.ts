import { type Language, requesterIn } from '@roundtrip/contracts';
import type { TemplateJobDocument } from '@roundtrip/database';
import type { z } from 'zod';
import type { Queued } from '../jobs/job-queue.repository.js';
import { toJobFields } from '../jobs/job.body.js';
import type { templateBody } from './templates.schemas.js';

export type TemplateBody = z.output<typeof templateBody>;

export const templatePath = (templateId: string): string => `/v1/templates/${templateId}`;

/** A template as clients see it; expired from the moment on, also before the sweep has written it down. */
export function toTemplateBody(job: TemplateJobDocument & Queued, now: Date, language: Language): TemplateBody {
  const self = templatePath(job._id);
  const state = isExpired(job, now) ? 'EXPIRED' : job.state;
  return {
    templateId: job._id,
    type: 'template',
    dataType: job.dataType,
    action: 'template',
    state,
    format: job.format ?? 'csv',
    fields: job.fields ?? null,
    target: job.target,
    requestedBy: requesterIn(job.requestedBy),
    ...toJobFields(job, now, language),
    lines: job.lines ?? null,
    file: job.file ? { name: job.file.name, sizeBytes: job.file.sizeBytes, parts: job.file.parts } : null,
    expiresAt: job.expiresAt?.toISOString() ?? null,
    links: { self, file: state === 'READY' ? `${self}/file` : null },
  };
}

export const isExpired = ({ state, expiresAt }: Pick<TemplateJobDocument, 'state' | 'expiresAt'>, now: Date): boolean =>
  state === 'EXPIRED' || (state === 'READY' && expiresAt !== undefined && expiresAt <= now);
