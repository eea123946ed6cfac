import {
  conflictPolicies,
  dataTypes,
  fileEncodings,
  importActions,
  importStates,
  languages,
  templateFormats,
  templateStates,
} from '@roundtrip/contracts';
import type { ImportJobDocument, MailDocument, TemplateJobDocument } from '../documents.js';
import { importCounts, optionalSaid, phasePaces, problem, progress, requester, said } from './parts.js';
import {
  date,
  number,
  optionalDate,
  optionalFlag,
  optionalNumber,
  optionalText,
  optionalTexts,
  partOf,
  schemaOf,
  text,
} from './schema-of.js';

type Job = TemplateJobDocument | ImportJobDocument;

const target = partOf<TemplateJobDocument['target']>({ targetId: text, code: text, name: text });

/** Of a template, or of an import. */
const file = partOf<NonNullable<Job['file']>>({
  objectKey: text,
  name: text,
  sizeBytes: number,
  parts: optionalNumber,
  sha256: optionalText,
});

export const jobs = schemaOf<Job>({
  _id: text,
  institution: text,
  type: { ...text, enum: ['template', 'import'] },
  state: { ...text, enum: [...new Set([...templateStates, ...importStates])] },
  requestedBy: { type: requester, required: true },
  language: { ...optionalText, enum: languages },
  requestedAt: date,
  startedAt: optionalDate,
  finishedAt: optionalDate,
  email: optionalText,
  mail: {
    type: partOf<NonNullable<Job['mail']>>({
      state: { ...text, enum: ['sent', 'failed'] },
      at: date,
      reason: optionalSaid,
    }),
  },
  progress: { type: progress, required: true },
  problem: { type: problem },
  version: number,
  changedAt: date,
  waiting: { ...optionalText, enum: ['small', 'large'] },
  releasedAt: optionalDate,
  place: optionalText,
  publishedAt: optionalDate,
  asks: optionalNumber,
  abandoned: { type: partOf<NonNullable<Job['abandoned']>>({ at: date, code: text, detail: said }) },
  mailOpen: optionalFlag,
  dataType: { ...text, enum: dataTypes },
  file: { type: file },

  // Of a template.
  target: { type: target },
  format: { ...optionalText, enum: templateFormats },
  fields: optionalTexts,
  lines: optionalNumber,
  expiresAt: optionalDate,

  // Of an import.
  action: { ...optionalText, enum: importActions },
  onConflict: { ...optionalText, enum: conflictPolicies },
  overwriteRefusals: optionalFlag,
  encoding: { ...optionalText, enum: fileEncodings },
  checkImportId: optionalText,
  checkAgainOf: optionalText,
  undoOf: optionalText,
  sameFileAs: optionalText,
  paces: { type: phasePaces },
  counts: { type: importCounts },
  cancelRequestedAt: optionalDate,
  cancelRequestedBy: { type: requester },
  cancelPublishedAt: optionalDate,
})
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

export const mails = schemaOf<MailDocument>({
  _id: text,
  institution: text,
  kind: { ...text, enum: ['template-ready', 'template-empty', 'template-failed', 'import-finished'] },
  state: { ...text, enum: ['sending', 'sent', 'failed'] },
  messageId: text,
  claimedAt: date,
  finishedAt: optionalDate,
  reason: optionalSaid,
});
