import { randomUUID } from 'node:crypto';
import { connectDatabase, ensureIndexes, type WholeDatabase } from '../src/index.js';

/** A database of its own on the server that MONGO_URL names, with all indexes; `drop` removes it. */
export async function databaseOfATest(): Promise<{ database: WholeDatabase; drop: () => Promise<void> }> {
  const server = process.env['MONGO_URL'];
  if (server === undefined) throw new Error('MONGO_URL is not set: start the stack first');
  const url = new URL(server);
  url.pathname = `/test-${randomUUID()}`;
  await ensureIndexes(url.href);
  const database = await connectDatabase(url.href);
  const drop = async () => {
    await database.dropDatabase();
    await database.close();
  };
  return { database, drop };
}
