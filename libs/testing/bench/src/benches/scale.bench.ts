// Does it help to start more processes of bulk-update, what bounds it then, and does the size of a file change the rate?
import { editAuthorisations } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { type BenchStack, withCpu, withStack } from '../bench-stack.js';
import { cpuTable, type StageCpu } from '../cpu-table.js';
import { everybody, everybodysTemplate } from '../everybody.js';
import { runImport } from '../import-run.js';
import { percent, quoted, type Result, shown, times } from '../results.rules.js';
import { type Figure, figureOf, inRounds, type Participant, ratioOf, type Sample } from '../rounds.rules.js';

const processes = [1, 2, 4];
const smallest = 10_000;

interface Sizes {
  contacts: number;
  check: Figure;
}

const seconds = (sample: Sample): number => sample.seconds;
const rate = (list: readonly Sample[]): Figure => figureOf(list.map((sample) => sample.rows / sample.seconds));

async function run(options: BenchOptions): Promise<Result> {
  const { contacts, rounds, share, tell } = options;
  const sizes: Sizes[] = [];
  for (let size = smallest; size < contacts; size *= 10) {
    const check = await withStack({ contacts: size }, async (stack) => {
      const samples = await checks(stack, [1], { ...options, contacts: size });
      return rate(samples.get('1')!);
    });
    sizes.push({ contacts: size, check });
    tell(`${size} contacts: ${shown(check)} lines/s`);
  }

  return withStack({ contacts, workers: { 'bulk-update': Math.max(...processes) } }, async (stack) => {
    const stages: StageCpu[] = processes.map((count) => ({ stage: `${count} bulk-update`, rounds: [] }));
    const samples = await checks(stack, processes, options, stages);
    const one = samples.get('1')!;
    const gain = (count: number): Figure => ratioOf(samples.get(String(count))!, one, seconds);
    sizes.push({ contacts, check: rate(one) });
    const largest = sizes.at(-1)!.check.median;
    return {
      headline: `a check with ${processes
        .slice(1)
        .map((count) => `${count} bulk-update is ${quoted(gain(count), times)}`)
        .join(', with ')} as fast as with one`,
      facts: [
        `checks of ${contacts.toLocaleString('en')} contacts, ${percent(share)} of the [new] cells filled; ${stack.databaseVersion}`,
        `${rounds} rounds in turns on one stack; the smaller sizes before, each on a stack of its own; medians`,
      ],
      tables: [
        {
          columns: ['processes of bulk-update', 'lines/s', 'as fast as one'],
          rows: processes.map((count) => [
            String(count),
            shown(rate(samples.get(String(count))!)),
            count === 1 ? '1' : shown(gain(count), times),
          ]),
        },
        cpuTable(stages),
        {
          columns: ['contacts', 'lines/s with one process', 'beside the largest'],
          rows: sizes.map(({ contacts: size, check }) => [
            size.toLocaleString('en'),
            shown(check),
            times(check.median / largest),
          ]),
        },
      ],
      notes: [
        'What takes its whole core, or all cores together, is what bounds it: the shares are of one core, those of bulk-update of all its processes together.',
      ],
    };
  });
}

async function checks(
  stack: BenchStack,
  counts: readonly number[],
  { rounds, seed, share, tell }: BenchOptions,
  stages?: readonly StageCpu[],
): Promise<Map<string, Sample[]>> {
  const template = await everybodysTemplate(stack, await everybody(stack));
  let sent = 0;
  const check = async (): Promise<Sample> => {
    // The same file again would be known.
    const file = editAuthorisations(template, share, seed + sent++);
    const { result, cpu } = await withCpu(stack, () => runImport(stack.admin, file.csv, 'check'));
    const stage = stages?.find(({ stage: name }) => name === `${stack.pidsOf('bulk-update').length} bulk-update`);
    stage?.rounds.push({ cpu, seconds: result.seconds, lines: file.lines });
    return { rows: file.lines, seconds: result.seconds };
  };
  await check();
  const participants = counts.map((count): Participant => ({
    name: String(count),
    run: async () => {
      if (counts.length > 1) {
        await stack.scale('bulk-update', count);
        // A group that has changed shares the topics anew; that is no part of what is measured.
        await runImport(stack.admin, editAuthorisations(firstLine(template), 1, seed + 100_000 + sent++).csv, 'check');
      }
      return check();
    },
  }));
  return inRounds(participants, rounds, (name, round, { rows, seconds: took }) =>
    tell(`round ${round + 1}: ${name} bulk-update, ${rows} lines in ${took.toFixed(2)} s`),
  );
}

const firstLine = (template: string): string => template.split('\r\n').slice(0, 2).join('\r\n');

export const bench: Bench = { contacts: 1_000_000, rounds: 5, run };
