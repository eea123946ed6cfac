import type { FaultRun } from './fault-run.js';

const shown = 12;

/** The last of the runs in a line, and what differs below it. */
export function progressLine(done: readonly FaultRun[], of: number): string {
  const { seed, institution, faults, divergences, seconds } = done.at(-1) as FaultRun;
  const verdict = divergences.length === 0 ? 'equal' : `${divergences.length} DIVERGENCES (${institution})`;
  const line = `run ${done.length}/${of}, seed ${seed}: ${verdict}, ${seconds.toFixed(1)} s, faults: ${faults.join(', ')}`;
  const more = divergences.length > shown ? [`… and ${divergences.length - shown} more`] : [];
  return [line, ...divergences.slice(0, shown), ...more].join('\n    ');
}

export function totals(runs: readonly FaultRun[], plant: string | undefined): string {
  const counts = new Map<string, number>();
  for (const name of runs.flatMap(({ faults }) => faults)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const injected = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const diverging = runs.filter(({ divergences }) => divergences.length > 0);
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const lines = [...counts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `  ${name}: ${count}`);
  return [
    `${runs.length} runs in ${Math.round(seconds)} s, ${injected} faults injected:`,
    ...lines,
    diverging.length === 0
      ? 'No divergences: contacts, counts, reports, histories and mails are those of the undisturbed runs.'
      : `${diverging.length} runs with divergences: seeds ${diverging.map(({ seed }) => seed).join(', ')}`,
    ...(plant === undefined
      ? []
      : [`Planted fault ${plant}: ${diverging.length > 0 ? 'found' : 'NOT found'} after ${runs.length} runs.`]),
  ].join('\n');
}
