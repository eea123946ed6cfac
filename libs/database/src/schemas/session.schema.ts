import { languages, roles } from '@roundtrip/contracts';
import type {
  PersonDocument,
  SessionDocument,
  SignedInPerson,
  SignInCodeDocument,
  SignInDocument,
} from '../documents.js';
import { date, optionalDate, optionalText, partOf, schemaOf, text, texts } from './schema-of.js';

const hash = { ...text, match: /^[0-9a-f]{64}$/ } as const;
const optionalLanguage = { ...optionalText, enum: languages } as const;

const signedIn = partOf<SignedInPerson>({
  personId: text,
  subject: text,
  name: text,
  email: optionalText,
  institutions: texts,
  groups: texts,
  checkedAt: date,
  checkingUntil: optionalDate,
  awayUntil: optionalDate,
  refreshToken: optionalText,
  idToken: optionalText,
});

export const sessions = schemaOf<SessionDocument>({
  _id: hash,
  institution: text,
  keyId: optionalText,
  person: { type: signedIn },
  language: optionalLanguage,
  createdAt: date,
  expiresAt: date,
})
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  .index({ keyId: 1 })
  .index({ 'person.personId': 1 });

export const signInCodes = schemaOf<SignInCodeDocument>({
  _id: hash,
  institution: text,
  keyId: text,
  createdAt: date,
  expiresAt: date,
}).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const signIns = schemaOf<SignInDocument>({
  _id: hash,
  browser: hash,
  nonce: text,
  verifier: text,
  returnTo: text,
  institution: optionalText,
  createdAt: date,
  expiresAt: date,
}).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const people = schemaOf<PersonDocument>({
  _id: text,
  institution: text,
  personId: text,
  name: optionalText,
  email: optionalText,
  groups: texts,
  role: { ...optionalText, enum: roles },
  firstSignInAt: date,
  lastSignInAt: date,
  lastSeenAt: optionalDate,
  endedAt: optionalDate,
  erasedAt: optionalDate,
  language: optionalLanguage,
}).index({ institution: 1, lastSignInAt: -1, personId: 1 });
