/**
 * How far the database has been taken, in one document of a collection of its own: the operator's command writes it, services look at it
 * when they start.
 */
export interface StoreStateDocument {
  _id: 'store';
  /** What has been done, in the order in which it was. */
  done: { number: number; name: string; at: Date }[];
  /** The highest migration that has taken away what older releases read; 0 as long as none has. */
  contracted: number;
  /** Who is at it, and until when that is believed without a further word. */
  claim?: { by: string; until: Date };
  /** The migration that was begun, and where it goes on. */
  begun?: { number: number; position: unknown };
}

export const STORE_STATE_ID = 'store';

/** The database cannot be used as it is; the message is for who starts a service, or prepares the stores. */
export class StoreVersionProblem extends Error {
  override name = 'StoreVersionProblem';
}

/**
 * Whether a release may read the database. Migrations that add or fill in leave to older releases what they read; one that takes away
 * does not.
 *
 * @param newest the highest number that the release knows
 * @throws StoreVersionProblem when a newer release has taken away what this one reads
 */
export function refuseNewerStore(state: Pick<StoreStateDocument, 'contracted'> | null, newest: number): void {
  if (state === null || state.contracted <= newest) return;
  throw new StoreVersionProblem(
    `The database was taken to version ${state.contracted} by a newer release, which took away what this one reads (it knows version ${newest}): start the newer release, or restore the backup of before.`,
  );
}
