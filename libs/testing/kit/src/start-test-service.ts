import type { INestApplication, Type } from '@nestjs/common';
import type { ServiceName } from '@roundtrip/contracts';
import type { KafkaSettings } from '@roundtrip/kafka';
import { type baseConfig, type ConfigClass, PlatformModule, readConfig } from '@roundtrip/service';
import { ownDatabase } from './own-database.js';
import { quickRetries, TestService } from './test-service.js';

/**
 * A whole service in this process: its own module on the real database and object store that the environment names, with messages
 * from the test and no Kafka.
 *
 * @param options.env variables over those of the environment; MONGO_URL is a fresh database if absent
 */
export function startTestService<S extends typeof baseConfig>(
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
  return TestService.start([platform, appModule], prepare && { prepare });
}
