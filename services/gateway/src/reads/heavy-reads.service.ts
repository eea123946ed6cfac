import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '@roundtrip/database';
import { sentence } from '@roundtrip/words';
import { GatewayConfig } from '../config.js';
import { Places } from '../rates/places.js';
import { HEAVY_POOL } from './pools.js';

/** Most are over sooner: who types quickly need not be told to come again. */
const WAIT_MS = 500;

/** How long one of them may take in the database, to be given to each of its calls: the server itself ends what is over it. */
export interface ReadLimit {
  maxTimeMS: number;
}

/** Reads that may look at every contact, or take much of an import: an institution has a few of them open at once, so that it can hold up no other. */
@Injectable()
export class HeavyReads {
  private readonly places: Places;

  constructor(
    @Inject(HEAVY_POOL) private readonly database: Database,
    private readonly config: GatewayConfig,
  ) {
    const most = config.HEAVY_READS_PER_INSTITUTION;
    this.places = new Places(most, sentence('heavy-reads-at-once', { most }), 1);
  }

  /** @throws Problem 429 when as many of the institution are open as may be */
  async run<T>(institution: string, read: (database: Database, limit: ReadLimit) => Promise<T>): Promise<T> {
    const leave = await this.places.takeWithin(WAIT_MS, institution, { maxWaiting: 10 });
    try {
      return await read(this.database, { maxTimeMS: this.config.HEAVY_READ_MS });
    } finally {
      leave();
    }
  }
}
