import type { ServiceName } from '@roundtrip/contracts';
import type { Table } from './results.rules.js';
import { median } from './rounds.rules.js';

export type Cpu = ReadonlyMap<ServiceName | 'database', number>;

/** Where the CPU time of one stage goes: who takes a core by itself bounds it. */
export interface StageCpu {
  stage: string;
  rounds: { cpu: Cpu; seconds: number; lines: number }[];
}

export function cpuTable(stages: readonly StageCpu[]): Table {
  const names = [...(stages[0]?.rounds[0]?.cpu.keys() ?? [])];
  return {
    columns: ['µs of CPU a line (share of a core)', ...stages.map(({ stage }) => stage)],
    rows: names.map((name) => [
      name,
      ...stages.map(({ rounds }) => {
        const aLine = median(rounds.map(({ cpu, lines }) => ((cpu.get(name) ?? 0) * 1e6) / lines));
        const share = median(rounds.map(({ cpu, seconds }) => (100 * (cpu.get(name) ?? 0)) / seconds));
        return `${aLine.toFixed(1)} (${share.toFixed(0)} %)`;
      }),
    ]),
  };
}
