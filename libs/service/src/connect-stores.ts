import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import {
  connectDatabase,
  type Database,
  isTransientDatabaseError,
  newestMigration,
  type PoolOptions,
  refuseNewerStore,
  STORE_STATE_ID,
  StoreVersionProblem,
} from '@roundtrip/database';
import { isTransientStoreError, ObjectStore, type S3Settings } from '@roundtrip/files';
import type { BaseConfig } from './base.config.js';

/** The reason why a service cannot start, as one sentence for the one who starts it. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Servers that are started together need a while until they answer. */
const patienceMs = 60_000;

/** @throws StartProblem when it does not answer within a minute or refuses us */
export const connectToDatabase = (config: Pick<BaseConfig, 'MONGO_URL'>, pool?: PoolOptions): Promise<Database> =>
  waitForStore(
    `MongoDB at ${mongoHost(config.MONGO_URL)}`,
    () => connectDatabase(config.MONGO_URL, pool),
    isTransientDatabaseError,
  );

/** @throws StartProblem when a newer release has taken away from the database what this one reads */
export async function refuseUnreadable(database: Database): Promise<Database> {
  try {
    refuseNewerStore(await database.storeState.findOne({ _id: STORE_STATE_ID }), newestMigration());
    return database;
  } catch (error) {
    await database.close();
    throw error instanceof StoreVersionProblem ? new StartProblem(error.message, { cause: error }) : error;
  }
}

type StoreConfig = Pick<BaseConfig, 'S3_ENDPOINT' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY' | 'S3_REGION' | 'S3_CA_FILE'>;

export const objectStoreSettings = (config: StoreConfig): S3Settings => ({
  endpoint: config.S3_ENDPOINT,
  accessKey: config.S3_ACCESS_KEY,
  secretKey: config.S3_SECRET_KEY,
  region: config.S3_REGION,
  ...(config.S3_CA_FILE && { caFile: config.S3_CA_FILE }),
});

/** @throws StartProblem when it does not answer within a minute or refuses us */
export async function connectToObjectStore(config: StoreConfig): Promise<ObjectStore> {
  const store = new ObjectStore(objectStoreSettings(config));
  await waitForStore(`The object store at ${config.S3_ENDPOINT}`, () => store.ping(), isTransientStoreError);
  return store;
}

export async function waitForStore<T>(
  name: string,
  connect: () => Promise<T>,
  isAway: (error: unknown) => boolean,
  waits = { patienceMs, pauseMs: 1_000 },
): Promise<T> {
  const end = Date.now() + waits.patienceMs;
  for (let said = false; ; said = true) {
    try {
      return await connect();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!isAway(error)) throw new StartProblem(`${name} refuses us: ${reason}`, { cause: error });
      if (Date.now() > end) throw new StartProblem(`${name} does not answer: ${reason}`, { cause: error });
      if (!said) new Logger('start').warn({ message: `${name} does not answer yet: waiting` });
      await sleep(waits.pauseMs);
    }
  }
}

/** Without user and password, which may hold any character. */
const mongoHost = (url: string): string => {
  const [hosts] = url.slice(Math.max(url.lastIndexOf('@') + 1, url.indexOf('//') + 2)).split(/[/?]/);
  return hosts || 'an address without a host';
};
