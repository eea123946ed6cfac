import { json } from 'node:stream/consumers';
import type { Database, MailDocument } from '@roundtrip/database';
import {
  type EventData,
  type RecordedIssue,
  type Said,
  templateCompleted,
  templateFailed,
  templateFailureKey,
  templateOutcomeKey,
  type updateCompleted,
  type updateFailed,
  type validationCompleted,
  type validationFailed,
  type validationRejected,
} from '@roundtrip/contracts';
import { ObjectNotFound, type ObjectStore } from '@roundtrip/files';
import { UntrueMessage } from '@roundtrip/kafka';
import { saidText } from '@roundtrip/words';
import { requireTruth } from './on-record.js';

// How a job has ended stands in a document or an object that its worker alone can write, and writes before it publishes the event. State,
// counts and words are taken from there. Each of these throws UntrueMessage when there is no such end, or another one than the event says;
// what it cannot read because a store is away it throws as it is. What is not compared is not taken from the event either.

/** Where ends are noted. */
export interface Records {
  database: Database;
  objects: ObjectStore;
}

interface Failure {
  code: string;
  detail: Said;
  at: Date;
}

/** That a file can be used, and how many lines it has. */
export async function acceptanceOnRecord(
  { database }: Records,
  { importId, institution, action, chunks, lines }: EventData<typeof validationCompleted>,
): Promise<{ lines: number }> {
  const { plan, ...validation } = await validationOf(database, importId);
  if (!plan) throw notNoted();
  requireTruth({ institution, action, chunks, lines }, { ...validation, ...plan });
  return { lines: plan.lines };
}

/** That a file cannot be used, and why: the words quote the file, and are not said over Kafka. */
export async function rejectionOnRecord(
  { database }: Records,
  { importId, institution, code, rejectedAt }: EventData<typeof validationRejected>,
): Promise<Failure> {
  const validation = await validationOf(database, importId);
  const { problem, finishedAt: at } = validation;
  if (!problem) throw notNoted();
  requireTruth(
    { institution, code, rejectedAt },
    { institution: validation.institution, code: problem.code, rejectedAt: at.toISOString() },
  );
  return { code: problem.code, detail: together(problem), at };
}

/** What is wrong and what to do; of a version before in its words. */
function together({ message, hint }: RecordedIssue): Said {
  if (typeof message === 'string') return typeof hint === 'string' ? `${message} ${hint}` : message;
  return typeof hint === 'object' ? [...message, ...hint] : message;
}

/** That a file could not be examined. Documents that are older than the words of a failure leave those to the event. */
export async function validationFailureOnRecord(
  { database }: Records,
  said: EventData<typeof validationFailed>,
): Promise<Failure> {
  const { institution, outcome, failure, finishedAt } = await validationOf(database, said.importId);
  if (outcome !== 'failed') throw notNoted();
  return failureOf(said, institution, failure, finishedAt);
}

/** How a check or an update has ended, and its counts. */
export async function completionOnRecord(
  { database }: Records,
  { importId, institution, state, counts, completedAt }: EventData<typeof updateCompleted>,
): Promise<Pick<EventData<typeof updateCompleted>, 'state' | 'counts'> & { at: Date }> {
  const outcome = await outcomeOf(database, importId);
  if (outcome.state === 'FAILED') throw notNoted();
  const { completedAt: at } = outcome;
  requireTruth(
    { institution, state, completedAt, ...counts },
    { institution: outcome.institution, state: outcome.state, completedAt: at.toISOString(), ...outcome.counts },
  );
  return { state: outcome.state, counts: outcome.counts, at };
}

/** That an import could not be brought to its end. Documents that are older than the words of it leave those to the event. */
export async function updateFailureOnRecord(
  { database }: Records,
  said: EventData<typeof updateFailed>,
): Promise<Failure> {
  const { institution, state, problem, completedAt } = await outcomeOf(database, said.importId);
  if (state !== 'FAILED') throw notNoted();
  return failureOf(said, institution, problem, completedAt);
}

