import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { ObjectNotFound, type ObjectStore } from '@roundtrip/files';
import { type Attempt, faultOf } from './attempts.rules.js';

const bucket = 'reports';
const megabyte = 1024 * 1024;
/** Objects of one request, and of several parts. */
const sizes = [1, 1_000, 1_000, 100_000, 100_000, megabyte, 9 * megabyte];

/** Writers who put objects one after another, and what they were told. Every fourth put of each replaces one of its own. */
export class Writers {
  private readonly journal = new Map<string, Attempt[]>();
  private readonly stopping = new AbortController();
  private readonly ended: Promise<unknown>;

  constructor(
    private readonly store: ObjectStore,
    private readonly name: string,
    count: number,
  ) {
    this.ended = Promise.all(Array.from({ length: count }, (_, writer) => this.write(`${name}/${writer}`)));
  }

  get acknowledged(): number {
    return this.all.filter(({ isAcknowledged }) => isAcknowledged).length;
  }

  get unanswered(): number {
    return this.all.length - this.acknowledged;
  }

  private get all(): Attempt[] {
    return [...this.journal.values()].flat();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  /** One line for each key that is not as it must be. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    const listed = new Set<string>();
    for await (const key of this.store.list(bucket, `${this.name}/`)) listed.add(key);
    for (const [key, attempts] of this.journal) {
      const found = await this.found(key);
      const fault = faultOf(attempts, found);
      if (fault !== undefined) faults.push(`${key} is ${fault}`);
      if ((found !== undefined) !== listed.has(key)) faults.push(`${key} is listed otherwise than it is there`);
    }
    return faults;
  }

  private async write(prefix: string): Promise<void> {
    for (let n = 0; !this.stopping.signal.aborted; n++) {
      const key = n % 4 === 3 ? `${prefix}/replaced` : `${prefix}/${n}`;
      const bytes = randomBytes(sizes[n % sizes.length] ?? 1);
      const attempt: Attempt = { sha256: createHash('sha256').update(bytes).digest('hex'), isAcknowledged: false };
      this.journal.set(key, [...(this.journal.get(key) ?? []), attempt]);
      try {
        await this.store.put(bucket, key, Readable.from([bytes]));
        attempt.isAcknowledged = true;
      } catch {
        // The store has been killed: so it stays without an answer, and this writer ends.
        return;
      }
    }
  }

  /** What cannot be read to its end is not whole: its hash is that of nothing which was put. */
  private async found(key: string): Promise<string | undefined> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of await this.store.get(bucket, key)) hash.update(chunk as Buffer);
    } catch (error) {
      if (error instanceof ObjectNotFound) return undefined;
      return `unreadable: ${String(error)}`;
    }
    return hash.digest('hex');
  }
}
