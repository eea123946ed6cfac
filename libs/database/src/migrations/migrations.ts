import type { WholeDatabase } from '../database.js';

/**
 * A step from one form of the database to the next, while services of the last release and of this one run:
 * - `expand` adds what the new release writes: older ones read past it.
 * - `migrate` fills it in for what is there.
 * - `contract` takes away what only older releases read. It is done when the operator says that none of them runs any more, and from then
 *   on they refuse to start.
 */
export interface Migration {
  /** 1, 2, 3 …, for ever. */
  number: number;
  /** A few words in kebab case; never changed. */
  name: string;
  kind: 'expand' | 'migrate' | 'contract';
  /**
   * Does a part of it, of a second or so, and may come twice.
   *
   * @param position where the last part ended; undefined at the beginning
   * @returns where the next part begins; undefined when nothing is left
   */
  part(database: WholeDatabase, position: unknown): Promise<unknown>;
}

/** Those of all releases, in order; added to, never changed. */
export const migrations: readonly Migration[] = [];

export const newestMigration = (list: readonly Migration[] = migrations): number => list.at(-1)?.number ?? 0;
