import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EventData, EventDefinition, ServiceName } from '@roundtrip/contracts';
import kafkajs, { type Admin, type Consumer, type EachMessagePayload, type Kafka } from 'kafkajs';
import { briefRetry, createKafka, fetchWaitMs, patientRetry } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';
import { describeError } from './kafka.errors.js';
import { parseEvent } from './parse-event.js';
import { withAdmin } from './with-admin.js';

const { KafkaJSProtocolError } = kafkajs;

export interface FollowOptions extends KafkaAccess {
  service: ServiceName;
  events: readonly EventDefinition[];
  /** Gets every event that is published from now on, in the order of its key; seldom one twice. An error of it is logged. */
  onEvent: (definition: EventDefinition, data: EventData<EventDefinition>) => void;
  /** The following has ended for good. Ends the process as an uncaught exception if absent. */
  onCrash?: (error: Error) => void;
}

/**
 * Follows topics in a consumer group of this process's own, which is deleted at the stop. Resolves when positions are set: what is
 * published afterwards is seen.
 */
export async function followTopics(options: FollowOptions): Promise<{ stop(): Promise<void> }> {
  const groupId = `${options.service}.follow.${randomUUID()}`;
  const kafka = createKafka({ clientId: groupId, access: options, retry: briefRetry });
  const topics = options.events.map(({ topic }) => topic);
  const positions = await endsOf(kafka, topics);
  const consumer = createKafka({ clientId: groupId, access: options, retry: patientRetry }).consumer({
    groupId,
    maxWaitTimeInMs: fetchWaitMs,
    allowAutoTopicCreation: false,
    retry: patientRetry,
  });
  // Nothing is committed: after every join, the first and those after a failure of the broker, reading goes on where it was.
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    for (const [topic, partitions] of Object.entries(payload.memberAssignment)) {
      for (const partition of partitions) {
        consumer.seek({ topic, partition, offset: positions.get(`${topic}:${partition}`) ?? '0' });
      }
    }
  });
  const joined = untilJoined(consumer, options);
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: false });
  const eachMessage = async (payload: EachMessagePayload): Promise<void> => {
    handOver(options, payload);
    positions.set(`${payload.topic}:${payload.partition}`, String(BigInt(payload.message.offset) + 1n));
  };
  await consumer.run({ autoCommit: false, partitionsConsumedConcurrently: 4, eachMessage });
  await joined;
  return { stop: () => stop(kafka, consumer, groupId) };
}

const LEADERLESS_MS = 30_000;

/**
 * kafkajs fails at once on a partition that has no leader for the moment: just created, or its broker is being restarted.
 *
 * @throws what Kafka said last, when that goes on for half a minute
 */
async function endsOf(kafka: Kafka, topics: readonly string[]): Promise<Map<string, string>> {
  const end = Date.now() + LEADERLESS_MS;
  for (;;) {
    try {
      // A new client each time: it keeps the leaders that it learnt of first.
      return await withAdmin(kafka, (admin) => askForEnds(admin, topics));
    } catch (error) {
      if (!(error instanceof KafkaJSProtocolError && error.retriable) || Date.now() > end) throw error;
      await sleep(200);
    }
  }
}

async function askForEnds(admin: Admin, topics: readonly string[]): Promise<Map<string, string>> {
  const ends = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
  return new Map(
    ends.flatMap((partitions, at) =>
      partitions.map(({ partition, high }) => [`${topics[at]}:${partition}`, high] as const),
    ),
  );
}

function untilJoined(consumer: Consumer, { onCrash = throwLater }: FollowOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let hasJoined = false;
    consumer.on(consumer.events.GROUP_JOIN, () => {
      hasJoined = true;
      resolve();
    });
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      if (restart) return;
      if (hasJoined) onCrash(error);
      else reject(error);
    });
  });
}

/** Nothing may leave it: kafkajs would stop, or repeat the message for ever. */
function handOver({ events, onEvent, service }: FollowOptions, { topic, message }: EachMessagePayload): void {
  const definition = events.find((event) => event.topic === topic);
  if (!definition) return;
  try {
    onEvent(definition, parseEvent(definition, message.value));
  } catch (error) {
    new Logger('followTopics').error({ message: `${service} could not follow: ${describeError(error)}`, topic });
  }
}

async function stop(kafka: Kafka, consumer: Consumer, groupId: string): Promise<void> {
  // A consumer with endless retries cannot leave the group while no broker can be reached.
  await Promise.race([consumer.disconnect(), sleep(5_000, undefined, { ref: false })]);
  try {
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId]));
  } catch (error) {
    // Without a broker nobody can delete it; an empty group without offsets is forgotten by the broker itself.
    new Logger('followTopics').debug({ message: `The group stays: ${describeError(error)}`, groupId });
  }
}

const throwLater = (error: Error): void => {
  setImmediate(() => {
    throw error;
  });
};
