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
  const requested: KafkaRecord['requested'] = new Map();
  const ended: KafkaRecord['ended'] = new Map();
  const saves = new Map<string, Save>();
  for (const data of await topics.read([importRequested])) {
    const requestedAt = new Date(data.requestedAt);
    if (requestedAt >= since) requested.set(data.importId, { institution: data.institution, requestedAt });
  }
  for (const data of await topics.read([updateCompleted]))
    ended.set(data.importId, { state: data.state, counts: data.counts });
  for (const data of await topics.read([validationRejected])) ended.set(data.importId, { state: 'REJECTED' });
  for (const data of await topics.read([updateFailed, validationFailed])) ended.set(data.importId, { state: 'FAILED' });
  for (const data of await topics.read([jobAbandoned])) ended.set(data.jobId, { state: 'FAILED' });
  const save = (requestId: string, institution: string, requestedAt: string, what: string): void => {
    const at = new Date(requestedAt);
    if (at >= since) saves.set(requestId, { institution, what, at });
  };
  for (const data of await topics.read([targetSaveRequested]))
    save(data.requestId, data.institution, data.requestedAt, `target ${data.targetId} was saved`);
  for (const data of await topics.read([targetDeleteRequested]))
    save(data.requestId, data.institution, data.requestedAt, `target ${data.targetId} was deleted`);
  for (const data of await topics.read([definitionSaveRequested]))
    save(data.requestId, data.institution, data.requestedAt, `${data.type} ${data.code} was saved`);
  return { requested, ended, saves: [...saves.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
}
