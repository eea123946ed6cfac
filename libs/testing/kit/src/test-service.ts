import type { DynamicModule, INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { deadLetterTopic, type EventData, type EventDefinition, type ServiceName } from '@roundtrip/contracts';
import {
  ConsumerHealth,
  DependencyAway,
  KAFKA_SETTINGS,
  KafkaProducer,
  type KafkaSettings,
  KafkaTransport,
  TopicFollower,
} from '@roundtrip/kafka';

type Send = Parameters<KafkaProducer['send']>;
type Message = Send[1][number];
type Payload = Parameters<KafkaTransport['handleMessage']>[0];

const quick: Partial<KafkaSettings> = { retryDelaysMs: [1, 1, 1], awayDelayMs: { first: 1, longest: 10 } };

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
  private readonly sent: { topic: string; message: Message }[] = [];
  private refusals = 0;
  private offset = 0;

  private constructor(
    readonly app: INestApplication,
    private readonly transport: KafkaTransport,
    private readonly service: ServiceName,
  ) {}

  /** @param imports modules with KafkaModule (or PlatformModule) and the service's own; nothing connects to Kafka */
  static async start(
    imports: NonNullable<ModuleMetadata['imports']>,
    options: {
      controllers?: Type[];
      settings?: Partial<KafkaSettings>;
      /** Before anything starts, e.g. for HTTP middleware. */
      prepare?: (app: INestApplication) => void | Promise<void>;
    } = {},
  ): Promise<TestService> {
    class TestRoot {}
    const root: DynamicModule = { module: TestRoot, imports, controllers: options.controllers ?? [] };
    const app = await NestFactory.create(root, {
      logger: false,
      abortOnError: false,
      bodyParser: false,
      forceCloseConnections: true,
    });
    const settings: KafkaSettings = Object.assign(app.get<KafkaSettings>(KAFKA_SETTINGS), quick, options.settings);
    const transport = new TestTransport(settings, app.get(ConsumerHealth), app.get(TopicFollower));
    const started = new TestService(app, transport, settings.service);
    started.replaceBroker(app.get(KafkaProducer));
    app.connectMicroservice({ strategy: transport });
    await options.prepare?.(app);
    await app.init();
    await app.startAllMicroservices();
    return started;
  }

  /** Resolves when the message is acknowledged (handled or set aside). @throws NotAcknowledged else */
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
    return this.sent
      .filter((record) => record.topic === topic)
      .map(({ message: { key, value, headers = {} } }) => ({
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
    this.sent.length = 0;
  }

  /** Kafka takes nothing for the next `sends` requests. */
  refusePublishing(sends: number): void {
    this.refusals = sends;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private replaceBroker(producer: KafkaProducer): void {
    producer.onModuleInit = async () => {};
    producer.onApplicationShutdown = async () => {};
    producer.send = async (...[topic, messages]: Send) => {
      if (this.refusals > 0) {
        this.refusals -= 1;
        throw new DependencyAway(`Kafka did not take a message for ${topic}`);
      }
      this.sent.push(...messages.map((message) => ({ topic, message })));
    };
  }
}
