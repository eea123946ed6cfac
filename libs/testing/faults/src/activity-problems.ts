import { type ActivityDocument, ChainCheck, institutionIdRange, type WholeDatabase } from '@roundtrip/database';
import type { Played } from './play-scenario.js';

const requests: readonly string[] = ['import-requested', 'import-started-from-check', 'import-undone'];

/** The record of activities has one order without a gap, and each job is in it once as asked for, and once as ended when it is an import. */
export async function activityProblems(
  database: WholeDatabase,
  institution: string,
  played: Played,
): Promise<string[]> {
  const head = (await database.activityHeads.findOne({ _id: institution })) ?? undefined;
  const activities = await database.activities
    .find({ _id: institutionIdRange(institution) })
    .sort({ _id: 1 })
    .toArray();
  const check = new ChainCheck(institution, head);
  for (const activity of activities) check.next(activity);
  const problems = check.end().map(({ fault, seq }) => `activity ${seq}: ${fault}`);
  for (const [label, { id, type }] of played) {
    const about = activities.filter(({ subject, result }) => subject?.id === id && result !== 'failed');
    const asked = count(about, type === 'import' ? requests : ['template-requested']);
    if (asked !== 1) problems.push(`${label}: asked for ${asked} times by the record of activities`);
    const ends = activities.filter(({ kind, subject }) => kind === 'import-ended' && subject?.id === id).length;
    if (type === 'import' && ends !== 1) problems.push(`${label}: ended ${ends} times by the record of activities`);
  }
  return problems;
}

const count = (activities: readonly ActivityDocument[], kinds: readonly string[]): number =>
  activities.filter(({ kind }) => kinds.includes(kind)).length;
