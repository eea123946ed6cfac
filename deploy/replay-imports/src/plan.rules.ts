import type { ImportRecord } from '@roundtrip/contracts';
import type { KafkaRecord } from './kafka-record.reader.js';
import type { KeptUploads } from './uploads.reader.js';

/** What is done again, and what is left to people. Pure. */

export interface Known {
  uploads: KeptUploads;
  kafka: KafkaRecord;
  /** Imports that the restored database knows: they go on by themselves. */
  jobs: ReadonlySet<string>;
  institutions: ReadonlySet<string>;
  since: Date;
}

export type ByHandReason =
  | 'no-record'
  | 'record-unreadable'
  | 'no-file'
  | 'cancelled'
  | 'failed'
  | 'undoes-one-of-these'
  | 'no-institution'
  | 'file-alone';

export interface ByHand {
  importId: string;
  institution?: string | undefined;
  at?: Date | undefined;
  reason: ByHandReason;
}

export interface ReplayPlan {
  /** By institution, in the order in which they were asked for. */
  again: Map<string, ImportRecord[]>;
  byHand: ByHand[];
}

export function planReplay(known: Known): ReplayPlan {
  const { uploads, kafka, jobs, since } = known;
  const records = uploads.records
    .filter(({ importId }) => !jobs.has(importId))
    .toSorted((a, b) => (a.requestedAt < b.requestedAt ? -1 : a.requestedAt > b.requestedAt ? 1 : 0));
  const again: ReplayPlan['again'] = new Map();
  const byHand: ByHand[] = [];
  const left = new Set<string>();
  const leave = (importId: string, reason: ByHandReason, institution?: string, at?: Date): void => {
    left.add(importId);
    byHand.push({ importId, reason, institution, at });
  };
  for (const record of records) {
    const { importId, institution, requestedAt } = record;
    const reason = reasonAgainst(record, known, left);
    if (reason !== undefined) leave(importId, reason, institution, new Date(requestedAt));
    else again.set(institution, [...(again.get(institution) ?? []), record]);
  }
  const recorded = new Set(records.map(({ importId }) => importId));
  for (const importId of uploads.unreadable) {
    if (jobs.has(importId)) continue;
    recorded.add(importId);
    leave(importId, 'record-unreadable', kafka.requested.get(importId)?.institution);
  }
  for (const [importId, { institution, requestedAt }] of kafka.requested) {
    if (jobs.has(importId) || recorded.has(importId)) continue;
    recorded.add(importId);
    leave(importId, 'no-record', institution, requestedAt);
  }
  for (const [importId, writtenAt] of uploads.files) {
    if (writtenAt >= since && !jobs.has(importId) && !recorded.has(importId))
      leave(importId, 'file-alone', undefined, writtenAt);
  }
  return { again, byHand };
}

function reasonAgainst(
  { importId, institution, file, undoOf }: ImportRecord,
  { uploads, kafka, institutions }: Known,
  left: ReadonlySet<string>,
): ByHandReason | undefined {
  if (!institutions.has(institution)) return 'no-institution';
  if (file && !uploads.files.has(file.objectKey)) return 'no-file';
  const ended = kafka.ended.get(importId)?.state;
  // Who wanted it to stop may have come too late.
  if (uploads.cancelled.has(importId) && (ended === undefined || ended === 'CANCELLED')) return 'cancelled';
  if (ended === 'FAILED') return 'failed';
  return undoOf !== undefined && left.has(undoOf) ? 'undoes-one-of-these' : undefined;
}
