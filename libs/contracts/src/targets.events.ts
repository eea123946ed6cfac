import { z } from 'zod';
import { event } from './event.js';
import { fieldError } from './field-errors.js';
import { rule } from './rule.js';
import { fieldKind, templateDataType } from './word-schemas.js';

export const targetSaved = event('targets.target-saved.v1', {
  says: 'A target was created or replaced.',
  consumers: ['gateway'],
  key: (d) => d.requestId,
  id: (d) => `${d.requestId}:saved`,
  data: z.object({ requestId: z.string(), institution: z.string(), targetId: z.string(), created: z.boolean() }),
});

export const targetDeleted = event('targets.target-deleted.v1', {
  says: 'A target was deleted.',
  consumers: ['gateway'],
  key: (d) => d.requestId,
  id: (d) => `${d.requestId}:deleted`,
  data: z.object({ requestId: z.string(), institution: z.string(), targetId: z.string() }),
});

export const definitionSaved = event('targets.definition-saved.v1', {
  says: 'A criterion, a criterion value or an authorisation was created or replaced.',
  consumers: ['gateway'],
  key: (d) => d.requestId,
  id: (d) => `${d.requestId}:saved`,
  data: z.object({
    requestId: z.string(),
    institution: z.string(),
    type: z.enum(['criterion', 'criterion-value', 'authorisation']),
    code: z.string(),
    valueCode: z.string().optional(),
    created: z.boolean(),
  }),
});

/** HTTP status that the gateway answers with. */
const refusalStatus = z.union([z.literal(404), z.literal(409), z.literal(422)]);

export const requestRefused = event('targets.request-refused.v2', {
  says: 'A request was refused; the words for it stand in its `refusals` document.',
  consumers: ['gateway'],
  key: (d) => d.requestId,
  id: (d) => `${d.requestId}:refused`,
  data: z.object({
    requestId: z.string(),
    institution: z.string(),
    status: refusalStatus,
    /** Stable, e.g. TARGET_UNKNOWN, TARGET_CODE_TAKEN, RULE_INVALID, DEFINITION_CODE_TAKEN, DEFINITION_INVALID. */
    code: z.string(),
  }),
});

/** As it was said before the words of a refusal, which may quote a rule, were kept out of messages. */
export const requestRefusedV1 = event('targets.request-refused.v1', {
  says: 'A request was refused, and why.',
  consumers: ['gateway'],
  key: (d) => d.requestId,
  id: (d) => `${d.requestId}:refused`,
  data: z.object({
    requestId: z.string(),
    institution: z.string(),
    status: refusalStatus,
    code: z.string(),
    detail: z.string(),
    errors: z.array(fieldError),
  }),
});

export const templateField = z.object({ code: z.string(), name: z.string(), kind: fieldKind });
export type TemplateField = z.infer<typeof templateField>;

export const templateResolved = event('targets.template-resolved.v2', {
  says: 'It is settled what a template is made of, or why there can be none: its rule, its fields and the count stand in its `resolutions` document.',
  consumers: ['template-export'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:resolved`,
  data: z.object({
    templateId: z.string(),
    institution: z.string(),
    dataType: templateDataType,
    resolvedAt: z.iso.datetime(),
    outcome: z.enum(['resolved', 'refused']),
    /** Which state of the target it was. */
    target: z.object({ targetId: z.string(), version: z.number().int() }).optional(),
    count: z.number().int().nonnegative().optional(),
  }),
});

/** As it was said before rules were kept out of messages; what it says counts only as far as it stands on record. */
export const templateResolvedV1 = event('targets.template-resolved.v1', {
  says: 'The rule and the definitions of a template as they are now, and the count; or why there can be none.',
  consumers: ['template-export'],
  key: (d) => d.templateId,
  id: (d) => `${d.templateId}:resolved`,
  data: z.object({
    templateId: z.string(),
    institution: z.string(),
    dataType: templateDataType,
    resolvedAt: z.iso.datetime(),
    resolution: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('resolved'),
        target: z.object({ targetId: z.string(), code: z.string(), name: z.string() }),
        rule,
        /** Active fields of the data type by rank. */
        fields: z.array(templateField),
        count: z.number().int().nonnegative(),
      }),
      z.object({ outcome: z.literal('refused'), code: z.string(), detail: z.string() }),
    ]),
  }),
});
