import { parseArgs } from 'node:util';
import { type ImportRecord, services } from '@roundtrip/contracts';
import { connectDatabase, type ImportJobDocument, type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { OperatorTopics } from '@roundtrip/kafka';
import pLimit from 'p-limit';
import { ImportReplayer } from './import-replayer.js';
import { readKafkaRecord } from './kafka-record.reader.js';
import { lineWords, outcomeWords } from './outcome.rules.js';
import { type ByHand, type ByHandReason, type Known, planReplay, type ReplayPlan } from './plan.rules.js';
import { ReplayProblem } from './problem.errors.js';
import { differences } from './report-differences.rules.js';
import { readReport } from './reports.reader.js';
import { findKafka, findServers, type Servers } from './servers.js';
import { readUploads } from './uploads.reader.js';

const usage = `Usage:
  npm run replay-imports -- skip-unread               before the services are started: what Kafka holds unread is of a database that is gone
  npm run replay-imports -- --since TIME              does again what was asked for after the backup of the database, of TIME (2026-03-01T02:00:00Z)
  npm run replay-imports -- --since TIME --dry-run    … says what that would be`;

const clientId = 'replay-imports';
const institutionsAtOnce = 4;
type Say = (line: string) => void;
type Command = { type: 'skip-unread' } | { type: 'replay'; since: Date; isDry: boolean };

/**
 * @returns false when something is not as it was before, or is left to be done by hand
 * @throws ReplayProblem, or what the stores say
 */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv, say: Say): Promise<boolean> {
  const command = parse(args);
  if (command.type === 'skip-unread') {
    const topics = new OperatorTopics(await findKafka(env), clientId);
    const left = await Promise.all(services.map((service) => topics.skipUnread(service)));
    for (const [at, service] of services.entries()) say(`${service}: ${left[at] ?? 0} messages are left unread`);
    return true;
  }
  const servers = await findServers(env);
  return replay(servers, new OperatorTopics(servers.kafka, clientId), command, say);
}

function parse(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { since: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 1 && positionals[0] === 'skip-unread' && values.since === undefined)
      return { type: 'skip-unread' };
    const since = new Date(values.since ?? NaN);
    if (positionals.length === 0 && !Number.isNaN(since.getTime()))
      return { type: 'replay', since, isDry: values['dry-run'] };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new ReplayProblem(usage);
}

async function replay(
  servers: Servers,
  topics: OperatorTopics,
  { since, isDry }: { since: Date; isDry: boolean },
  say: Say,
): Promise<boolean> {
  const store = new ObjectStore(servers.objectStore);
  const database = await connectDatabase(servers.mongoUrl);
  try {
    const known = await readKnown(database, store, topics, since);
    const plan = planReplay(known);
    if (isDry) sayPlan(plan, say);
    const work = { database, store, topics, known, say };
    const changed = isDry ? 0 : await replayAll(work, plan);
    for (const left of plan.byHand) await sayByHand(store, left, say);
    for (const { institution, what, at } of known.kafka.saves) {
      say(`by hand: ${institution}: ${what} at ${at.toISOString()}; look at it, and save it again if it is as before`);
    }
    const imports = [...plan.again.values()].flat().length;
    const byHand = plan.byHand.length + known.kafka.saves.length;
    say(
      `${imports} imports ${isDry ? 'would be' : 'were'} done again, ${changed} of them otherwise than before; ${byHand} things are left to be done by hand`,
    );
    return changed === 0 && byHand === 0;
  } finally {
    await database.close();
  }
}