/** That a template is ready, or holds nobody, and its file. */
export async function templateOnRecord(
  { objects }: Records,
  said: EventData<typeof templateCompleted>,
): Promise<EventData<typeof templateCompleted>> {
  const noted = await objectOf(objects, templateOutcomeKey(said.templateId));
  if (noted === undefined) throw notNoted();
  const onRecord = templateCompleted.data.parse(noted);
  requireTruth(said, onRecord);
  return onRecord;
}

/**
 * That a template cannot be made: its target was refused, or its worker has noted that it failed. Both may be: of a refusal that could not
 * be published the worker notes a failure.
 */
export async function templateFailureOnRecord(
  { database, objects }: Records,
  { templateId, institution, code, detail }: EventData<typeof templateFailed>,
): Promise<Failure> {
  const noted = await objectOf(objects, templateFailureKey(templateId));
  const failure = noted === undefined ? undefined : templateFailed.data.parse(noted);
  // Two workers that note it at the same moment note it at two times: the last one stands.
  const failed = failure && { ...failure, at: new Date(failure.failedAt) };
  const refused = await refusalOf(database, templateId);
  const onRecord = refused?.code === code ? refused : (failed ?? refused);
  if (!onRecord) throw notNoted();
  // Messages say it in English.
  const words = saidText('en', onRecord.detail);
  requireTruth(
    { institution, code, detail },
    { institution: onRecord.institution, code: onRecord.code, detail: words },
  );
  return { code, detail: onRecord.detail, at: onRecord.at };
}

/** That the mail about a job was sent, or has failed, and why. */
export async function mailOnRecord(
  { database }: Records,
  said: Pick<MailDocument, 'institution' | 'kind'> & { jobId: string; state: 'sent' | 'failed' },
): Promise<{ state: 'sent' | 'failed'; at: Date; reason?: Said }> {
  const { jobId, institution, kind, state } = said;
  const mail = await database.mails.findOne({ _id: { $eq: jobId } });
  if (!mail) throw notNoted();
  requireTruth({ institution, kind, state }, { ...mail });
  const { reason, finishedAt: at = mail.claimedAt } = mail;
  return { state, at, ...(state === 'failed' && { reason: reason ?? '' }) };
}

/** @param words of the failure, as they were noted; absent: they are left to the event */
function failureOf(
  said: EventData<typeof validationFailed | typeof updateFailed>,
  institution: string,
  words: { code: string; detail: string } | undefined,
  at: Date,
): Failure {
  const { code, detail, failedAt } = said;
  const noted = words ?? { code, detail };
  requireTruth(
    { institution: said.institution, code, detail, failedAt },
    { institution, ...noted, failedAt: at.toISOString() },
  );
  return { ...noted, at };
}

const notNoted = (): UntrueMessage =>
  new UntrueMessage('Nobody has noted such an end', { code: 'MESSAGE_CONTRADICTED' });

async function validationOf(database: Database, importId: string) {
  const projection = {
    institution: 1,
    action: 1,
    outcome: 1,
    'plan.chunks': 1,
    'plan.lines': 1,
    problem: 1,
    failure: 1,
    finishedAt: 1,
  } as const;
  const found = await database.validations.findOne({ _id: { $eq: importId } }, { projection });
  if (!found) throw notNoted();
  return found;
}

async function outcomeOf(database: Database, importId: string) {
  const projection = { institution: 1, state: 1, counts: 1, problem: 1, completedAt: 1 } as const;
  const found = await database.outcomes.findOne({ _id: { $eq: importId } }, { projection });
  if (!found) throw notNoted();
  return found;
}

async function refusalOf(database: Database, templateId: string) {
  const found = await database.resolutions.findOne({ _id: { $eq: templateId } });
  if (found?.resolution.outcome !== 'refused') return undefined;
  const { institution, resolvedAt: at, resolution } = found;
  return { institution, code: resolution.code, detail: resolution.detail, at };
}

/** Undefined when there is no such object. */
async function objectOf(objects: ObjectStore, key: string): Promise<unknown> {
  try {
    return await json(await objects.get('templates', key));
  } catch (error) {
    if (error instanceof ObjectNotFound) return undefined;
    throw error;
  }
}
