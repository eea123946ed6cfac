import mongoose from 'mongoose';
import { isTransientDatabaseError } from '../transient-errors.js';

const MAX_TRIES = 8;
const FIRST_DELAY_MS = 20;
const MAX_DELAY_MS = 2_000;

/** Who had to wait for a connection has waited as long as its pool lets anybody wait. */
const isWorthAnotherTry = (error: unknown): boolean =>
  isTransientDatabaseError(error) && !(error instanceof Error && error.name === 'MongoWaitQueueTimeoutError');

/**
 * Repeats work that is safe to repeat while the database's fault is transient: up to 8 tries within about three seconds, with
 * jitter, so that two workers that met once do not meet again. The last error is thrown as it is.
 *
 * @param isWorthIt whether to try again after this error
 */
export async function retryTransient<T>(
  work: () => Promise<T>,
  isWorthIt: (error: unknown) => boolean = isWorthAnotherTry,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MAX_TRIES || !isWorthIt(error)) throw error;
      const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** tries);
      const delayMs = ceiling * (0.5 + Math.random() / 2);
      await new Promise((over) => setTimeout(over, delayMs));
    }
  }
}

/** Whoever found no server has looked for one for five seconds. */
const isAway = (error: unknown): boolean => error instanceof mongoose.mongo.MongoServerSelectionError;

/**
 * `retryTransient` for what only reads: somebody waits for it, and rather hears at once that the server is away than after eight looks for
 * it.
 */
export const retryRead = <T>(read: () => Promise<T>): Promise<T> =>
  retryTransient(read, (error) => isWorthAnotherTry(error) && !isAway(error));
