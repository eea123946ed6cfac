import type { INestApplication, Type } from '@nestjs/common';
import type { ServiceName } from '@roundtrip/contracts';
import { Database } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import type { KafkaSettings } from '@roundtrip/kafka';
import { type baseConfig, type ConfigClass, PlatformModule, readConfig } from '@roundtrip/service';
import { requireBelievedEnd } from './believed-ends.js';
import { ownDatabase } from './own-database.js';
import { quickRetries, TestService } from './test-service.js';

/**
 * A whole service in this process: its own module on the real database and object store that the environment names, with messages
 * from the test and no Kafka. The end of a job that it publishes must be on record by then, as the gateway believes no other.
 *
 * @param options.env variables over those of the environment; MONGO_URL is a fresh database if absent
 */
export async function startTestService<S extends typeof baseConfig>(
  appModule: Type,
  options: {
    name: ServiceName;
    config: ConfigClass<S>;
    env?: Record<string, string>;
    settings?: Partial<KafkaSettings>;
    prepare?: (app: INestApplication) => void | Promise<void>;
  },
): Promise<TestService> {
  const { name, env, settings, prepare } = options;
  // Nothing of it is contacted: TestService stands in for the broker.
  const defaults = { MONGO_URL: ownDatabase(), KAFKA_BROKERS: '127.0.0.1:1', HTTP_PORT: '0' };
  const config = new options.config(readConfig(options.config.schema, { ...process.env, ...defaults, ...env }));
  const platform = PlatformModule.forRoot(name, config, { ...quickRetries, ...settings });
  const service = await TestService.start([platform, appModule], prepare && { prepare });
  const records = { database: service.app.get(Database), objects: service.app.get(ObjectStore) };
  service.checkPublished((topic, value) => requireBelievedEnd(records, topic, value));
  return service;
}