async function readKnown(
  database: WholeDatabase,
  store: ObjectStore,
  topics: OperatorTopics,
  since: Date,
): Promise<Known> {
  const uploads = await readUploads(store, since);
  const kafka = await readKafkaRecord(topics, since);
  const asked = [
    ...uploads.records.map(({ importId }) => importId),
    ...uploads.unreadable,
    ...uploads.files.keys(),
    ...kafka.requested.keys(),
  ];
  const jobs = await database.jobs.find({ _id: { $in: [...new Set(asked)] } }, { projection: { _id: 1 } }).toArray();
  const institutions = await database.institutions.find({}, { projection: { _id: 1 } }).toArray();
  return {
    uploads,
    kafka,
    jobs: new Set(jobs.map(({ _id }) => _id)),
    institutions: new Set(institutions.map(({ _id }) => _id)),
    since,
  };
}

interface Work {
  database: WholeDatabase;
  store: ObjectStore;
  topics: OperatorTopics;
  known: Known;
  say: Say;
}

/** Imports of one institution one after the other, as one may build on another; institutions side by side. @returns how many ended otherwise than before */
async function replayAll(work: Work, plan: ReplayPlan): Promise<number> {
  const replayer = new ImportReplayer(work.database, work.topics);
  const limit = pLimit(institutionsAtOnce);
  const changed = await Promise.all(
    Array.from(plan.again, ([institution, records]) =>
      limit(async () => {
        let changedHere = 0;
        await replayer.untilNoneIsOpen(institution);
        for (const record of records) if (!(await replayOne(work, replayer, record))) changedHere += 1;
        return changedHere;
      }),
    ),
  );
  return changed.reduce((sum, one) => sum + one, 0);
}

/** @returns whether it came out as before */
async function replayOne(
  { store, known, say }: Work,
  replayer: ImportReplayer,
  record: ImportRecord,
): Promise<boolean> {
  const { importId, institution, requestedAt, action } = record;
  // The same objects are written again: what they say is read before.
  const before = await readReport(store, importId);
  const job = await replayer.replay(record);
  const { isAsBefore, words, lines } = outcomeWords({
    now: endOf(job),
    before: known.kafka.ended.get(importId),
    lines: before && differences(before, (await readReport(store, importId)) ?? new Map()),
  });
  say(`${importId}  ${institution}  ${requestedAt}  ${action}: ${words}`);
  for (const line of lines) say(`  ${line}`);
  return isAsBefore;
}

const endOf = ({ state, counts }: ImportJobDocument) => ({ state, ...(counts && { counts }) });

function sayPlan({ again }: ReplayPlan, say: Say): void {
  for (const [institution, records] of again) {
    for (const { importId, requestedAt, action, undoOf } of records) {
      const undo = undoOf === undefined ? '' : `, undoes ${undoOf}`;
      say(`${importId}  ${institution}  ${requestedAt}  ${action}${undo}`);
    }
  }
}

const reasons: Record<ByHandReason, string> = {
  'no-record': 'what was asked for is not in the object store (its backup is older): let its file be uploaded again',
  'record-unreadable': 'what was asked for cannot be read (a newer release wrote it?): let its file be uploaded again',
  'no-file': 'its file is not in the object store (its backup is older): let it be uploaded again',
  cancelled:
    'it was stopped by a user; what it had changed by then is not changed now: let the file be uploaded again if that is wanted',
  failed:
    'it had failed, of which the user knows; what it had changed by then is not changed now: let the file be uploaded again',
  'undoes-one-of-these': 'it undoes an import that is not done again: there is nothing to be undone',
  'no-institution': 'there is no such institution in the database: make it, then say this again',
  'file-alone': 'there is a file of which nobody knows what for: its request was never accepted, or is lost',
};

async function sayByHand(store: ObjectStore, left: ByHand, say: Say): Promise<void> {
  const { importId, institution = '-', at, reason } = left;
  say(`by hand: ${importId}  ${institution}  ${at?.toISOString() ?? '-'}: ${reasons[reason]}`);
  if (reason !== 'cancelled' && reason !== 'failed') return;
  const report = (await readReport(store, importId)) ?? new Map();
  const changed = new Map([...report].filter(([, line]) => line.changed !== undefined));
  for (const line of lineWords(differences(changed, new Map()))) say(`  ${line}`);
}
