// An update from the upload to its end, with history, reports and mail: beside the same changes by the driver alone, and django-import-export.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench-options.js';
import { type BenchStack, withCpu, withStack } from '../bench-stack.js';
import { cpuTable, type StageCpu } from '../cpu-table.js';
import { delimiterOf } from '../delimiter-of.js';
import { type EditedLines, editLines, firstLines } from '../edited-lines.js';
import { type Everybody, everybody, everybodysTemplate, institution } from '../everybody.js';
import { runImport } from '../import-run.js';
import { openPython, type Python } from '../python.js';
import { percent, quoted, type Result, shown, times } from '../results.rules.js';
import { type Figure, figureOf, inRounds, type Participant, ratioOf, type Sample } from '../rounds.rules.js';
import { nodePeer } from '../run-peer.js';
import { takeBack } from '../take-back.js';
import { valuesDigest } from '../template-cells.js';
import { inWorkFolder } from '../work-folder.js';

const [ours, raw, django] = ['Roundtrip', 'bulkWrite', 'django-import-export'];
const shares = [0.01, 0.05, 0.3, 1];
/** Of these many lines; more would take minutes a round. */
const djangoLines = 10_000;

interface Setting {
  stack: BenchStack;
  all: Everybody;
  template: string;
  codes: string[];
  folder: string;
  python: Python | string;
}

async function run({ contacts, rounds, seed, tell }: BenchOptions): Promise<Result> {
  const python = openPython(tell);
  return inWorkFolder('update', async (folder) => {
    return withStack({ contacts }, async (stack) => {
      const all = await everybody(stack);
      const template = await everybodysTemplate(stack, all);
      const codes = stack.authorisations.map(({ code }) => code);
      const setting = { stack, all, template, codes, folder, python };
      if (typeof python !== 'string') {
        const path = join(folder, 'first.csv');
        writeFileSync(path, firstLines(template, djangoLines));
        await python.run('django_peer.py', {
          path,
          database: join(folder, 'seeded.sqlite'),
          delimiter: delimiterOf(template),
          action: 'fill',
        });
      }
      await once(setting, editLines(template, 0.05, seed + 1_000, codes));
      const found: ShareFigures[] = [];
      for (const [at, share] of shares.entries()) {
        found.push(await updatesOf(setting, share, { rounds, seed: seed + 100 * at, tell }));
      }
      return resultOf(setting, found, contacts, rounds);
    });
  });
}

interface ShareFigures {
  share: number;
  lines: number;
  ours: Figure;
  changed: Figure;
  raw: Figure;
  ratio: Figure;
  django: Figure | undefined;
  djangoRatio: Figure | undefined;
  cpu: StageCpu;
}

async function once({ stack }: Setting, { csv, originals }: EditedLines): Promise<void> {
  await runImport(stack.admin, csv, 'update');
  await takeBack(stack.db, originals);
}

