import type { Type } from '@nestjs/common';
import { connectDatabase, ensureIndexes } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import type { baseConfig, ConfigClass } from '@roundtrip/service';
import { ownDatabase } from './own-database.js';
import { startTestService } from './start-test-service.js';

/** `startTestService` on a database of its own, with a second way to it: what is read there has passed through nothing of the service. */
export async function startOnOwnDatabase<S extends typeof baseConfig>(
  appModule: Type,
  {
    indexes = false,
    env,
    ...options
  }: Pick<Parameters<typeof startTestService<S>>[1], 'name' | 'env'> & { config: ConfigClass<S>; indexes?: boolean },
) {
  const databaseUrl = ownDatabase();
  if (indexes) await ensureIndexes(databaseUrl);
  const database = await connectDatabase(databaseUrl);
  const service = await startTestService(appModule, { ...options, env: { ...env, MONGO_URL: databaseUrl } });
  const close = async (): Promise<void> => {
    await service.close();
    await database.dropDatabase();
    await database.close();
  };
  return { databaseUrl, database, service, store: service.app.get(ObjectStore), close };
}
