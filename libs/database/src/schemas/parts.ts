import {
  type ImportCounts,
  importPhases,
  requesterTypes,
  roles,
  type Said,
  type StoredRequester,
} from '@roundtrip/contracts';
import type { JobProgress, PhasePaces, PhaseProgress } from '../documents.js';
import { date, free, number, optionalFree, optionalNumber, optionalText, partOf, text } from './schema-of.js';

/** Of a person or a key; `keyId` alone in documents of before. */
export const requester = partOf<StoredRequester>({
  type: { ...optionalText, enum: requesterTypes },
  id: optionalText,
  keyId: optionalText,
  name: text,
  role: { ...text, enum: roles },
});

/** Sentences, or the words of an earlier version. */
const isSaid = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((one: unknown) => isSentence(one)));
const isSentence = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'say' in value && typeof value.say === 'string';

export const said = { ...free, validate: isSaid } as const;
export const optionalSaid = { ...optionalFree, validate: isSaid } as const;

export const problem = partOf<{ code: string; detail: Said }>({ code: text, detail: said });

export const phasePaces = partOf<PhasePaces>({ reading: number, deciding: number, reporting: number });

const tookMs = partOf<Partial<PhasePaces>>({
  reading: optionalNumber,
  deciding: optionalNumber,
  reporting: optionalNumber,
});

const phase = partOf<PhaseProgress>({
  name: { ...text, enum: importPhases },
  since: date,
  share: number,
  lines: number,
});

export const progress = partOf<JobProgress>({
  linesDone: number,
  linesTotal: number,
  share: optionalNumber,
  phase: { type: phase },
  tookMs: { type: tookMs },
});

export const importCounts = partOf<ImportCounts>({
  total: number,
  applied: number,
  unchanged: number,
  rejected: number,
  notAttempted: number,
  overwritten: number,
  warnings: number,
  blankLines: number,
});
