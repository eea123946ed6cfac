/** Hands out items of an iterator of batches in portions, and knows whether there is more; so that a file can end at any line. */
export class ContactFeed<T> {
  #batch: T[] = [];
  readonly #batches: AsyncIterator<T[]>;

  constructor(batches: AsyncIterable<T[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  async isEmpty(): Promise<boolean> {
    while (this.#batch.length === 0) {
      const next = await this.#batches.next();
      if (next.done) return true;
      this.#batch = next.value;
    }
    return false;
  }

  /** Between 1 and `max` items; none when there are no more. */
  async take(max: number): Promise<T[]> {
    if (await this.isEmpty()) return [];
    if (this.#batch.length > max) return this.#batch.splice(0, max);
    const taken = this.#batch;
    this.#batch = [];
    return taken;
  }

  /** Ends the source, however far it was read. */
  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
