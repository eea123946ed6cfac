import { ensureIndexes } from '@roundtrip/contacts';
import { ensureBuckets } from '@roundtrip/files';
import { createTopics, kafkaAccess } from '@roundtrip/kafka';
import { objectStoreSettings, readConfig } from '@roundtrip/service';
import { config } from './config.js';

/** A store did not do what was asked; the message names the variables that say where it is. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * Makes what the services expect to find: topics, collections and indexes, buckets. Safe to repeat; what is there stays.
 *
 * @throws ConfigProblem when a variable is missing, StoreUnavailable when a store does not answer
 */
export async function prepareStores(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> {
  const settings = readConfig(config, env);
  const topics = await asking('Kafka', 'KAFKA_BROKERS', () => createTopics(kafkaAccess(settings)));
  log(`topics: ${topics.length === 0 ? 'all there' : `${String(topics.length)} created`}`);
  await asking('The database', 'MONGO_URL', () => ensureIndexes(settings.MONGO_URL));
  log('collections and indexes: all there');
  await asking('The object store', 'S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY', () =>
    ensureBuckets(objectStoreSettings(settings)),
  );
  log('buckets: all there');
}

async function asking<T>(store: string, variables: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StoreUnavailable(`${store} cannot be prepared: ${reason} (see ${variables}).`, {
      cause: error,
    });
  }
}
