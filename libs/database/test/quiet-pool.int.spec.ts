import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import { letPoolsRest } from '../src/driver/quiet-pool.js';

let looks = 0;
// Counted below what letPoolsRest puts over it.
const { ConnectionPool } = createRequire(createRequire(import.meta.url).resolve('mongoose'))(
  'mongodb/lib/cmap/connection_pool.js',
) as { ConnectionPool: { prototype: { ensureMinPoolSize(): void } } };
const { ensureMinPoolSize } = ConnectionPool.prototype;
ConnectionPool.prototype.ensureMinPoolSize = function counted() {
  looks += 1;
  ensureMinPoolSize.call(this);
};
letPoolsRest();

const heartbeats = (client: mongo.MongoClient, count: number) =>
  new Promise<void>((resolve) => {
    let heard = 0;
    client.on('serverHeartbeatSucceeded', () => {
      heard += 1;
      if (heard === count) resolve();
    });
  });

/** How often the driver looks after the pool of a connection that nobody uses, while it asks its server three times how it is. */
async function looksWhileIdle(options: mongoose.ConnectOptions): Promise<number> {
  const connection = mongoose.createConnection(`${process.env['MONGO_URL']}/quiet-pool`, {
    heartbeatFrequencyMS: 500,
    serverMonitoringMode: 'poll',
    ...options,
  });
  try {
    await connection.asPromise();
    await connection.db?.command({ ping: 1 });
    looks = 0;
    await heartbeats(connection.getClient(), 3);
    return looks;
  } finally {
    await connection.close(true);
  }
}

describe('the pool of a database connection', () => {
  it('is looked after no more once it is open, where no lower limit is set', async () => {
    expect(await looksWhileIdle({})).toBe(0);
    // What the driver does where one is.
    expect(await looksWhileIdle({ minPoolSize: 1 })).toBeGreaterThan(3);
  }, 60_000);
});
