import { delimiters, languages, roles } from '@roundtrip/contracts';
import { Schema } from 'mongoose';
import type { ApiKeyDocument, IdempotencyKeyDocument, InstitutionDocument } from '../documents.js';
import { isInstitutionId, isName } from '@roundtrip/fields';
import { optionalText, requiredText, schemaOptions } from './schema-options.js';

export const institutions = new Schema<InstitutionDocument>(
  {
    _id: { ...requiredText, validate: isInstitutionId },
    name: { ...requiredText, validate: isName },
    delimiter: { ...requiredText, enum: delimiters },
    language: { ...requiredText, enum: languages },
    allowedEmailDomains: [String],
    recentPaces: { type: Schema.Types.Mixed },
  },
  schemaOptions,
);

export const apiKeys = new Schema<ApiKeyDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    name: { ...requiredText, validate: isName },
    role: { ...requiredText, enum: roles },
    hash: { ...requiredText, match: /^[0-9a-f]{64}$/ },
    createdAt: { type: Date, required: true },
    createdBy: requiredText,
    createdByName: optionalText,
    madeUnder: optionalText,
    expiresAt: Date,
    lastUsedAt: Date,
    replaces: optionalText,
    replacedBy: optionalText,
    revokedAt: Date,
  },
  schemaOptions,
)
  .index({ hash: 1 }, { unique: true })
  .index({ institution: 1 });

const DAY_SECONDS = 24 * 3600;

export const idempotencyKeys = new Schema<IdempotencyKeyDocument>(
  {
    _id: requiredText,
    requestHash: requiredText,
    status: Number,
    headers: Schema.Types.Mixed,
    body: String,
    createdAt: { type: Date, required: true },
  },
  schemaOptions,
).index({ createdAt: 1 }, { expireAfterSeconds: DAY_SECONDS });
