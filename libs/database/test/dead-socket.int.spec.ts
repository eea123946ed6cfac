import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { endWritesWithTheirConnection } from '../src/driver/dead-socket.js';
import { isTransientDatabaseError } from '../src/index.js';
import { startProxy } from './proxy.js';

describe('a database that takes no more bytes in the middle of a large write', () => {
  it('ends the write with a transient error when its time is over, instead of never', async () => {
    endWritesWithTheirConnection();
    const url = new URL(`${process.env['MONGO_URL']}/dead-socket`);
    const proxy = await startProxy(new URL(url));
    url.port = String(proxy.port);
    const connection = mongoose.createConnection(url.href, { socketTimeoutMS: 2_000, serverSelectionTimeoutMS: 5_000 });
    try {
      await connection.asPromise();
      await connection.db?.command({ ping: 1 });
      proxy.stall();
      const write = connection.collection('x').insertOne({ text: 'x'.repeat(15_000_000) });
      const ended = write.then(
        () => 'written',
        (error: unknown) => isTransientDatabaseError(error),
      );
      // Whatever became of it: the driver tries a failed write once more, which ends as well.
      expect(await Promise.race([ended, setTimeout(60_000, 'it never ends')])).toBe(true);
    } finally {
      await proxy.close();
      await connection.close(true);
    }
  }, 90_000);
});
