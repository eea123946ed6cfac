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
 * @param withinMs no try begins later after the first
 */
export async function retryTransient<T>(work: () => Promise<T>, { withinMs = Infinity } = {}): Promise<T> {
  const until = Date.now() + withinMs;
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MAX_TRIES || !isWorthAnotherTry(error)) throw error;
      const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** tries);
      const delayMs = ceiling * (0.5 + Math.random() / 2);
      if (Date.now() + delayMs > until) throw error;
      await new Promise((over) => setTimeout(over, delayMs));
    }
  }
}

/** A server that is away fails a call after five seconds: who only reads rather hears that than waits for eight of them. */
const READ_AGAIN_MS = 3_000;

/** `retryTransient` for what only reads. */
export const retryRead = <T>(read: () => Promise<T>): Promise<T> => retryTransient(read, { withinMs: READ_AGAIN_MS });
