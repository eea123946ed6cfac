// How long one institution's check of one line takes while it is alone, and then, again and again, while another's files are queued.
import { Client, downloadTemplate, editAuthorisations } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { withStack } from '../bench-stack.js';
import { runImport } from '../import-run.js';
import type { Result } from '../results.rules.js';
import { median } from '../rounds.rules.js';

const files = 40;
const bound = 2;

async function run({ contacts: lines, rounds, seed, share, tell }: BenchOptions): Promise<Result> {
  return withStack({ contacts: lines }, async (stack) => {
    const busy = stack.admin;
    const other = new Client(stack.url, stack.second.admin);
    const large = await downloadTemplate(busy, 'authorisations', lines);
    const { csv: small } = editAuthorisations(firstLine(await downloadTemplate(other, 'authorisations', 1000)), 1, 1);
    const once = async (): Promise<number> => (await runImport(other, small, 'check')).seconds;

    await once();
    const alone: number[] = [];
    for (let n = 0; n < rounds; n++) alone.push(await once());
    tell(`alone: ${shownTimes(alone)}`);

    const begin = performance.now();
    for (let n = 0; n < files; n++) {
      // Different files: the same one again would be known.
      const { csv } = editAuthorisations(large, share, seed + n);
      await busy.import(new Blob([csv]), { dataType: 'authorisations', action: 'check' });
    }
    const sent = (performance.now() - begin) / 1000;
    tell(`${files} files of ${lines} lines sent in ${sent.toFixed(1)} s`);
    const beside: number[] = [];
    do beside.push(await once());
    while ((await openOf(busy)) > 0);
    const checked = (performance.now() - begin) / 1000;
    const ratio = atAnyMoment(beside) / atAnyMoment(alone);
    return {
      headline: `a check of one line beside ${files} files of ${lines.toLocaleString('en')} lines of another institution: ${ratio.toFixed(2)} times as long as alone, for one that is under way at any moment`,
      facts: [
        `${files} files sent in ${sent.toFixed(1)} s, all checked after ${checked.toFixed(1)} s; ${stack.databaseVersion}`,
      ],
      tables: [
        {
          columns: ['a check of one line', 'median s', 'longest s', 'checks'],
          rows: [
            ['alone', ...cellsOf(alone)],
            ['beside them', ...cellsOf(beside)],
          ],
        },
      ],
      notes: [],
      failure: ratio > bound ? `it takes more than ${bound} times as long` : undefined,
    };
  });
}

const cellsOf = (all: readonly number[]): string[] => [
  median(all).toFixed(2),
  Math.max(...all).toFixed(2),
  String(all.length),
];

async function openOf(client: Client): Promise<number> {
  const { items } = await client.get<{ items: { state: string }[] }>('/v1/imports?limit=100');
  return items.filter(({ state }) => ['QUEUED', 'VALIDATING'].includes(state)).length;
}

function firstLine(template: string): string {
  return template.split('\r\n').slice(0, 2).join('\r\n');
}

/** How long the check takes that is under way at a moment that nobody has chosen: a slow one is met more often than a quick one. */
function atAnyMoment(all: readonly number[]): number {
  const sum = (of: readonly number[]): number => of.reduce((before, one) => before + one, 0);
  return sum(all.map((one) => one * one)) / sum(all);
}

const shownTimes = (all: readonly number[]): string =>
  `median ${median(all).toFixed(2)} s, longest ${Math.max(...all).toFixed(2)} s of ${all.length}`;

export const bench: Bench = { contacts: 5_000, rounds: 9, run };
