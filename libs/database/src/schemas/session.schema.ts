import { Schema } from 'mongoose';
import type { SessionDocument, SignInCodeDocument } from '../documents.js';
import { requiredText, schemaOptions } from './schema-options.js';

const sha256 = { ...requiredText, match: /^[0-9a-f]{64}$/ } as const;

/** What stands for a key for a while. */
const ofKey = {
  _id: sha256,
  institution: requiredText,
  keyId: requiredText,
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
} as const;

export const sessions = new Schema<SessionDocument>(ofKey, schemaOptions)
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  .index({ keyId: 1 });

export const signInCodes = new Schema<SignInCodeDocument>(ofKey, schemaOptions).index(
  { expiresAt: 1 },
  { expireAfterSeconds: 0 },
);
