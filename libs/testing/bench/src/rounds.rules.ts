// Ratios hold on any machine, figures do not, and a machine is busier at one time than at another: so participants take turns, A B A B,
// and each is compared with the others of the same round.

/** What one participant has done in one round. */
export interface Sample {
  seconds: number;
  /** Lines, contacts or whatever the work is counted in. */
  rows: number;
  /** Hash over the values that came of the work; absent where it was looked at in another round. */
  digest?: string | undefined;
  /** CPU time of the process that did it, all its threads. */
  cpuSeconds?: number | undefined;
  /** The most that this process had in memory. */
  peakMiB?: number | undefined;
}

export interface Participant {
  name: string;
  /** It is given fewer rows, as all would take too long: it is compared with the others by the time a row alone. */
  apart?: boolean;
  /** @param round from 0; what is alike in a round is alike for all participants */
  run: (round: number) => Promise<Sample>;
}

/** Beyond this a figure says more about the machine than about the work. */
export const reproducibleWithin = 0.15;

export interface Figure {
  median: number;
  /** How far the round that is farthest from the median is from it, as a share of the median. */
  spread: number;
  reproducible: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export function figureOf(values: readonly number[]): Figure {
  const middle = median(values);
  const spread = Math.max(...values.map((value) => Math.abs(value - middle))) / middle;
  return { median: middle, spread, reproducible: spread <= reproducibleWithin };
}

/** How many times as fast as `theirs` `ours` was, round by round. @param measure what is less of the faster one */
export function ratioOf(
  ours: readonly Sample[],
  theirs: readonly Sample[],
  measure: (sample: Sample) => number,
): Figure {
  const perRow = (sample: Sample): number => measure(sample) / sample.rows;
  return figureOf(ours.map((sample, round) => perRow(theirs[round]!) / perRow(sample)));
}

/** Who did something else than the first of a round did. @throws Error with who, and what each did */
export function requireSameWork(samples: readonly (Sample & { name: string })[]): void {
  const [first, ...others] = samples;
  for (const other of others) {
    const differs = (part: 'rows' | 'digest'): boolean =>
      first![part] !== undefined && other[part] !== undefined && first![part] !== other[part];
    if (!differs('rows') && !differs('digest')) continue;
    const did = ({ name, rows, digest }: typeof other): string => `${name}: ${rows} rows, values ${digest ?? 'unseen'}`;
    throw new Error(`Not the same work, so nothing is compared: ${did(first!)}; ${did(other)}`);
  }
}

/**
 * All participants of a round one after the other, then the next round.
 *
 * @returns of each participant the samples of its rounds
 * @throws Error when they did not do the same in a round
 */
export async function inRounds(
  participants: readonly Participant[],
  rounds: number,
  tell: (name: string, round: number, sample: Sample) => void = () => {},
): Promise<Map<string, Sample[]>> {
  const all = new Map<string, Sample[]>(participants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const done: (Sample & { name: string })[] = [];
    for (const { name, run, apart = false } of participants) {
      const sample = await run(round);
      tell(name, round, sample);
      all.get(name)!.push(sample);
      if (!apart) done.push({ ...sample, name });
    }
    requireSameWork(done);
  }
  return all;
}
