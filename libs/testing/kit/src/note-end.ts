import type { WholeDatabase as Database } from '@roundtrip/database';
import {
  type EventData,
  type EventDefinition,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  templateFailureKey,
  templateOutcomeKey,
  updateCompleted,
  updateFailed,
  validationCompleted,
  validationFailed,
  validationRejected,
} from '@roundtrip/contracts';
import type { ObjectStore } from '@roundtrip/files';

const nothingFound = { transitions: [], warnings: [], firstErrors: [], issueCounts: {} };

/** Writes down what a worker has written down before it says how something has ended; of a rejection its code, and no words. */
export async function noteEnd(
  { database, objects }: { database: Database; objects: ObjectStore },
  definition: EventDefinition,
  data: EventData<EventDefinition>,
): Promise<void> {
  const is = <D extends EventDefinition>(wanted: D, said: EventData<EventDefinition>): said is EventData<D> =>
    wanted.topic === definition.topic && wanted.data.safeParse(said).success;
  const validation = (_id: string, set: object) =>
    database.validations.updateOne({ _id }, { $set: set }, { upsert: true });
  const outcome = (_id: string, set: object) =>
    database.outcomes.updateOne({ _id }, { $set: set, $setOnInsert: nothingFound }, { upsert: true });
  const object = (key: string) =>
    objects.put('templates', key, Buffer.from(JSON.stringify(data)), { contentType: 'application/json' });
  const mail = (_id: string, set: object) => database.mails.updateOne({ _id }, { $set: set }, { upsert: true });
  const ofMail = ({ institution, kind }: { institution: string; kind: string }) => ({ institution, kind });
  if (is(validationCompleted, data)) {
    const { importId, institution, action, chunks, lines } = data;
    const plan = { 'plan.chunks': chunks, 'plan.lines': lines };
    await validation(importId, { institution, action, outcome: 'accepted', ...plan });
  } else if (is(validationRejected, data)) {
    const { importId, institution, code, rejectedAt } = data;
    const rejected = { outcome: 'rejected', 'problem.code': code, finishedAt: new Date(rejectedAt) };
    await validation(importId, { institution, ...rejected });
  } else if (is(validationFailed, data)) {
    const { importId, institution, code, detail, failedAt } = data;
    const failed = { outcome: 'failed', failure: { code, detail }, finishedAt: new Date(failedAt) };
    await validation(importId, { institution, ...failed });
  } else if (is(updateCompleted, data)) {
    const { importId, institution, state, counts, completedAt } = data;
    await outcome(importId, { institution, state, counts, completedAt: new Date(completedAt) });
  } else if (is(updateFailed, data)) {
    const { importId, institution, code, detail, failedAt } = data;
    const failed = { state: 'FAILED', problem: { code, detail }, completedAt: new Date(failedAt) };
    await outcome(importId, { institution, ...failed });
  } else if (is(templateCompleted, data)) {
    await object(templateOutcomeKey(data.templateId));
  } else if (is(templateFailed, data)) {
    await object(templateFailureKey(data.templateId));
  } else if (is(mailSent, data)) {
    await mail(data.jobId, { ...ofMail(data), state: 'sent', finishedAt: new Date(data.sentAt) });
  } else if (is(mailFailed, data)) {
    const { reason, failedAt } = data;
    await mail(data.jobId, { ...ofMail(data), state: 'failed', reason, finishedAt: new Date(failedAt) });
  }
}
