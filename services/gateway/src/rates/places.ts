import type { Sentence } from '@roundtrip/contracts';
import { Problem } from '../http/problem.errors.js';

/** So many at once, for each of those that it is asked for. Counted in this process. */
export class Places {
  private readonly taken = new Map<string, number>();
  /** Who waits for a place, the first one first. */
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(
    private readonly most: number,
    /** What is too much, as a sentence that says the limit. */
    private readonly says: Sentence,
    private readonly retryAfterSeconds: number,
  ) {}

  /** @returns gives the place back, once however often it is called @throws Problem 429 when none is free */
  take(whose: string): () => void {
    const taken = this.taken.get(whose) ?? 0;
    if (taken >= this.most) {
      throw new Problem(429, 'TOO_MANY_AT_ONCE', this.says, {
        headers: { 'Retry-After': String(this.retryAfterSeconds) },
      });
    }
    this.taken.set(whose, taken + 1);
    return this.held(whose);
  }

  /**
   * As `take`, but when none is free one is waited for: several files that are sent at a time come one after the other, and nobody need
   * send them again. As many may wait as `maxWaiting`. Who leaves (`signal`) waits no more: the place is for the next one. A place that is free is given to anybody.
   *
   * @throws Problem 429 when none became free, the signal's reason when it was aborted
   */
  async takeWithin(
    ms: number,
    whose: string,
    { maxWaiting = 100, signal }: { maxWaiting?: number; signal?: AbortSignal } = {},
  ): Promise<() => void> {
    const queue = this.waiting.get(whose) ?? [];
    const isFull = (this.taken.get(whose) ?? 0) >= this.most;
    if (!isFull || queue.length >= maxWaiting) return this.take(whose);
    signal?.throwIfAborted();
    this.waiting.set(whose, queue);
    const isGiven = await new Promise<boolean>((resolve) => {
      const end = (given: boolean): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', leave);
        resolve(given);
      };
      const given = (): void => end(true);
      const leave = (): void => {
        queue.splice(queue.indexOf(given), 1);
        end(false);
      };
      const timer = setTimeout(leave, ms);
      signal?.addEventListener('abort', leave, { once: true });
      queue.push(given);
    });
    // What was given is taken already.
    if (isGiven) return this.held(whose);
    signal?.throwIfAborted();
    return this.take(whose);
  }

  private held(whose: string): () => void {
    let isHeld = true;
    return () => {
      if (isHeld) this.giveBack(whose);
      isHeld = false;
    };
  }

  /** To the first who waits, if somebody does. */
  private giveBack(whose: string): void {
    const queue = this.waiting.get(whose);
    const next = queue?.shift();
    if (queue?.length === 0) this.waiting.delete(whose);
    if (next) return next();
    const left = (this.taken.get(whose) ?? 1) - 1;
    if (left > 0) this.taken.set(whose, left);
    else this.taken.delete(whose);
  }
}
