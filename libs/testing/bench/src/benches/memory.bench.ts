// The most memory of each service at N and at ten times as many lines, beside the usual pipeline, which holds the file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, services } from '@roundtrip/contracts';
import { editAuthorisations } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { withStack } from '../bench-stack.js';
import { everybody, everybodysTemplate } from '../everybody.js';
import { runImport } from '../import-run.js';
import { packageVersion } from '../package-version.js';
import { quoted, type Result, shown, times } from '../results.rules.js';
import { type Figure, figureOf } from '../rounds.rules.js';
import { nodePeer } from '../run-peer.js';
import { inWorkFolder } from '../work-folder.js';

const pipeline = 'papaparse pipeline';
type Peaks = ReadonlyMap<ServiceName | typeof pipeline, number>;

const mebibytes = (value: number): string => value.toFixed(0);

async function run({ contacts, rounds, seed, share, tell }: BenchOptions): Promise<Result> {
  const few = Math.max(1, Math.round(contacts / 10));
  const found: { few: Peaks; many: Peaks }[] = [];
  let lines = 0;
  for (let round = 0; round < rounds; round++) {
    const small = await peaksAt(few, seed + round, share);
    const large = await peaksAt(contacts, seed + round, share);
    if (Math.abs(large.lines / small.lines - 10) > 0.1) throw new Error('The files are not ten to one');
    lines = large.lines;
    found.push({ few: small.peaks, many: large.peaks });
    tell(
      `round ${round + 1}: ${services.map((name) => `${name} ${large.peaks.get(name)?.toFixed(0)} MiB`).join(', ')}`,
    );
  }
  const of = (name: ServiceName | typeof pipeline) => {
    const at = (size: 'few' | 'many'): Figure => figureOf(found.map((one) => one[size].get(name)!));
    const growth = figureOf(found.map((one) => one.many.get(name)! / one.few.get(name)!));
    return { few: at('few'), many: at('many'), growth };
  };
  const names = [...services, pipeline] as const;
  const largest = figureOf(found.map(({ many }) => Math.max(...services.map((name) => many.get(name)!))));
  const most = Math.max(...services.map((name) => of(name).growth.median));
  return {
    headline: `${lines.toLocaleString('en')} lines: a service takes ${quoted(largest, mebibytes)} MiB at most, and up to ${times(most)} what it takes for a tenth; a ${pipeline} ${quoted(of(pipeline).many, mebibytes)} MiB`,
    facts: [
      `template, check and update of ${lines} lines and of a tenth, each on a stack of its own; ${rounds === 1 ? 'once, without a spread' : `${rounds} rounds, medians`}`,
    ],
    tables: [
      {
        columns: ['peak resident MiB', 'a tenth', 'all', 'all / a tenth'],
        rows: names.map((name) => {
          const { few: tenth, many, growth } = of(name);
          const title = name === pipeline ? `${name} (${packageVersion('papaparse')})` : name;
          return [title, shown(tenth, mebibytes), shown(many, mebibytes), shown(growth, times)];
        }),
      },
    ],
    notes: [
      `The ${pipeline} reads the file as text, makes an object of each line and collects what is filled; it has no database, and one process.`,
    ],
  };
}

async function peaksAt(contacts: number, seed: number, share: number): Promise<{ peaks: Peaks; lines: number }> {
  return inWorkFolder('memory', async (folder) => {
    return withStack({ contacts }, async (stack) => {
      const template = await everybodysTemplate(stack, await everybody(stack));
      const file = editAuthorisations(template, share, seed);
      await runImport(stack.admin, file.csv, 'check');
      await runImport(stack.admin, file.csv, 'update');
      const peaks = new Map<ServiceName | typeof pipeline, number>();
      for (const service of services) peaks.set(service, await stack.memoryOf(service));
      const path = join(folder, 'sent.csv');
      writeFileSync(path, file.csv);
      const { rows, peakMiB } = await nodePeer('papaparse-pipeline.js', { path });
      if (rows !== file.lines) throw new Error(`The ${pipeline} found ${rows} of ${file.lines} lines`);
      peaks.set(pipeline, peakMiB ?? NaN);
      return { peaks, lines: file.lines };
    });
  });
}

export const bench: Bench = { contacts: 1_000_000, rounds: 3, run };
