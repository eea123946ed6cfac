import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '@roundtrip/contacts';
import { CONFIG } from '@roundtrip/service';
import type { Config } from '../config.js';
import { Problem } from '../http/problem.errors.js';
import { HEAVY_POOL } from './pools.js';

/** How long one of them may take in the database, to be given to each of its calls: the server itself ends what is over it. */
export interface ReadLimit {
  maxTimeMS: number;
}

/** Reads that may look at every contact: an institution has a few of them open at once, so that it can hold up no other. */
@Injectable()
export class HeavyReads {
  private readonly open = new Map<string, number>();

  constructor(
    @Inject(HEAVY_POOL) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 429 when as many of the institution are open as may be */
  async run<T>(institution: string, read: (database: Database, limit: ReadLimit) => Promise<T>): Promise<T> {
    const open = this.open.get(institution) ?? 0;
    if (open >= this.config.HEAVY_READS_PER_INSTITUTION) throw tooManyAtOnce(open);
    this.open.set(institution, open + 1);
    try {
      return await read(this.database, { maxTimeMS: this.config.HEAVY_READ_MS });
    } finally {
      this.leave(institution);
    }
  }

  private leave(institution: string): void {
    const left = (this.open.get(institution) ?? 1) - 1;
    if (left > 0) this.open.set(institution, left);
    else this.open.delete(institution);
  }
}

const tooManyAtOnce = (open: number): Problem =>
  new Problem(
    429,
    'TOO_MANY_AT_ONCE',
    `Your institution has ${open} previews or searches open already. Please try again in a moment, when one of them is done.`,
    { headers: { 'Retry-After': '1' } },
  );
