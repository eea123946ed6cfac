// A workbook written, and a workbook read, beside the libraries that do such things.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench-options.js';
import { openPython } from '../python.js';
import { percent, quoted, type Result, shown, times } from '../results.rules.js';
import { figureOf, inRounds, ratioOf, requireSameWork, type Sample } from '../rounds.rules.js';
import { nodePeer } from '../run-peer.js';
import { inWorkFolder } from '../work-folder.js';
import { workbookData } from '../workbook-data.js';
import { peerPackages } from '../workbook-peers.js';

type Work = 'read' | 'write';
type Run = (job: object) => Promise<Sample>;

const ours = 'Roundtrip';
const examined = 'Roundtrip, whole examination';
const cpu = ({ cpuSeconds }: Sample): number => cpuSeconds!;

async function run({ contacts: rows, rounds, seed, share, tell }: BenchOptions): Promise<Result> {
  const python = openPython(tell);
  if (typeof python === 'string') throw new Error(python);
  const inNode =
    (what: Work, by: string): Run =>
    (job) =>
      nodePeer('workbook-peer.js', { do: what, by, ...job });
  const inPython =
    (what: Work, by: string): Run =>
    (job) =>
      python.run('workbook_peer.py', { do: what, by, ...job });
  const versionOf = (name: string): string => {
    const ofNode = peerPackages.find((one) => one.startsWith(`${name}@`));
    if (ofNode !== undefined) return ofNode.split('@')[1]!;
    return name.startsWith('Roundtrip') ? '' : python.versionOf(name);
  };
  const readers: Record<string, Run> = {
    [ours]: inNode('read', 'ours'),
    [examined]: inNode('read', 'examined'),
    exceljs: inNode('read', 'exceljs'),
    hucre: inNode('read', 'hucre'),
    openpyxl: inPython('read', 'openpyxl'),
    'python-calamine': inPython('read', 'python-calamine'),
  };
  const writers: Record<string, Run> = {
    [ours]: inNode('write', 'ours'),
    exceljs: inNode('write', 'exceljs'),
    hucre: inNode('write', 'hucre'),
    openpyxl: inPython('write', 'openpyxl'),
    xlsxwriter: inPython('write', 'xlsxwriter'),
  };

  return inWorkFolder('workbook', async (folder) => {
    const data = join(folder, 'data.json');
    writeFileSync(data, JSON.stringify(workbookData(seed, share)));
    const sent = join(folder, 'sent.xlsx');
    tell(`making a workbook of ${rows} rows`);
    await inPython('write', 'shared texts')({ path: sent, rows, data });
    const megabytes = (statSync(sent).size / 1e6).toFixed(0);

    // Values are looked at once, beside the rounds: those of the workbook, and those of each that was written.
    const written = (by: string): string => join(folder, `${by}.xlsx`);
    const looked: (Sample & { name: string })[] = [];
    const look = async (name: string, path: string, read: Run): Promise<void> => {
      looked.push({ name, ...(await read({ path, digest: true })) });
    };
    for (const [name, read] of Object.entries(readers)) if (name !== examined) await look(name, sent, read);
    for (const [name, write] of Object.entries(writers)) {
      await write({ path: written(name), rows, data });
      await look(`what ${name} wrote`, written(name), readers['python-calamine']!);
    }
    requireSameWork(looked);
    tell(`all read and wrote ${rows} rows with the values ${looked[0]!.digest}`);

    const inTurns = async (what: Work, who: Record<string, Run>, jobOf: (name: string) => object) => {
      const participants = Object.entries(who).map(([name, work]) => ({ name, run: () => work(jobOf(name)) }));
      return inRounds(participants, rounds, (name, round, { seconds, cpuSeconds }) =>
        tell(`round ${round + 1}, ${what}: ${name} ${seconds.toFixed(2)} s, ${cpuSeconds!.toFixed(2)} s of CPU`),
      );
    };
    const read = await inTurns('read', readers, () => ({ path: sent }));
    const write = await inTurns('write', writers, (name) => ({ path: written(name), rows, data }));

    const tableOf = (title: string, first: string, samples: ReadonlyMap<string, Sample[]>) => ({
      columns: [title, 'rows/s', 'rows/s of CPU', 'ours is as fast, by CPU', 'peak MiB'],
      rows: [...samples].map(([name, all]) => [
        `${name} ${versionOf(name)}`.trim(),
        shown(figureOf(all.map((sample) => sample.rows / sample.seconds))),
        shown(figureOf(all.map((sample) => sample.rows / cpu(sample)))),
        name === first ? '1' : shown(ratioOf(samples.get(first)!, all, cpu), times),
        String(Math.round(Math.max(...all.map(({ peakMiB }) => peakMiB ?? 0)))),
      ]),
    });
    const beside = (samples: ReadonlyMap<string, Sample[]>, first: string, name: string): string =>
      `${name} ${quoted(ratioOf(samples.get(first)!, samples.get(name)!, cpu), times)}`;
    return {
      headline: [
        `as fast, by CPU, at reading with all checks as ${['exceljs', 'openpyxl', 'python-calamine'].map((name) => beside(read, examined, name)).join(', ')} that only read`,
        `at writing as ${['exceljs', 'openpyxl'].map((name) => beside(write, ours, name)).join(', ')}`,
      ].join('; '),
      facts: [
        `${rows.toLocaleString('en')} rows of 12 columns of text, ${percent(share)} of the [new] cells filled; read from ${megabytes} MB with shared texts, as a spreadsheet saves it`,
        `${rounds} rounds, each participant in a process of its own each time; medians`,
        python.version,
      ],
      tables: [tableOf('reader', examined, read), tableOf('writer', ours, write)],
      notes: [
        `“${examined}” is all that import-validation does with a file, plan packed, without storing it; “${ours}” and the others hand out the cells. exceljs, hucre and xlsxwriter write as streams, openpyxl in its mode for writing only. What each wrote was read by python-calamine: all held the same values.`,
      ],
    };
  });
}

export const bench: Bench = { contacts: 100_000, rounds: 5, run };
