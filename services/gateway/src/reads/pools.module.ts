import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { connectToDatabase } from '@roundtrip/service';
import { GatewayConfig } from '../config.js';
import { GatewayDatabase } from '../database.js';
import { HeavyReads } from './heavy-reads.service.js';
import { HEAVY_POOL, JOB_POOL } from './pools.js';

/**
 * Connections by what they are for: `Database` itself serves what a person waits for, and whoever asks for much, or a hundred messages
 * of jobs, can take none of those. A heavy read that gets no connection in time is refused, and not kept waiting.
 */
@Global()
@Module({
  providers: [
    {
      provide: HEAVY_POOL,
      useFactory: (config: GatewayConfig) =>
        connectToDatabase(config, { connections: 8, waitMs: config.HEAVY_READ_MS }),
      inject: [GatewayConfig],
    },
    {
      provide: JOB_POOL,
      useFactory: (config: GatewayConfig) => connectToDatabase(config, { connections: 6 }),
      inject: [GatewayConfig],
    },
    { provide: GatewayDatabase, useExisting: Database },
    HeavyReads,
  ],
  exports: [HEAVY_POOL, JOB_POOL, GatewayDatabase, HeavyReads],
})
export class PoolsModule implements OnApplicationShutdown {
  constructor(
    @Inject(HEAVY_POOL) private readonly heavy: Database,
    @Inject(JOB_POOL) private readonly jobs: Database,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.heavy.close(), this.jobs.close()]);
  }
}
