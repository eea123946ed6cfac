import { delimiters, languages, roles } from '@roundtrip/contracts';
import { isInstitutionId, isName } from '@roundtrip/fields';
import type {
  ApiKeyDocument,
  GroupRole,
  IdempotencyKeyDocument,
  ImportKind,
  InstitutionDocument,
} from '../documents.js';
import { phasePaces } from './parts.js';
import {
  date,
  optionalDate,
  optionalFree,
  optionalNumber,
  optionalText,
  partOf,
  schemaOf,
  text,
  texts,
} from './schema-of.js';

const groupRole = partOf<GroupRole>({ group: text, role: { ...text, enum: roles } });

const paces = { type: [phasePaces], default: undefined } as const;

export const institutions = schemaOf<InstitutionDocument>({
  _id: { ...text, validate: isInstitutionId },
  name: { ...text, validate: isName },
  delimiter: { ...text, enum: delimiters },
  language: { ...text, enum: languages },
  allowedEmailDomains: texts,
  groupRoles: { type: [groupRole], default: undefined },
  recentPaces: {
    type: partOf<NonNullable<InstitutionDocument['recentPaces']>>({
      check: paces,
      update: paces,
      undo: paces,
    } satisfies Record<ImportKind, unknown>),
  },
});

export const apiKeys = schemaOf<ApiKeyDocument>({
  _id: text,
  institution: text,
  name: { ...text, validate: isName },
  role: { ...text, enum: roles },
  hash: { ...text, match: /^[0-9a-f]{64}$/ },
  createdAt: date,
  createdBy: text,
  createdByName: optionalText,
  madeUnder: optionalText,
  expiresAt: optionalDate,
  lastUsedAt: optionalDate,
  replaces: optionalText,
  replacedBy: optionalText,
  revokedAt: optionalDate,
  language: { ...optionalText, enum: languages },
})
  .index({ hash: 1 }, { unique: true })
  .index({ institution: 1 });

const DAY_SECONDS = 24 * 3600;

export const idempotencyKeys = schemaOf<IdempotencyKeyDocument>({
  _id: text,
  requestHash: text,
  seed: text,
  lockedUntil: date,
  status: optionalNumber,
  // By their names.
  headers: optionalFree,
  body: optionalText,
  createdAt: date,
}).index({ createdAt: 1 }, { expireAfterSeconds: DAY_SECONDS });
