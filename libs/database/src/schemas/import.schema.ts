import { Schema } from 'mongoose';
import type {
  CancellationDocument,
  ChunkDocument,
  ClosedChunkDocument,
  OutcomeDocument,
  ValidationDocument,
} from '../documents.js';
import { requiredText, schemaOptions } from './schema-options.js';

// All are found by `_id` (an import, or the range of its chunks) and written by one service each, which checks what it
// writes: the schemas name what others rely on, the rest is free.
const openSchema = { ...schemaOptions, strict: false } as const;

export const validations = new Schema<ValidationDocument>(
  {
    _id: requiredText,
    institution: requiredText,
    outcome: { ...requiredText, enum: ['accepted', 'rejected', 'failed'] },
    finishedAt: { type: Date, required: true },
  },
  openSchema,
);

export const chunks = new Schema<ChunkDocument>(
  { _id: requiredText, institution: requiredText, importId: requiredText, version: { type: Number, required: true } },
  openSchema,
);

export const closedChunks = new Schema<ClosedChunkDocument>(
  { _id: requiredText, closedAt: { type: Date, required: true } },
  openSchema,
);

export const cancellations = new Schema<CancellationDocument>(
  { _id: requiredText, institution: requiredText, cancelledAt: { type: Date, required: true } },
  openSchema,
);

export const outcomes = new Schema<OutcomeDocument>(
  { _id: requiredText, institution: requiredText, state: requiredText, completedAt: { type: Date, required: true } },
  openSchema,
);
