import { templateDataTypes } from '@roundtrip/contracts';
import { isName, isTargetCode } from '@roundtrip/fields';
import type {
  DeletedTargetDocument,
  RefusalDocument,
  ResolutionDocument,
  SaveRequestDocument,
  TargetDocument,
} from '../documents.js';
import { requester, said } from './parts.js';
import { date, free, number, partOf, schemaOf, text, texts } from './schema-of.js';

export const targets = schemaOf<TargetDocument>({
  _id: text,
  institution: text,
  code: { ...text, validate: isTargetCode },
  name: { ...text, validate: isName },
  // A tree.
  rule: free,
  createdBy: { type: requester, required: true },
  createdAt: date,
  updatedAt: date,
  version: number,
  appliedRequests: texts,
}).index({ institution: 1, code: 1 }, { unique: true });

const MONTH_SECONDS = 30 * 24 * 3600;

export const deletedTargets = schemaOf<DeletedTargetDocument>({
  _id: text,
  institution: text,
  requestId: text,
  deletedAt: date,
}).index({ deletedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });

export const resolutions = schemaOf<ResolutionDocument>({
  _id: text,
  institution: text,
  dataType: { ...text, enum: templateDataTypes },
  resolvedAt: date,
  // One of two shapes, with the tree of a rule in it.
  resolution: free,
}).index({ resolvedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });

export const requests = schemaOf<SaveRequestDocument>({
  _id: text,
  institution: text,
  requestedBy: { type: requester, required: true },
  requestedAt: date,
  // One of three shapes, with the tree of a rule in it.
  wish: free,
}).index({ requestedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });

const fieldFault = partOf<RefusalDocument['errors'][number]>({ pointer: text, message: said });

export const refusals = schemaOf<RefusalDocument>(
  {
    _id: text,
    institution: text,
    status: number,
    code: text,
    detail: said,
    errors: { type: [fieldFault], required: true },
    refusedAt: date,
  },
  // mongoose has `errors` of its own on the documents that it makes; nobody has it make one of these.
  { hasReservedName: true },
).index({ refusedAt: 1 }, { expireAfterSeconds: MONTH_SECONDS });
