import { importState, templateState } from '@roundtrip/contracts';
import { Schema } from 'mongoose';
import type { ImportJobDocument, MailDocument, TemplateJobDocument } from '../documents.js';
import { requiredText, schemaOptions } from './schema-options.js';

// Written and shaped by one service each: the schema names what others rely on, the rest is free.
const openSchema = { ...schemaOptions, strict: false } as const;

export const jobs = new Schema<TemplateJobDocument | ImportJobDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    type: { ...requiredText, enum: ['template', 'import'] },
    state: { ...requiredText, enum: [...new Set([...templateState.options, ...importState.options])] },
    requestedAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  openSchema,
)
  // The lists of the Import screen, newest first; changes since, for server-sent events; whether others want something; what is still open, for the watch;
  // an earlier import of the same bytes.
  .index({ institution: 1, requestedAt: -1, _id: -1 })
  .index({ institution: 1, changedAt: 1 })
  .index({ changedAt: 1 })
  .index({ state: 1, requestedAt: 1 })
  .index({ mailOpen: 1 })
  .index({ institution: 1, 'file.sha256': 1 })
  // The queue of an institution; who holds its places; how large the template of a target was.
  .index({ institution: 1, requestedAt: 1, _id: 1 }, { partialFilterExpression: { waiting: { $exists: true } } })
  .index({ place: 1 }, { unique: true, partialFilterExpression: { place: { $exists: true } } })
  .index(
    { 'target.targetId': 1, requestedAt: -1 },
    { partialFilterExpression: { 'target.targetId': { $exists: true } } },
  );

export const mails = new Schema<MailDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    state: { ...requiredText, enum: ['sending', 'sent', 'failed'] },
    messageId: requiredText,
    claimedAt: { type: Date, required: true },
  },
  openSchema,
);
