import { type Db, MongoClient } from 'mongodb';

/** Connects before, so that nobody's time holds the first handshake. */
export async function withDatabase<T>(mongoUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    await client.db().command({ ping: 1 });
    return await work(client.db());
  } finally {
    await client.close();
  }
}
