import { type DynamicModule, Inject, Module, type OnApplicationShutdown, type Type } from '@nestjs/common';
import type { ServiceName } from '@roundtrip/contracts';
import { Database, isTransientDatabaseError } from '@roundtrip/database';
import { isTransientStoreError, ObjectStore } from '@roundtrip/files';
import { kafkaAccess, KafkaModule, type KafkaOptions, type KafkaSettings } from '@roundtrip/kafka';
import { stopTracing } from '@roundtrip/tracing';
import { BaseConfig } from './base.config.js';
import { connectToDatabase, connectToObjectStore, refuseUnreadable } from './connect-stores.js';
import { Health } from './health.js';
import { deliveryMetrics } from './metrics.js';

/** Global: what every service is built on. Its configuration by its class, `BaseConfig`, `Database`, `ObjectStore`, `EventPublisher`, `Health`. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param config of the service's own class, by which it is injected */
  static forRoot(service: ServiceName, config: BaseConfig, kafka: Partial<KafkaSettings> = {}): DynamicModule {
    const ofService = config.constructor as Type<BaseConfig>;
    return {
      module: PlatformModule,
      global: true,
      imports: [KafkaModule.forRoot(kafkaOptions(service, config, kafka))],
      providers: [
        { provide: ofService, useValue: config },
        { provide: BaseConfig, useValue: config },
        { provide: Database, useFactory: async () => refuseUnreadable(await connectToDatabase(config)) },
        { provide: ObjectStore, useFactory: () => connectToObjectStore(config) },
        Health,
      ],
      exports: [ofService, BaseConfig, Database, ObjectStore, Health],
    };
  }

  /** The last of all: by now no handler and no request runs any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await stopTracing();
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
