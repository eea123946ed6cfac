import { Schema } from 'mongoose';
import type { SessionDocument } from '../documents.js';
import { requiredText, schemaOptions } from './schema-options.js';

const sha256 = { ...requiredText, match: /^[0-9a-f]{64}$/ } as const;

export const sessions = new Schema<SessionDocument>(
  {
    _id: sha256,
    institution: requiredText,
    keyId: requiredText,
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  schemaOptions,
)
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  .index({ keyId: 1 });
