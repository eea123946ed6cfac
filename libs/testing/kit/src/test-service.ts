import type { DynamicModule, INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { deadLetterTopic, type EventData, type EventDefinition, type ServiceName } from '@roundtrip/contracts';
import { KAFKA_SETTINGS, KafkaProducer, type KafkaSettings, kafkaStrategy, KafkaTransport } from '@roundtrip/kafka';
import { RecordingProducer } from './recording-producer.js';

type Payload = Parameters<KafkaTransport['handleMessage']>[0];

/** Waits that a spec has time for; the real ones are held by retry-defaults.spec.ts of libs/kafka. */
export const quickRetries = {
  retryDelaysMs: [1, 1, 1],
  awayDelayMs: { first: 1, longest: 10 },
} satisfies Partial<KafkaSettings>;

/** The real transport class, without a broker: messages are handed to `handleMessage`. */
class TestTransport extends KafkaTransport {
  override async consume(): Promise<void> {}
  override async close(): Promise<void> {}
}

export interface DeadLetter {
  key: string | undefined;
  value: string | undefined;
  headers: Record<string, string>;
}

export interface ArrivalOptions {
  key?: string;
  headers?: Record<string, string>;
  /** Fires as when the session is lost or the grace of a stop is over. */
  signal?: AbortSignal;
}

/** A service whose handlers get their messages from the test, and what it published. */
export class TestService {
  private offset = 0;
  private readonly unbelieved: unknown[] = [];

  private constructor(
    readonly app: INestApplication,
    private readonly producer: RecordingProducer,
    private readonly transport: KafkaTransport,
    private readonly service: ServiceName,
  ) {}

  /** @param imports modules with KafkaModule (or PlatformModule) and the service's own; nothing connects to Kafka */
  static async start(
    imports: NonNullable<ModuleMetadata['imports']>,
    options: {
      controllers?: Type[];
      /** Before anything starts, e.g. for HTTP middleware. */
      prepare?: (app: INestApplication) => void | Promise<void>;
    } = {},
  ): Promise<TestService> {
    class TestRoot {}
    const root: DynamicModule = { module: TestRoot, imports, controllers: options.controllers ?? [] };
    const producer = new RecordingProducer();
    const module = await Test.createTestingModule({ imports: [root] })
      .overrideProvider(KafkaProducer)
      .useValue(producer)
      .overrideProvider(KafkaTransport)
      .useClass(TestTransport)
      .compile();
    const app = module.createNestApplication({
      logger: false,
      abortOnError: false,
      bodyParser: false,
      forceCloseConnections: true,
    });
    const strategy = kafkaStrategy(app);
    app.connectMicroservice({ strategy });
    try {
      await options.prepare?.(app);
      await app.init();
      await app.startAllMicroservices();
    } catch (error) {
      await app.close();
      throw error;
    }
    return new TestService(app, producer, strategy, app.get<KafkaSettings>(KAFKA_SETTINGS).service);
  }

  /** Resolves when the message is acknowledged (handled, or made a dead letter). @throws NotAcknowledged else */
  receives<D extends EventDefinition>(definition: D, data: EventData<D>, options: ArrivalOptions = {}): Promise<void> {
    const { key = definition.key(data), headers = { 'event-id': definition.id(data) }, signal } = options;
    return this.receivesRaw(definition.topic, JSON.stringify(data), { key, headers, ...(signal && { signal }) });
  }

  /** Any bytes; null is a tombstone. */
  receivesRaw(topic: string, value: string | Buffer | null, options: ArrivalOptions = {}): Promise<void> {
    const offset = String(this.offset++);
    const payload: Payload = {
      topic,
      partition: 0,
      message: {
        key: options.key === undefined ? null : Buffer.from(options.key),
        value: typeof value === 'string' ? Buffer.from(value) : value,
        headers: Object.fromEntries(
          Object.entries(options.headers ?? {}).map(([name, text]) => [name, Buffer.from(text)]),
        ),
        timestamp: String(Date.now()),
        attributes: 0,
        offset,
      },
      heartbeat: async () => {},
      pause: () => () => {},
    };
    if (!options.signal) return this.transport.handleMessage(payload);
    return this.transport.handleMessage(payload, { signal: options.signal, stopping: options.signal });
  }

  /** Data of what was published, in order; repeats included. */
  published<D extends EventDefinition>(definition: D): EventData<D>[] {
    return this.messages(definition.topic).map(({ value }) => JSON.parse(String(value)) as EventData<D>);
  }

  /** Keys and headers as they went out. */
  messages(topic: string): DeadLetter[] {
    return this.producer.messages(topic).map(({ key, value, headers = {} }) => ({
      key: key?.toString(),
      value: value?.toString(),
      headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)])),
    }));
  }

  deadLetters(): DeadLetter[] {
    return this.messages(deadLetterTopic(this.service));
  }

  /** Forgets what was published so far. */
  forget(): void {
    this.producer.forget();
  }

  /** Kafka takes nothing for the next `sends` requests. */
  refusePublishing(sends: number): void {
    this.producer.refuse(sends);
  }

  /** Each message that goes out is checked; one that fails is not sent, and the service does not close in peace. */
  checkPublished(check: (topic: string, value: string) => Promise<void>): void {
    this.producer.check = async (topic, value) => {
      try {
        await check(topic, value);
      } catch (error) {
        this.unbelieved.push(new Error(`${topic}: ${value}`, { cause: error }));
        throw error;
      }
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    if (this.unbelieved.length > 0)
      throw new AggregateError(this.unbelieved, 'The service published what is not on record');
  }
}
