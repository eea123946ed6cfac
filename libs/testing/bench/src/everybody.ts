import type { Rule } from '@roundtrip/contracts';
import { loadDefinitions, planRule } from '@roundtrip/database';
import { unzipFirst } from '@roundtrip/test-kit/client';
import { BSON } from 'mongodb';
import type { BenchStack } from './bench-stack.js';
import { runTemplate } from './import-run.js';
import type { DrainJob } from './peers/drain.js';
import type { Sample } from './rounds.rules.js';
import { nodePeer } from './run-peer.js';

/** All contacts of the demo institution that can be changed, as a target and as what that target asks the database. */
export interface Everybody {
  targetId: string;
  /** Reads them by one cursor with the projection of a template. */
  drain: (digest: boolean) => Promise<Sample>;
}

export const institution = 'demo';
const rule: Rule = { any: [{ field: 'contact.contactNumber', is: 'notEmpty' }] };

export async function everybody(stack: BenchStack): Promise<Everybody> {
  const { database, admin, mongoUrl, authorisations } = stack;
  const { targetId } = await admin.post<{ targetId: string }>('/v1/targets', { code: 'ALL', name: 'Everybody', rule });
  const definitions = await loadDefinitions(database, institution);
  const { filter } = await planRule(database, { rule, definitions, at: new Date(), institution });
  const paths = ['contactNumber', 'email', 'lastName', 'firstName', ...authorisations.map(({ path }) => path)];
  const job: Omit<DrainJob, 'digest'> = {
    mongoUrl,
    filter: BSON.EJSON.stringify(filter, { relaxed: false }),
    projection: { _id: 0, ...Object.fromEntries(paths.map((path) => [path, 1 as const])) },
    codes: authorisations.map(({ code }) => code),
  };
  return { targetId, drain: (digest) => nodePeer('drain.js', { ...job, digest }) };
}

/** The .csv of a template of them all. */
export async function everybodysTemplate({ admin }: BenchStack, { targetId }: Everybody): Promise<string> {
  return unzipFirst((await runTemplate(admin, targetId)).zip);
}
