import { z } from 'zod';
import { event } from './event.js';
import { rule } from './rule.js';
import {
  criterionKind,
  dataType,
  fileEncoding,
  importAction,
  onConflict,
  requesterByKey,
  templateDataType,
} from './word-schemas.js';

export const criterionValueDefinition = z.object({
  code: z.string(),
  name: z.string(),
  rank: z.number().int().optional(),
  active: z.boolean().optional(),
});

/** What is absent is kept (replace) or takes its default: rank after the last, active. */
export const wantedDefinition = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('criterion'),
    code: z.string(),
    name: z.string().optional(),
    kind: criterionKind.optional(),
    rank: z.number().int().optional(),
    active: z.boolean().optional(),
    values: z.array(criterionValueDefinition).optional(),
  }),
  z.object({
    type: z.literal('criterion-value'),
    code: z.string(),
    value: criterionValueDefinition.partial({ name: true }),
  }),
  z.object({
    type: z.literal('authorisation'),
    code: z.string(),
    name: z.string().optional(),
    rank: z.number().int().optional(),
    active: z.boolean().optional(),
  }),
]);
export type WantedDefinition = z.infer<typeof wantedDefinition>;

/** What is wanted, and by whom, stands in the document of the request or the job: messages carry ids. */
const request = { requestId: z.string(), institution: z.string(), requestedAt: z.iso.datetime() };
const requestV1 = { ...request, requestedBy: requesterByKey };

export const targetSaveRequested = event('gateway.target-save-requested.v2', {
  says: 'A user wants a target created or replaced.',
  consumers: ['targets'],
  key: (d) => d.targetId,
  id: (d) => d.requestId,
  data: z.object({ ...request, targetId: z.string() }),
});

export const targetDeleteRequested = event('gateway.target-delete-requested.v2', {
  says: 'A user wants a target deleted.',
  consumers: ['targets'],
  key: (d) => d.targetId,
  id: (d) => d.requestId,
  data: z.object({ ...request, targetId: z.string() }),
});

export const definitionSaveRequested = event('gateway.definition-save-requested.v2', {
  says: 'A user wants a criterion, a criterion value or an authorisation created or replaced.',
  consumers: ['targets'],
  key: (d) => `${d.institution}:${d.type === 'authorisation' ? 'authorisation' : 'criterion'}:${d.code}`,
  id: (d) => d.requestId,
  data: z.object({ ...request, type: z.enum(['criterion', 'criterion-value', 'authorisation']), code: z.string() }),
});

/** As it was said before names and rules were kept out of messages; what it says counts only as far as it stands on record. */
export const targetSaveRequestedV1 = event('gateway.target-save-requested.v1', {
  says: 'A user wants a target created or replaced.',
  consumers: ['targets'],
  key: (d) => d.targetId,
  id: (d) => d.requestId,
  data: z.object({
    ...requestV1,
    targetId: z.string(),
    intent: z.enum(['create', 'replace']),
    code: z.string(),
    name: z.string(),
    rule,
  }),
});

/** As it was said before names and rules were kept out of messages; what it says counts only as far as it stands on record. */
export const targetDeleteRequestedV1 = event('gateway.target-delete-requested.v1', {
  says: 'A user wants a target deleted.',
  consumers: ['targets'],
  key: (d) => d.targetId,
  id: (d) => d.requestId,
  data: z.object({ ...requestV1, targetId: z.string() }),
});

/** As it was said before names and rules were kept out of messages; what it says counts only as far as it stands on record. */
export const definitionSaveRequestedV1 = event('gateway.definition-save-requested.v1', {
  says: 'A user wants a criterion, a criterion value or an authorisation created or replaced.',
  consumers: ['targets'],
  key: (d) =>
    `${d.institution}:${d.definition.type === 'authorisation' ? 'authorisation' : 'criterion'}:${d.definition.code}`,
  id: (d) => d.requestId,
  data: z.object({
    ...requestV1,
    intent: z.enum(['create', 'replace']),
    definition: wantedDefinition,
  }),
});

export const templateRequested = event('gateway.template-requested.v1', {
  says: 'A template is wanted.',
  consumers: ['targets'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:requested`,
  data: z.object({
    templateId: z.string(),
    institution: z.string(),
    dataType: templateDataType,
    targetId: z.string(),
    requestedAt: z.iso.datetime(),
  }),
});

export const importRequested = event('gateway.import-requested.v2', {
  says: 'A file is to be checked or applied, or an import undone: its job says which, how and for whom.',
  consumers: ['import-validation'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:requested`,
  data: z.object({ importId: z.string(), institution: z.string(), requestedAt: z.iso.datetime() }),
});

/** As it was said before names and rules were kept out of messages; what it says counts only as far as it stands on record. */
export const importRequestedV1 = event('gateway.import-requested.v1', {
  says: 'A file, or an import to undo, and the action.',
  consumers: ['import-validation'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:requested`,
  data: z.object({
    importId: z.string(),
    institution: z.string(),
    dataType,
    action: importAction,
    onConflict,
    overwriteRefusals: z.boolean(),
    source: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('upload'),
        /** Key in the bucket `uploads`. */
        objectKey: z.string(),
        sizeBytes: z.number().int().nonnegative(),
        sha256: z.string(),
      }),
      z.object({ type: z.literal('undo'), importId: z.string() }),
    ]),
    /** How a file that is not UTF-8 is to be read; absent: its names decide. */
    encoding: fileEncoding.optional(),
    /** An earlier update of the same bytes, for the warning SAME_FILE_AGAIN. */
    sameFileAs: z.string().optional(),
    requestedBy: requesterByKey,
    requestedAt: z.iso.datetime(),
  }),
});

export const importCancelled = event('gateway.import-cancelled.v2', {
  says: 'A user wants an import to stop.',
  consumers: ['import-validation', 'bulk-update'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:cancelled`,
  data: z.object({ importId: z.string(), institution: z.string(), cancelledAt: z.iso.datetime() }),
});

/** As it was said before names and rules were kept out of messages; what it says counts only as far as it stands on record. */
export const importCancelledV1 = event('gateway.import-cancelled.v1', {
  says: 'A user wants an import to stop.',
  consumers: ['import-validation', 'bulk-update'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:cancelled`,
  data: z.object({
    importId: z.string(),
    institution: z.string(),
    cancelledBy: requesterByKey,
    cancelledAt: z.iso.datetime(),
  }),
});

export const jobAbandoned = event('gateway.job-abandoned.v1', {
  says: 'A template or an import has failed: it was asked for again several times, and nobody brought it to an end.',
  consumers: ['gateway', 'bulk-update', 'notifications'],
  key: (d) => d.jobId,
  id: (d) => `${d.jobId}:abandoned`,
  data: z.object({
    jobId: z.string(),
    jobType: z.enum(['template', 'import']),
    institution: z.string(),
    code: z.string(),
    detail: z.string(),
    abandonedAt: z.iso.datetime(),
  }),
});
