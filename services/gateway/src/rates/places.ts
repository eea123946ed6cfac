import { Problem } from '../http/problem.errors.js';

/** So many at once, for each of those that it is asked for. Counted in this process. */
export class Places {
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly most: number,
    /** What is too much, as a sentence that says the limit. */
    private readonly detail: string,
    private readonly retryAfterSeconds: number,
  ) {}

  /** @returns gives the place back, once however often it is called @throws Problem 429 when none is free */
  take(whose: string): () => void {
    const taken = this.taken.get(whose) ?? 0;
    if (taken >= this.most) {
      throw new Problem(429, 'TOO_MANY_AT_ONCE', this.detail, {
        headers: { 'Retry-After': String(this.retryAfterSeconds) },
      });
    }
    this.taken.set(whose, taken + 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.giveBack(whose);
      isHeld = false;
    };
  }

  private giveBack(whose: string): void {
    const left = (this.taken.get(whose) ?? 1) - 1;
    if (left > 0) this.taken.set(whose, left);
    else this.taken.delete(whose);
  }
}
