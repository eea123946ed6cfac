import {
  definitionSaveRequested,
  importRequested,
  type ImportCounts,
  type ImportState,
  jobAbandoned,
  targetDeleteRequested,
  targetSaveRequested,
  updateCompleted,
  updateFailed,
  validationFailed,
  validationRejected,
} from '@roundtrip/contracts';
import type { OperatorTopics } from '@roundtrip/kafka';

/** How an import has ended. */
export interface End {
  state: ImportState;
  counts?: ImportCounts;
}

/** A target or a definition that was saved or deleted; what it became stood in the database. */
export interface Save {
  institution: string;
  what: string;
  at: Date;
}

/** What Kafka remembers: nothing when it was lost, too. */
export interface KafkaRecord {
  requested: Map<string, { institution: string; requestedAt: Date }>;
  ended: Map<string, End>;
  saves: Save[];
}

/** @param since what was asked for earlier is left out; ends are told of all */
export async function readKafkaRecord(topics: OperatorTopics, since: Date): Promise<KafkaRecord> {
  const [requests, completed, rejected, failed, abandoned, saved, deleted, defined] = await Promise.all([
    topics.read([importRequested]),
    topics.read([updateCompleted]),
    topics.read([validationRejected]),
    topics.read([updateFailed, validationFailed]),
    topics.read([jobAbandoned]),
    topics.read([targetSaveRequested]),
    topics.read([targetDeleteRequested]),
    topics.read([definitionSaveRequested]),
  ]);
  const requested: KafkaRecord['requested'] = new Map();
  for (const { importId, institution, requestedAt } of requests) {
    const at = new Date(requestedAt);
    if (at >= since) requested.set(importId, { institution, requestedAt: at });
  }
  const ended: KafkaRecord['ended'] = new Map();
  for (const { importId, state, counts } of completed) ended.set(importId, { state, counts });
  for (const { importId } of rejected) ended.set(importId, { state: 'REJECTED' });
  for (const { importId } of failed) ended.set(importId, { state: 'FAILED' });
  for (const { jobId } of abandoned) ended.set(jobId, { state: 'FAILED' });
  const saves = new Map<string, Save>();
  const save = (
    { requestId, institution, requestedAt }: { requestId: string; institution: string; requestedAt: string },
    what: string,
  ): void => {
    const at = new Date(requestedAt);
    if (at >= since) saves.set(requestId, { institution, what, at });
  };
  for (const one of saved) save(one, `target ${one.targetId} was saved`);
  for (const one of deleted) save(one, `target ${one.targetId} was deleted`);
  for (const one of defined) save(one, `${one.type} ${one.code} was saved`);
  return { requested, ended, saves: [...saves.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
}
