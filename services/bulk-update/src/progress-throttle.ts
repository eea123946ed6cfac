/** Lets a thing be said at most once an interval for each import. */
export class ProgressThrottle {
  private readonly last = new Map<string, number>();

  constructor(private readonly intervalMs: number) {}

  isDue(importId: string, nowMs: number): boolean {
    if (nowMs - (this.last.get(importId) ?? 0) < this.intervalMs) return false;
    this.last.delete(importId);
    this.last.set(importId, nowMs);
    // Imports end without a word to here: the oldest are forgotten.
    for (const id of this.last.keys()) {
      if (this.last.size <= 1000) break;
      this.last.delete(id);
    }
    return true;
  }
}
