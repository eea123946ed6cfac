import type { SessionDocument, SignInCodeDocument } from '../documents.js';
import { date, schemaOf, text } from './schema-of.js';

/** What stands for a key for a while. */
const ofKey = {
  _id: { ...text, match: /^[0-9a-f]{64}$/ },
  institution: text,
  keyId: text,
  createdAt: date,
  expiresAt: date,
} as const;

export const sessions = schemaOf<SessionDocument>(ofKey)
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  .index({ keyId: 1 });

export const signInCodes = schemaOf<SignInCodeDocument>(ofKey).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