async function updatesOf(
  setting: Setting,
  share: number,
  { rounds, seed, tell }: Pick<BenchOptions, 'rounds' | 'seed' | 'tell'>,
): Promise<ShareFigures> {
  const { stack, all, template, codes, folder, python } = setting;
  const cpu: StageCpu = { stage: percent(share), rounds: [] };
  const changesPath = join(folder, 'changes.json');
  let file = editLines(template, share, seed, codes);
  const afterwards = async (sample: Sample): Promise<Sample> => {
    const { digest } = await all.drain(true);
    await takeBack(stack.db, file.originals);
    return { ...sample, digest };
  };
  const participants: Participant[] = [
    {
      name: ours,
      run: async (round) => {
        file = editLines(template, share, seed + round, codes);
        writeFileSync(changesPath, JSON.stringify(file.changes));
        const { result, cpu: spent } = await withCpu(stack, () => runImport(stack.admin, file.csv, 'update'));
        cpu.rounds.push({ cpu: spent, seconds: result.seconds, lines: file.lines });
        return afterwards({ seconds: result.seconds, rows: file.changes.length });
      },
    },
    {
      name: raw,
      run: async () =>
        afterwards(await nodePeer('raw-update.js', { mongoUrl: stack.mongoUrl, institution, path: changesPath })),
    },
  ];
  if (typeof python !== 'string') {
    participants.push({ name: django, apart: true, run: () => djangoUpdate(setting, python, file) });
  }
  const samples = await inRounds(participants, rounds, (name, round, { rows, seconds }) =>
    tell(`${percent(share)}, round ${round + 1}: ${name} ${rows}, ${seconds.toFixed(2)} s`),
  );
  const mine = samples.get(ours)!;
  const besides = samples.get(django);
  const lines = mine.map((sample) => ({ ...sample, rows: file.lines }));
  const seconds = (sample: Sample): number => sample.seconds;
  const rate = (list: readonly Sample[]): Figure => figureOf(list.map((sample) => sample.rows / sample.seconds));
  return {
    share,
    lines: file.lines,
    ours: rate(lines),
    changed: rate(mine),
    raw: rate(samples.get(raw)!),
    ratio: ratioOf(mine, samples.get(raw)!, seconds),
    django: besides ? rate(besides) : undefined,
    djangoRatio: besides ? ratioOf(lines, besides, seconds) : undefined,
    cpu,
  };
}

/** From a database as it was seeded, each time. @throws Error when the values afterwards are not those that the file asks for */
async function djangoUpdate({ folder }: Setting, python: Python, { csv }: EditedLines): Promise<Sample> {
  const path = join(folder, 'first.csv');
  const database = join(folder, 'contacts.sqlite');
  const first = firstLines(csv, djangoLines);
  writeFileSync(path, first);
  copyFileSync(join(folder, 'seeded.sqlite'), database);
  const sample = await python.run('django_peer.py', {
    path,
    database,
    delimiter: delimiterOf(csv),
    action: 'import',
  });
  const wanted = await valuesDigest(first);
  if (sample.digest !== wanted) throw new Error(`${django} has not made the changes of the file`);
  return sample;
}

function resultOf({ stack, python }: Setting, found: ShareFigures[], contacts: number, rounds: number): Result {
  const headline = found.map(({ share, ratio }) => `${quoted(ratio, times)} at ${percent(share)} changed`).join(', ');
  const none = (figure: Figure | undefined, format?: (value: number) => string): string =>
    figure === undefined ? '' : shown(figure, format);
  return {
    headline: `an update of ${contacts.toLocaleString('en')} lines, as fast as the driver's bulkWrite of its changes alone: ${headline}`,
    facts: [`${found[0]!.lines} lines with 7 authorisations; ${stack.databaseVersion}`, `${rounds} rounds; medians`],
    tables: [
      {
        columns: [
          'lines changed',
          'ours, lines/s',
          'ours, changes/s',
          'bulkWrite, changes/s',
          'ours is as fast',
          `${django}, lines/s`,
          'ours is as fast, a line',
        ],
        rows: found.map((one) => [
          percent(one.share),
          shown(one.ours),
          shown(one.changed),
          shown(one.raw),
          shown(one.ratio, times),
          none(one.django),
          none(one.djangoRatio, times),
        ]),
      },
      cpuTable(found.map(({ cpu }) => cpu)),
    ],
    notes: [
      `Ours: from the first byte of the upload to the end that REST shows: every line is read and compared, and what changes is written with its history, reports and mail. bulkWrite: the same changes, known beforehand, one updateOne each, 1,000 unordered at a time; nothing else. ${django}: the first ${djangoLines.toLocaleString('en')} lines into SQLite, in bulk mode, without its diff. Each line that changes changes one of seven fields. After each the contacts had the same values, and were made what they had been.`,
      ...(typeof python === 'string' ? [python] : []),
    ],
  };
}

export const bench: Bench = { contacts: 1_000_000, rounds: 5, run };
