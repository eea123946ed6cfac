import { Schema } from 'mongoose';
import type {
  DeletedTargetDocument,
  RefusalDocument,
  ResolutionDocument,
  SaveRequestDocument,
  TargetDocument,
} from '../documents.js';
import { isName, isTargetCode } from '@roundtrip/fields';
import { requiredText, schemaOptions } from './schema-options.js';

export const targets = new Schema<TargetDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    code: { ...requiredText, validate: isTargetCode },
    name: { ...requiredText, validate: isName },
    rule: { type: Schema.Types.Mixed, required: true },
    createdBy: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    version: { type: Number, required: true },
    appliedRequests: [String],
  },
  schemaOptions,
).index({ institution: 1, code: 1 }, { unique: true });

const MONTH_SECONDS = 30 * 24 * 3600;

export const deletedTargets = new Schema<DeletedTargetDocument>(
  { _id: requiredText, institution: requiredText, requestId: requiredText, deletedAt: { type: Date, required: true } },
  schemaOptions,
).index({ deletedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });

export const resolutions = new Schema<ResolutionDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    dataType: requiredText,
    resolvedAt: { type: Date, required: true },
    resolution: { type: Schema.Types.Mixed, required: true },
  },
  schemaOptions,
).index({ resolvedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });

export const requests = new Schema<SaveRequestDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    requestedBy: { type: Schema.Types.Mixed, required: true },
    requestedAt: { type: Date, required: true },
    wish: { type: Schema.Types.Mixed, required: true },
  },
  schemaOptions,
).index({ requestedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });

export const refusals = new Schema<RefusalDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    status: { type: Number, required: true },
    code: requiredText,
    detail: requiredText,
    refusedAt: { type: Date, required: true },
  },
  // Its `errors` have the name of what mongoose keeps for itself.
  { ...schemaOptions, strict: false },
).index({ refusedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });
