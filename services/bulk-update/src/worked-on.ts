/** Plans hold up to 7 MiB. */
const keptAtMost = 4;

/**
 * What the last few imports are that this process works on: it stands in documents that are written once, and to read and decode those for
 * each chunk would cost more the more chunks there are, as they hold a hash of each. That an import is over shows in its closed chunks.
 */
export class WorkedOn<T> {
  private readonly kept = new Map<string, T>();

  async get(importId: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
    const known = this.kept.get(importId) ?? (await read());
    this.kept.delete(importId);
    if (known === undefined) return undefined;
    this.kept.set(importId, known);
    for (const id of this.kept.keys()) {
      if (this.kept.size <= keptAtMost) break;
      this.kept.delete(id);
    }
    return known;
  }

  forget(importId: string): void {
    this.kept.delete(importId);
  }
}
