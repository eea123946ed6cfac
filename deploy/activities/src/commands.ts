import { parseArgs } from 'node:util';
import {
  type ActivityLink,
  ChainCheck,
  connectDatabase,
  databaseOfCommand,
  institutionIdRange,
  type WholeDatabase,
} from '@roundtrip/database';
import { faultInWords } from './fault-words.rules.js';
import { ActivitiesProblem } from './problem.errors.js';

const usage = `Usage:
  npm run activities:verify                                         those of all institutions
  npm run activities:verify -- --institution ID                     of one
  npm run activities:verify -- --institution ID --since SEQ:HASH    … which must still hold what an earlier run has printed`;

/** Of one institution: further ones follow from the first. */
const FAULTS_SHOWN = 20;

type Say = (line: string) => void;

/**
 * @returns whether all are as they were written
 * @throws ActivitiesProblem, or what the database says
 */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv, say: Say): Promise<boolean> {
  const { institution, anchor } = parse(args);
  const database = await connectDatabase(await databaseOfCommand(env));
  try {
    const institutions = institution === undefined ? await allInstitutions(database) : [institution];
    if (institutions.length === 0) say('There are no activities yet.');
    let areWhole = true;
    for (const one of institutions) areWhole = (await verify(database, one, anchor, say)) && areWhole;
    return areWhole;
  } finally {
    await database.close();
  }
}

/** Also those whose head is gone, or whose activities. */
async function allInstitutions(database: WholeDatabase): Promise<string[]> {
  const heads = await database.activityHeads.distinct('_id');
  const institutions = await database.institutions.distinct('_id');
  return [...new Set([...heads, ...institutions])].toSorted();
}

async function verify(
  database: WholeDatabase,
  institution: string,
  anchor: ActivityLink | undefined,
  say: Say,
): Promise<boolean> {
  // Before the entries: one that is written meanwhile is none that the head misses.
  const head = (await database.activityHeads.findOne({ _id: institution })) ?? undefined;
  const check = new ChainCheck(institution, head, anchor);
  const entries = database.activities.find({ _id: institutionIdRange(institution) }).sort({ _id: 1 });
  for await (const entry of entries) check.next(entry);
  const faults = check.end();
  const { seq, hash } = check.tail;
  if (faults.length === 0) {
    const cut = head?.cutSeq === undefined ? '' : `; those up to ${head.cutSeq} were old enough to go`;
    say(`${institution}  ${check.entries} activities, as they were written, up to ${seq}:${hash}${cut}`);
    if (anchor && anchor.seq <= (head?.cutSeq ?? 0)) {
      throw new ActivitiesProblem(`${anchor.seq} was old enough to go: with it nothing can be looked at any more.`);
    }
    return true;
  }
  say(`${institution}  ${check.entries} activities, NOT as they were written:`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) say(`  ${faultInWords(fault)}`);
  if (faults.length > FAULTS_SHOWN) say(`  … and ${faults.length - FAULTS_SHOWN} more.`);
  return false;
}

function parse(args: readonly string[]): { institution: string | undefined; anchor: ActivityLink | undefined } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { institution: { type: 'string' }, since: { type: 'string' } },
    });
    const { institution, since } = values;
    if (since === undefined) return { institution, anchor: undefined };
    const [, seq, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(since) ?? [];
    if (institution !== undefined && hash !== undefined) return { institution, anchor: { seq: Number(seq), hash } };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new ActivitiesProblem(usage);
}
