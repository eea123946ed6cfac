import { randomUUID } from 'node:crypto';
import { connectDatabase, ensureIndexes, migrateStore, writeDatabaseUsers } from '@roundtrip/database';
import { ensureBuckets, writeStoreUsers } from '@roundtrip/files';
import { createTopics, kafkaAccess, untilLetIn, writeAcls, writeScramUsers } from '@roundtrip/kafka';
import { objectStoreSettings, readConfig } from '@roundtrip/service';
import { config } from './config.js';
import { serviceUsers } from './service-users.js';

export { ConfigProblem } from '@roundtrip/service';
export { config } from './config.js';
export { secretVariable } from './secret-variable.js';

/** A store did not do what was asked; the message names the variables that say where it is. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * Makes what the services expect to find: topics, collections and indexes, buckets; their rights in Kafka, if it asks for any, and users
 * where MAKE_USERS_IN says so. Safe to repeat; what is there stays.
 *
 * @throws ConfigProblem when a variable is missing, StoreUnavailable when a store does not answer
 */
export async function prepareStores(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> {
  const settings = readConfig(config, env);
  const makesUsersIn = settings.MAKE_USERS_IN ?? [];
  const users = makesUsersIn.length === 0 ? [] : serviceUsers(settings);
  const access = kafkaAccess(settings);
  const kafka = <T>(ask: () => Promise<T>) => asking('Kafka', 'KAFKA_BROKERS and KAFKA_SASL_*', ask);
  const topics = await kafka(() => createTopics(access));
  log(`topics: ${topics.created.length === 0 ? 'all there' : `${String(topics.created.length)} created`}`);
  for (const change of topics.changesWanted) log(`to be changed by hand: ${change}`);
  if (makesUsersIn.includes('kafka')) await kafka(() => writeScramUsers(access, users));
  const rights = await kafka(() => writeAcls(access));
  const [last] = makesUsersIn.includes('kafka') ? users.toReversed() : [];
  if (last !== undefined) await kafka(() => untilLetIn(access, last));
  if (rights !== undefined) log(`rights in Kafka: ${rights.added} added, ${rights.removed} taken away`);
  // Before anything else is asked of it: the first user of a database that has none is the operator.
  if (makesUsersIn.includes('mongo')) {
    await asking('The database', 'MONGO_URL and MAKE_USERS_IN', () => writeDatabaseUsers(settings.MONGO_URL, users));
  }
  await asking('The database', 'MONGO_URL', () => ensureIndexes(settings.MONGO_URL));
  log('collections and indexes: all there');
  await asking('The database', 'MONGO_URL', () => migrate(settings.MONGO_URL, settings.CONTRACT_STORE, log));
  await asking('The object store', 'S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY', () =>
    ensureBuckets(objectStoreSettings(settings)),
  );
  log('buckets: all there');
  if (makesUsersIn.includes('s3')) {
    await asking('The object store', 'S3_ENDPOINT and MAKE_USERS_IN', () =>
      writeStoreUsers(objectStoreSettings(settings), users),
    );
  }
  if (makesUsersIn.length > 0) log(`users of the services: all there (${makesUsersIn.join(', ')})`);
}

async function migrate(mongoUrl: string, contract: boolean, log: (line: string) => void): Promise<void> {
  const database = await connectDatabase(mongoUrl);
  try {
    await migrateStore(database, { by: randomUUID(), contract, log });
    log('migrations: all done that may be');
  } finally {
    await database.close();
  }
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
