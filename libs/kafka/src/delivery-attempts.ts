import { firstValueFrom, fromEvent, race, timer } from 'rxjs';
import { InvalidMessage, NotAcknowledged, PermanentFailure } from './kafka.errors.js';

export interface AttemptPolicy {
  stopping: AbortSignal;
  retryDelaysMs: readonly number[];
  awayDelayMs: { first: number; longest: number };
  isAway(error: unknown): boolean;
  onRetry(error: unknown, failures: number): void;
  onAway(error: unknown, waitedMs: number): void;
  onBack(waitedMs: number): void;
}

/**
 * Does the work until it succeeds, fails for good, or the stop begins.
 *
 * @returns the error that it failed with for good, or undefined
 * @throws NotAcknowledged when the stop began first
 */
export async function retryDelivery(
  work: () => Promise<unknown>,
  policy: AttemptPolicy,
): Promise<{ error: unknown } | undefined> {
  let failures = 0;
  let waits = 0;
  let awaySince: number | undefined;
  for (;;) {
    if (policy.stopping.aborted) throw new NotAcknowledged('Stopped before the message was dealt with');
    try {
      await work();
      if (awaySince !== undefined) policy.onBack(Date.now() - awaySince);
      return undefined;
    } catch (error) {
      // Errors during a stop, or after the session was lost, do not count against the message.
      if (policy.stopping.aborted)
        throw new NotAcknowledged('Stopped while the message was being dealt with', { cause: error });
      if (error instanceof InvalidMessage || error instanceof PermanentFailure) return { error };
      if (policy.isAway(error)) {
        awaySince ??= Date.now();
        policy.onAway(error, Date.now() - awaySince);
        await pause(awayDelay(policy.awayDelayMs, waits++), policy.stopping);
        continue;
      }
      const delay = policy.retryDelaysMs[failures];
      if (delay === undefined) return { error };
      failures += 1;
      policy.onRetry(error, failures);
      await pause(delay, policy.stopping);
    }
  }
}

/** Doubles up to the longest, with jitter, so that what has just come back does not meet all waiting consumers at once. */
const awayDelay = ({ first, longest }: { first: number; longest: number }, waits: number): number =>
  Math.min(longest, first * 2 ** Math.min(waits, 20)) * (0.75 + Math.random() / 2);

/** Ends early, without an error, when the signal fires. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await firstValueFrom(race(timer(ms), fromEvent(signal, 'abort')));
}
