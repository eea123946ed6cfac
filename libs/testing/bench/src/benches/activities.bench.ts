// What it costs a download that it is written down who fetches it: fifty at once of one gateway, with the entries and without, in turns.
import { setTimeout as sleep } from 'node:timers/promises';
import { ChainCheck, institutionIdRange } from '@roundtrip/database';
import type { Bench, BenchOptions } from '../bench-options.js';
import { type BenchStack, withStack } from '../bench-stack.js';
import { everybody, institution } from '../everybody.js';
import { runTemplate } from '../import-run.js';
import { quoted, type Result, shown, times } from '../results.rules.js';
import { inRounds, ratioOf, type Sample } from '../rounds.rules.js';

const AT_ONCE = 50;
/** Longer than a process needs to take a signal. */
const SIGNAL_MS = 200;

type Kind = 'with' | 'without';

async function run({ contacts, rounds, tell }: BenchOptions): Promise<Result> {
  const hook = new URL('../unrecorded-hook.js', import.meta.url).href;
  const env = { SERVICE_NODE_OPTIONS: `--max-old-space-size=160 --import ${hook}` };
  return withStack({ contacts, env }, async (stack) => {
    const { templateId, zip } = await runTemplate(stack.admin, (await everybody(stack)).targetId);
    const file = `/v1/templates/${templateId}/file`;
    const fetchAll = async (took: number[]): Promise<Sample> => {
      const begin = performance.now();
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const answer = await stack.admin.send('GET', file);
          const bytes = (await answer.arrayBuffer()).byteLength;
          if (answer.status !== 200 || bytes !== zip.length) throw new Error(`A download ended with ${answer.status}`);
          took.push(performance.now() - begin);
        }),
      );
      return { seconds: (performance.now() - begin) / 1000, rows: AT_ONCE };
    };
    const toggle = async (): Promise<void> => {
      process.kill(stack.pidOf('gateway'), 'SIGUSR2');
      await sleep(SIGNAL_MS);
    };
    await fetchAll([]);
    const before = await written(stack);
    const took: Record<Kind, number[]> = { with: [], without: [] };
    const samples = await inRounds(
      [
        { name: 'with', run: () => fetchAll(took.with) },
        {
          name: 'without',
          run: async () => {
            await toggle();
            const sample = await fetchAll(took.without);
            await toggle();
            return sample;
          },
        },
      ],
      rounds,
      (name, round, { seconds }) =>
        tell(`round ${round + 1}: ${AT_ONCE} ${name} an entry in ${(1000 * seconds).toFixed(0)} ms`),
    );
    const entries = (await written(stack)) - before;
    const cost = ratioOf(samples.get('without')!, samples.get('with')!, ({ seconds }) => seconds);
    const missing = entries === rounds * AT_ONCE ? [] : [`${entries} entries of ${rounds * AT_ONCE} downloads`];
    const faults = await faultsOfChain(stack);
    return {
      headline: `${AT_ONCE} downloads at once, each with its entry in the record of activities: ${quoted(cost, times)} the time of those without, 99 of 100 within ${ms(took.with, 0.99)} ms`,
      facts: [
        `a template of ${zip.length.toLocaleString('en')} bytes; ${rounds} rounds of ${AT_ONCE} with an entry and ${AT_ONCE} without, at one gateway; ${stack.databaseVersion}`,
      ],
      tables: [
        {
          columns: [`${AT_ONCE} downloads at once`, 'median ms', '99 of 100 within ms', 'longest ms'],
          rows: (['with', 'without'] as const).map((kind) => [
            `${kind} an entry`,
            ms(took[kind], 0.5),
            ms(took[kind], 0.99),
            ms(took[kind], 1),
          ]),
        },
      ],
      notes: [`All of a round take ${shown(cost, times)} as long with their entries as without.`],
      failure: missing.length + faults.length > 0 ? [...missing, ...faults].join(', ') : undefined,
    };
  });
}

const ms = (all: readonly number[], share: number): string => {
  const sorted = all.toSorted((one, other) => one - other);
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? NaN).toFixed(0);
};

/** How many downloads stand in the record. */
const written = ({ database }: BenchStack): Promise<number> =>
  database.activities.countDocuments({ institution, kind: 'file-downloaded' });

async function faultsOfChain({ database }: BenchStack): Promise<string[]> {
  const head = (await database.activityHeads.findOne({ _id: institution })) ?? undefined;
  const check = new ChainCheck(institution, head);
  const all = database.activities.find({ _id: institutionIdRange(institution) }).sort({ _id: 1 });
  for await (const activity of all) check.next(activity);
  return check.end().map(({ fault, seq }) => `activity ${seq}: ${fault}`);
}

export const bench: Bench = { contacts: 300, rounds: 20, run };
