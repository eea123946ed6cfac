// From the wish for a template to its file: beside reading the same contacts and doing nothing with them, and beside django-import-export.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipFirst } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { withCpu, withStack } from '../bench-stack.js';
import { cpuTable, type StageCpu } from '../cpu-table.js';
import { delimiterOf } from '../delimiter-of.js';
import { everybody, everybodysTemplate } from '../everybody.js';
import { runTemplate } from '../import-run.js';
import { openPython } from '../python.js';
import { quoted, type Result, shown, times } from '../results.rules.js';
import { figureOf, inRounds, type Participant, ratioOf, requireSameWork, type Sample } from '../rounds.rules.js';
import { templateDigest } from '../template-cells.js';
import { inWorkFolder } from '../work-folder.js';

const [ours, drain, django] = ['Roundtrip, end to end', 'driver, reading alone', 'django-import-export'];

async function run({ contacts, rounds, tell }: BenchOptions): Promise<Result> {
  const python = openPython(tell);
  return inWorkFolder('template', async (folder) => {
    return withStack({ contacts }, async (stack) => {
      const all = await everybody(stack);
      const cpu: StageCpu = { stage: 'template', rounds: [] };
      const participants: Participant[] = [
        {
          name: ours,
          run: async () => {
            const { result, cpu: spent } = await withCpu(stack, () => runTemplate(stack.admin, all.targetId));
            const written = await templateDigest(await unzipFirst(result.zip));
            cpu.rounds.push({ cpu: spent, seconds: result.seconds, lines: written.rows });
            return { ...written, seconds: result.seconds };
          },
        },
        { name: drain, run: () => all.drain(false) },
      ];
      const csv = await everybodysTemplate(stack, all);
      requireSameWork([
        { name: ours, seconds: 0, ...(await templateDigest(csv)) },
        { name: drain, ...(await all.drain(true)) },
      ]);
      if (typeof python !== 'string') {
        writeFileSync(join(folder, 'template.csv'), csv);
        const job = {
          path: join(folder, 'template.csv'),
          database: join(folder, 'contacts.sqlite'),
          delimiter: delimiterOf(csv),
        };
        await python.run('django_peer.py', { ...job, action: 'fill' });
        participants.push({ name: django, run: () => python.run('django_peer.py', { ...job, action: 'export' }) });
      }
      const samples = await inRounds(participants, rounds, (name, round, { rows, seconds }) =>
        tell(`round ${round + 1}: ${name} ${rows} contacts in ${seconds.toFixed(2)} s`),
      );

      const seconds = (sample: Sample): number => sample.seconds;
      const mine = samples.get(ours)!;
      const besides = [...samples].filter(([name]) => name !== ours);
      const rate = (list: Sample[]) => figureOf(list.map((sample) => sample.rows / sample.seconds));
      const ratio = (name: string) => quoted(ratioOf(mine, samples.get(name)!, seconds), times);
      return {
        headline: [
          `a template of ${contacts.toLocaleString('en')} contacts: ${quoted(rate(mine))} contacts/s, as fast as reading them alone ${ratio(drain)}`,
          ...(samples.has(django) ? [`as ${django} ${ratio(django)}`] : []),
        ].join(', '),
        facts: [
          `${mine[0]!.rows} contacts with 7 authorisations; ${stack.databaseVersion}`,
          `${rounds} rounds; medians`,
        ],
        tables: [
          {
            columns: ['who', 'contacts/s', 'ours is as fast'],
            rows: [
              [ours, shown(rate(mine)), '1'],
              ...besides.map(([name, list]) => [name, shown(rate(list)), shown(ratioOf(mine, list, seconds), times)]),
            ],
          },
          cpuTable([cpu]),
        ],
        notes: [
          'Ours: from the request over REST to the last byte of the .zip. The driver: the same filter, projection and order by one cursor, each document decoded and dropped. django-import-export: the same contacts from SQLite into CSV text. All gave the same values of the same contacts.',
          ...(typeof python === 'string'
            ? [python]
            : [`${python.version}, django ${python.versionOf('django')}, ${django} ${python.versionOf(django)}`]),
        ],
      };
    });
  });
}

export const bench: Bench = { contacts: 1_000_000, rounds: 5, run };
