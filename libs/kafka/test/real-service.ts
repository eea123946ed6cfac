import { randomUUID } from 'node:crypto';
import { Logger, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type EventData, type EventDefinition, event, type ServiceName } from '@roundtrip/contracts';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { z } from 'zod';
import {
  clientAccess,
  ConsumerHealth,
  type Delivery,
  EventPublisher,
  EventsController,
  KafkaModule,
  type KafkaSettings,
  kafkaAccess,
  kafkaStrategy,
  On,
  withAdmin,
} from '../src/index.js';

// What kafkajs says while a test takes the broker away is not the test's result.
Logger.overrideLogger(false);

/** To the servers of the run. */
export const access = kafkaAccess(process.env);
export const kafka = new Kafka({
  clientId: 'spec',
  ...clientAccess(access),
  logLevel: logLevel.NOTHING,
  retry: { retries: 8 },
});

/** Topics of a spec's own, so that specs on one broker do not meet. */
export const thing = (producer: ServiceName, consumer: ServiceName) => {
  const letters = randomUUID().replaceAll(/[^a-f]/g, '');
  return event(`${producer}.thing-${letters}.v1`, {
    says: 'Something.',
    consumers: [consumer],
    data: z.object({ thingId: z.string() }),
    key: (d) => d.thingId,
    id: (d) => d.thingId,
  });
};
export type Thing = ReturnType<typeof thing>;

export const asAdmin = <T>(work: (admin: Admin) => Promise<T>): Promise<T> => withAdmin(kafka, work);

/** A new broker that was just given all topics of the product makes their files first. */
const patienceMs = 90_000;

/** Waits until the broker itself knows the topic, which is a moment after it was created. */
export async function createTopic({ topic }: EventDefinition, numPartitions: number): Promise<void> {
  await asAdmin(async (admin) => {
    await admin.createTopics({ topics: [{ topic, numPartitions }], waitForLeaders: false });
    await until(async () => (await admin.listTopics()).includes(topic), patienceMs);
    await until(
      () =>
        admin.fetchTopicOffsets(topic).then(
          (offsets) => offsets.length === numPartitions,
          () => false,
        ),
      patienceMs,
    );
  });
}

export type Work = (data: EventData<Thing>, delivery: Delivery) => Promise<void>;

/** A controller for each event, all doing `work`. */
export const controllersFor = (definitions: readonly Thing[], work: Work): Type[] =>
  definitions.map((definition) => {
    @EventsController()
    class Things {
      @On(definition)
      async onThing(data: EventData<Thing>, delivery: Delivery): Promise<void> {
        await work(data, delivery);
      }
    }
    return Things;
  });

export async function startMember(settings: Partial<KafkaSettings>, controllers: Type[]) {
  class Root {}
  const imports = [KafkaModule.forRoot({ service: 'targets', catalogue: [], ...access, ...settings })];
  const app = await NestFactory.create({ module: Root, imports, controllers }, { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: kafkaStrategy(app) });
  try {
    await app.init();
    await app.startAllMicroservices();
  } catch (error) {
    await app.close();
    throw error;
  }
  return { app, publisher: app.get(EventPublisher), health: app.get(ConsumerHealth), stop: () => app.close() };
}

/** A process that only publishes. */
export async function startPublisher(
  service: ServiceName,
): Promise<{ publisher: EventPublisher; stop(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(KafkaModule.forRoot({ service, ...access }), {
    logger: false,
  });
  return { publisher: app.get(EventPublisher), stop: () => app.close() };
}

export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Committed position of a group over all partitions of a topic: the number of messages it has dealt with. */
export const committed = (groupId: string, topic: string): Promise<number> =>
  asAdmin(async (admin) => {
    const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
    return (offsets?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  });
