// A check from the upload to its end: beside reading all contacts and doing nothing with them, and beside a script of an hour.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editAuthorisations } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { withCpu, withStack } from '../bench-stack.js';
import { cpuTable, type StageCpu } from '../cpu-table.js';
import { delimiterOf } from '../delimiter-of.js';
import { everybody, everybodysTemplate, institution } from '../everybody.js';
import { runImport } from '../import-run.js';
import { percent, quoted, type Result, shown, times } from '../results.rules.js';
import { figureOf, inRounds, type Participant, ratioOf, type Sample } from '../rounds.rules.js';
import { nodePeer } from '../run-peer.js';
import { changesDigest } from '../template-cells.js';
import { inWorkFolder } from '../work-folder.js';

const [ours, drain, script] = [
  'Roundtrip, end to end',
  'driver, reading alone',
  'script: csv-parse, $in of 1,000, compare',
];

async function run({ contacts, rounds, seed, share, tell }: BenchOptions): Promise<Result> {
  return inWorkFolder('check', async (folder) => {
    const path = join(folder, 'sent.csv');
    return withStack({ contacts }, async (stack) => {
      const all = await everybody(stack);
      const template = await everybodysTemplate(stack, all);
      const cpu: StageCpu = { stage: 'check', rounds: [] };
      let changed = 0;
      const participants: Participant[] = [
        {
          name: ours,
          run: async (round) => {
            // The same file again would be known.
            const file = editAuthorisations(template, share, seed + round);
            changed = file.changed;
            writeFileSync(path, file.csv);
            const { result, cpu: spent } = await withCpu(stack, () => runImport(stack.admin, file.csv, 'check'));
            cpu.rounds.push({ cpu: spent, seconds: result.seconds, lines: file.lines });
            const answer = await stack.admin.send('GET', `/v1/imports/${result.importId}/changes`, undefined, {
              accept: 'text/csv',
            });
            return { rows: file.lines, seconds: result.seconds, digest: await changesDigest(await answer.text()) };
          },
        },
        { name: drain, run: () => all.drain(false) },
        {
          name: script,
          run: () => {
            const codes = stack.authorisations.map(({ code }) => code);
            const delimiter = delimiterOf(template);
            return nodePeer('check-script.js', { mongoUrl: stack.mongoUrl, path, delimiter, institution, codes });
          },
        },
      ];
      await runImport(stack.admin, editAuthorisations(template, share, seed + rounds).csv, 'check');
      const samples = await inRounds(participants, rounds, (name, round, { rows, seconds }) =>
        tell(`round ${round + 1}: ${name} ${rows} lines in ${seconds.toFixed(2)} s`),
      );

      const seconds = (sample: Sample): number => sample.seconds;
      const mine = samples.get(ours)!;
      const rate = (list: Sample[]) => figureOf(list.map((sample) => sample.rows / sample.seconds));
      const ratio = (name: string) => ratioOf(mine, samples.get(name)!, seconds);
      return {
        headline: `a check of ${contacts.toLocaleString('en')} lines: ${quoted(rate(mine))} lines/s, as fast as reading the contacts alone ${quoted(ratio(drain), times)}, as a script ${quoted(ratio(script), times)}`,
        facts: [
          `${mine[0]!.rows} lines with 7 authorisations, ${percent(share)} of the [new] cells filled, ${percent(changed / mine[0]!.rows)} of the lines; ${stack.databaseVersion}`,
          `${rounds} rounds, each with another file, after one to warm up; medians`,
        ],
        tables: [
          {
            columns: ['who', 'lines/s', 'ours is as fast'],
            rows: [
              [ours, shown(rate(mine)), '1'],
              ...[drain, script].map((name) => [name, shown(rate(samples.get(name)!)), shown(ratio(name), times)]),
            ],
          },
          cpuTable([cpu]),
        ],
        notes: [
          'Ours: from the first byte of the upload to the end that REST shows, with plan, reports and mail. The driver: a cursor over the same contacts with the projection of a template. The script knows the rules of this file alone, and writes nothing down; it found the same changes as ours in each round.',
        ],
      };
    });
  });
}

export const bench: Bench = { contacts: 1_000_000, rounds: 5, run };
