import { conflictPolicies, dataTypes, importActions } from '@roundtrip/contracts';
import type {
  CancellationDocument,
  ChunkDocument,
  ClosedChunkDocument,
  OutcomeDocument,
  ValidationDocument,
} from '../documents.js';
import { importCounts, problem, requester } from './parts.js';
import {
  date,
  flag,
  free,
  number,
  optionalFlag,
  optionalFree,
  optionalNumber,
  optionalText,
  schemaOf,
  text,
} from './schema-of.js';

// All are found by `_id` (an import, or the range of its chunks). Lists of lines, issues and values are left free here: they are written by
// the thousand, and their shape is said in documents.ts and, for plans and issues, in libs/contracts.

export const validations = schemaOf<ValidationDocument>({
  _id: text,
  institution: text,
  dataType: { ...text, enum: dataTypes },
  action: { ...text, enum: importActions },
  onConflict: { ...text, enum: conflictPolicies },
  overwriteRefusals: flag,
  requestedBy: { type: requester, required: true },
  outcome: { ...text, enum: ['accepted', 'rejected', 'failed'] },
  plan: optionalFree,
  cancelled: optionalFlag,
  undoOf: optionalText,
  problem: optionalFree,
  failure: { type: problem },
  comparison: optionalFree,
  finishedAt: date,
});

export const chunks = schemaOf<ChunkDocument>({
  _id: text,
  importId: text,
  chunk: number,
  institution: text,
  lines: number,
  next: optionalNumber,
  entries: free,
  reports: free,
  requestedBy: { type: requester, required: true },
  decidedAt: date,
  notAttempted: optionalFlag,
  version: number,
});

export const closedChunks = schemaOf<ClosedChunkDocument>({
  _id: text,
  counts: free,
  transitions: free,
  valueChanges: optionalFree,
  closedAt: date,
});

export const cancellations = schemaOf<CancellationDocument>({
  _id: text,
  institution: text,
  cancelledAt: date,
  problem: { type: problem },
});

export const outcomes = schemaOf<OutcomeDocument>({
  _id: text,
  institution: text,
  state: { ...text, enum: ['CHECKED', 'DONE', 'DONE_WITH_ERRORS', 'CANCELLED', 'FAILED'] },
  counts: { type: importCounts, required: true },
  transitions: free,
  valueChanges: optionalFree,
  warnings: free,
  firstErrors: free,
  // By their codes.
  issueCounts: free,
  issueGroups: optionalFree,
  problem: { type: problem },
  completedAt: date,
});
