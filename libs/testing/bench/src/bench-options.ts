import type { Result } from './results.rules.js';

export interface BenchOptions {
  contacts: number;
  rounds: number;
  seed: number;
  /** How many of the [new] cells are filled. */
  share: number;
  /** Says how it goes on, beside the results. */
  tell: (line: string) => void;
}

export interface Bench {
  /** Where the command does not say: how many contacts, or lines of a file. */
  contacts: number;
  rounds: number;
  run: (options: BenchOptions) => Promise<Result>;
}
