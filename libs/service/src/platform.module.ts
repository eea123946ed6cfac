import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { ServiceName } from '@roundtrip/contracts';
import { Database, isTransientDatabaseError } from '@roundtrip/database';
import { isTransientStoreError, ObjectStore } from '@roundtrip/files';
import { kafkaAccess, KafkaModule, type KafkaOptions, type KafkaSettings } from '@roundtrip/kafka';
import { type BaseConfig, CONFIG } from './base.config.js';
import { connectToDatabase, connectToObjectStore } from './connect-stores.js';
import { Health } from './health.js';
import { deliveryMetrics } from './metrics.js';

/** Global: what every service is built on. `CONFIG`, `Database`, `ObjectStore`, `EventPublisher`, `Health`. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot(service: ServiceName, config: BaseConfig, kafka: Partial<KafkaSettings> = {}): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [KafkaModule.forRoot(kafkaOptions(service, config, kafka))],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Database, useFactory: () => connectToDatabase(config) },
        { provide: ObjectStore, useFactory: () => connectToObjectStore(config) },
        Health,
      ],
      exports: [CONFIG, Database, ObjectStore, Health],
    };
  }

  /** The last of all: by now no handler and no request runs any more. */
  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}

/** What an operator says in KAFKA_CONCURRENCY counts more than what the service says. */
const kafkaOptions = (service: ServiceName, config: BaseConfig, ofService: Partial<KafkaSettings>): KafkaOptions => ({
  service,
  ...kafkaAccess(config),
  sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
  stopGraceMs: config.STOP_GRACE_MS,
  isAway: [isTransientDatabaseError, isTransientStoreError],
  observer: deliveryMetrics,
  ...ofService,
  ...(config.KAFKA_CONCURRENCY !== undefined && { concurrency: config.KAFKA_CONCURRENCY }),
});
