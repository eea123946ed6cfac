import { setTimeout as sleep } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import type { WholeDatabase } from '../database.js';
import { isDuplicateKey } from '../transient-errors.js';
import { type Migration, migrations as all, newestMigration } from './migrations.js';
import { refuseNewerStore, STORE_STATE_ID, type StoreStateDocument, StoreVersionProblem } from './store-state.js';

export interface MigrateOptions {
  /** Who does it: a name that no other process has. */
  by: string;
  /** No service of an older release runs any more: what only they read may go. */
  contract: boolean;
  log: (line: string) => void;
  /** Those of all releases if absent. */
  migrations?: readonly Migration[];
  /** How long a silent process is believed to be at it. */
  claimMs?: number;
}

type StateCollection = mongo.Collection<StoreStateDocument>;
const theState = { _id: STORE_STATE_ID } as const;

/**
 * Takes the database to the form of this release: each migration once, in order, by one process. It goes on where another one has died;
 * while another is at it, it waits. A migration that takes away is left, and said, until `contract`.
 *
 * @throws StoreVersionProblem when the database belongs to a newer release, or has had another migration under a number of ours
 */
export async function migrateStore(database: WholeDatabase, options: MigrateOptions): Promise<void> {
  const { by, contract, log, migrations = all, claimMs = 60_000 } = options;
  const states = database.storeState;
  await makeState(states);
  const claim = new Claim(states, by, claimMs);
  await claim.take(log);
  try {
    refuseNewerStore(await claim.state(), newestMigration(migrations));
    for (const migration of migrations) {
      const state = await claim.state();
      const done = state.done.find(({ number }) => number === migration.number);
      if (done !== undefined) {
        if (done.name === migration.name) continue;
        throw new StoreVersionProblem(
          `Migration ${migration.number} of this database was ${done.name}, and is ${migration.name} here: it belongs to another product.`,
        );
      }
      if (migration.kind === 'contract' && !contract) {
        log(`migration ${migration.number} (${migration.name}) is left until no older release runs`);
        continue;
      }
      await run(migration, database, claim, state);
      log(`migration ${migration.number} (${migration.name}): done`);
    }
  } finally {
    await claim.release();
  }
}

async function run(
  migration: Migration,
  database: WholeDatabase,
  claim: Claim,
  state: StoreStateDocument,
): Promise<void> {
  const { number, name, kind } = migration;
  // Before anything is taken away: an older service that starts in the middle must not read it.
  if (kind === 'contract') await claim.update({ $max: { contracted: number } });
  let position = state.begun?.number === number ? state.begun.position : undefined;
  do {
    position = await migration.part(database, position);
    if (position !== undefined) await claim.update({ $set: { begun: { number, position } } });
  } while (position !== undefined);
  await claim.update({ $push: { done: { number, name, at: new Date() } }, $unset: { begun: '' } });
}

/** The right to migrate: kept by each word that is written, and lost to others by silence. */
class Claim {
  constructor(
    private readonly states: StateCollection,
    private readonly by: string,
    private readonly claimMs: number,
  ) {}

  private get until(): Date {
    return new Date(Date.now() + this.claimMs);
  }

  async take(log: (line: string) => void): Promise<void> {
    for (let said = false; ; said = true) {
      const { matchedCount } = await this.states.updateOne(
        {
          ...theState,
          $or: [{ claim: { $exists: false } }, { 'claim.by': this.by }, { 'claim.until': { $lt: new Date() } }],
        },
        { $set: { claim: { by: this.by, until: this.until } } },
      );
      if (matchedCount === 1) return;
      if (!said) log('another process migrates the database: waiting for it');
      await sleep(Math.min(500, this.claimMs));
    }
  }

  /** @throws StoreVersionProblem when another process has taken over meanwhile */
  async update(change: mongo.UpdateFilter<StoreStateDocument>): Promise<void> {
    const { matchedCount } = await this.states.updateOne(
      { ...theState, 'claim.by': this.by },
      { ...change, $set: { ...change.$set, 'claim.until': this.until } },
    );
    if (matchedCount === 0)
      throw new StoreVersionProblem('Another process migrates the database, as this one was silent for too long.');
  }

  async state(): Promise<StoreStateDocument> {
    const state = await this.states.findOne({ ...theState, 'claim.by': this.by });
    if (state === null)
      throw new StoreVersionProblem('Another process migrates the database, as this one was silent for too long.');
    return state;
  }

  async release(): Promise<void> {
    await this.states.updateOne({ ...theState, 'claim.by': this.by }, { $unset: { claim: '' } });
  }
}

async function makeState(states: StateCollection): Promise<void> {
  try {
    await states.insertOne({ ...theState, done: [], contracted: 0 });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
