import { connectDatabase } from './database.js';
import { retryTransient } from './retry/retry-transient.js';

/** Creates every collection and index that is missing. Safe to repeat; one after the other, as two at once would deadlock. */
export async function ensureIndexes(mongoUrl: string): Promise<void> {
  const database = await connectDatabase(mongoUrl);
  try {
    for (const model of Object.values(database.models)) {
      await retryTransient(() => model.createCollection());
      await retryTransient(() => model.createIndexes());
    }
  } finally {
    await database.close();
  }
}
