// From the bytes of a file to a decision on each cell, without a database: beside what only hands out the cells.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench-options.js';
import { packageVersion } from '../package-version.js';
import { openPython, type Python } from '../python.js';
import { readHeaderCells, writeReadFile } from '../read-data.js';
import { percent, quoted, type Result, shown, times } from '../results.rules.js';
import { figureOf, inRounds, type Participant, ratioOf, requireSameWork, type Sample } from '../rounds.rules.js';
import { nodePeer } from '../run-peer.js';
import { changingLines } from '../template-cells.js';
import { inWorkFolder } from '../work-folder.js';

interface Reader {
  name: string;
  version: string;
  read: (path: string, digest: boolean) => Promise<Sample>;
}

const ours = 'Roundtrip, decisions';
const whole = 'Roundtrip, whole examination';
const inNode = ['csv-parse', 'csv-parser', 'papaparse', 'udsv', '@fast-csv/parse'];
const django = 'django-import-export, dry run';
/** Of these many lines; more would take minutes a round. */
const djangoLines = 10_000;
const inPython = ['polars', 'duckdb', 'python csv'];
const oneThread = { POLARS_MAX_THREADS: '1', OMP_NUM_THREADS: '1' };

const nodeReader = (name: string, reader: string, version: string): Reader => ({
  name,
  version,
  read: (path, digest) => nodePeer('read-file.js', { reader, path, digest }),
});

async function run({ contacts: rows, rounds, seed, share, tell }: BenchOptions): Promise<Result> {
  const python = openPython(tell);
  const readers: Reader[] = [
    nodeReader(ours, 'ours', ''),
    nodeReader(whole, 'examined', ''),
    ...inNode.map((name) => nodeReader(name, name, packageVersion(name))),
  ];
  if (typeof python !== 'string') {
    const read = (reader: string) => (path: string, digest: boolean) =>
      python.run('read_file.py', { reader, path, digest }, oneThread);
    readers.push(...inPython.map((name) => ({ name, version: python.versionOf(name), read: read(name) })));
  }

  return inWorkFolder('read', async (folder) => {
    const path = join(folder, 'sent.csv');
    tell(`making a file of ${rows} lines`);
    await writeReadFile(path, rows, seed, share);
    const megabytes = statSync(path).size / 1e6;

    // The values are looked at once, beside the rounds: a hash takes longer than reading.
    const looked: (Sample & { name: string })[] = [];
    for (const { name, read } of readers) looked.push({ ...(await read(path, true)), name });
    requireSameWork(looked);
    tell(`all read ${looked[0]!.rows} lines with the values ${looked[0]!.digest}`);

    const participants = readers.map(({ name, read }): Participant => ({ name, run: () => read(path, false) }));
    if (typeof python !== 'string') {
      participants.push({ name: django, apart: true, run: await djangoDryRun(python, folder, seed, share) });
    }
    const samples = await inRounds(participants, rounds, (name, round, { rows: found, seconds, cpuSeconds }) => {
      if (found !== rows && name !== django) throw new Error(`${name} found ${found} lines of ${rows}`);
      tell(`round ${round + 1}: ${name} ${seconds.toFixed(2)} s, ${cpuSeconds!.toFixed(2)} s of CPU`);
    });

    const cpu = (sample: Sample): number => sample.cpuSeconds!;
    const best = samples.get(ours)!;
    const named = [...readers.map(({ name, version }) => ({ name, version })), ...djangoOf(samples, python)];
    const table = named.map(({ name, version }) => {
      const all = samples.get(name)!;
      return [
        `${name} ${version}`.trim(),
        shown(figureOf(all.map((sample) => sample.rows / sample.seconds))),
        shown(figureOf(all.map((sample) => sample.rows / cpu(sample)))),
        name === ours ? '1' : shown(ratioOf(best, all, cpu), times),
        String(Math.round(Math.max(...all.map(({ peakMiB }) => peakMiB ?? 0)))),
      ];
    });
    const rate = quoted(figureOf(best.map((sample) => sample.rows / cpu(sample))));
    const beside = ['csv-parse', 'polars', 'duckdb']
      .filter((name) => samples.has(name))
      .map((name) => `${name} ${quoted(ratioOf(best, samples.get(name)!, cpu), times)}`);
    return {
      headline: `${rate} lines a second of CPU, each cell decided on; as fast, by CPU, as what only reads: ${beside.join(', ')}`,
      facts: [
        `${rows.toLocaleString('en')} lines of ${readHeaderCells.length} columns, ${percent(share)} of the [new] cells filled, ${megabytes.toFixed(0)} MB, from the page cache`,
        `${rounds} rounds, each reader in a process of its own each time; medians`,
        ...(typeof python === 'string' ? [] : [python.version]),
      ],
      tables: [
        { columns: ['reader', 'lines/s', 'lines/s of CPU', 'ours is as fast, by CPU', 'peak MiB'], rows: table },
      ],
      notes: [
        `“${ours}” reads, and decides about each filled cell by the field that it is in; “${whole}” is all that import-validation does with a file, plan packed, without storing it. The others hand out cells as text, polars and duckdb with one thread. All found the same lines and the same filled cells. ${django}: ${djangoLines.toLocaleString('en')} lines of the same kind, with these contacts in SQLite, in bulk mode; it found the lines that would change.`,
        ...(typeof python === 'string' ? [python] : []),
      ],
    };
  });
}

const djangoOf = (
  samples: ReadonlyMap<string, Sample[]>,
  python: Python | string,
): { name: string; version: string }[] =>
  samples.has(django) && typeof python !== 'string'
    ? [{ name: django, version: python.versionOf('django-import-export') }]
    : [];

/** @returns a run over a file of its own, which fails when it does not find as many lines that change as there are */
async function djangoDryRun(
  python: Python,
  folder: string,
  seed: number,
  share: number,
): Promise<() => Promise<Sample>> {
  const path = join(folder, 'few.csv');
  await writeReadFile(path, djangoLines, seed, share);
  const wanted = `${await changingLines(await readFile(path, 'utf8'))} changed`;
  const job = { path, database: join(folder, 'contacts.sqlite'), delimiter: ';' };
  await python.run('django_peer.py', { ...job, action: 'fill' });
  return async () => {
    const sample = await python.run('django_peer.py', { ...job, action: 'dry run' });
    if (sample.digest !== wanted) throw new Error(`${django} found ${sample.digest} lines, not ${wanted}`);
    return sample;
  };
}

export const bench: Bench = { contacts: 1_000_000, rounds: 5, run };
