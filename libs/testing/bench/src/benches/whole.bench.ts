// The way of a file: template, check and update of the same lines, how soon a person sees what it changed, and what it took.
import { services } from '@roundtrip/contracts';
import { editAuthorisations, unzipFirst } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { type BenchStack, withCpu, withStack } from '../bench-stack.js';
import { timeFirstChanges } from '../changes-pages.js';
import { cpuTable, type StageCpu } from '../cpu-table.js';
import { everybody } from '../everybody.js';
import { type FinishedImport, runImport, runTemplate } from '../import-run.js';
import { percent, quoted, type Result, shown } from '../results.rules.js';
import { figureOf, median, requireSameWork } from '../rounds.rules.js';
import { changesDigest } from '../template-cells.js';

async function run({ contacts, rounds, seed, share, tell }: BenchOptions): Promise<Result> {
  return withStack({ contacts }, async (stack) => {
    const { admin } = stack;
    const all = await everybody(stack);
    const stages: StageCpu[] = ['template', 'check', 'update'].map((stage) => ({ stage, rounds: [] }));
    const pages = new Map<string, number[]>();
    let changed = 0;
    for (let round = 0; round < rounds; round++) {
      // What the round before has changed is in the template of this one.
      const template = await withCpu(stack, () => runTemplate(admin, all.targetId));
      const file = editAuthorisations(await unzipFirst(template.result.zip), share, seed + round);
      changed = file.changed;
      const check = await withCpu(stack, () => runImport(admin, file.csv, 'check'));
      const update = await withCpu(stack, () => runImport(admin, file.csv, 'update'));
      requireSameWork([
        { name: 'check', seconds: 0, rows: file.changed, digest: await changesOf(stack, check.result) },
        { name: 'update', seconds: 0, rows: file.changed, digest: await changesOf(stack, update.result) },
      ]);
      for (const { what, ms } of await timeFirstChanges(admin, update.result.importId)) {
        pages.set(what, [...(pages.get(what) ?? []), ms]);
      }
      for (const [at, { cpu, result }] of [template, check, update].entries()) {
        stages[at]!.rounds.push({ cpu, seconds: result.seconds, lines: file.lines });
        tell(`round ${round + 1}: ${stages[at]!.stage} of ${file.lines} lines in ${result.seconds.toFixed(1)} s`);
      }
    }
    const rate = (stage: StageCpu) => figureOf(stage.rounds.map(({ lines, seconds }) => lines / seconds));
    const memory: string[][] = [];
    for (const service of services) memory.push([service, String(Math.round(await stack.memoryOf(service)))]);
    const { lines } = stages[0]!.rounds[0]!;
    return {
      headline: `${contacts.toLocaleString('en')} contacts, lines/s: ${stages.map((stage) => `${stage.stage} ${quoted(rate(stage))}`).join(', ')}`,
      facts: [
        `${lines} lines with 7 authorisations, ${percent(share)} of the [new] cells filled, ${percent(changed / lines)} of the lines; ${stack.databaseVersion}`,
        `${rounds} rounds, each with another file; medians`,
      ],
      tables: [
        {
          columns: ['stage', 'lines/s', 'seconds'],
          rows: stages.map((stage) => [
            stage.stage,
            shown(rate(stage)),
            median(stage.rounds.map(({ seconds }) => seconds)).toFixed(1),
          ]),
        },
        cpuTable(stages),
        {
          columns: ['what a person looks at after the update', 'ms'],
          rows: [...pages].map(([what, ms]) => [what, median(ms).toFixed(0)]),
        },
        { columns: ['most memory', 'MiB'], rows: memory },
      ],
      notes: ['Check and update named the same changes in each round.'],
    };
  });
}

async function changesOf({ admin }: BenchStack, { importId }: FinishedImport): Promise<string> {
  const answer = await admin.send('GET', `/v1/imports/${importId}/changes`, undefined, { accept: 'text/csv' });
  return changesDigest(await answer.text());
}

export const bench: Bench = { contacts: 1_000_000, rounds: 5, run };
