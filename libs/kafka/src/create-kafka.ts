import { Logger } from '@nestjs/common';
import { Kafka, type LogEntry, type logCreator, logLevel } from 'kafkajs';
import './idle-fetch.js';
import { clientAccess, type KafkaAccess } from './kafka-access.js';
import './quiet-request-queue.js';

/** kafkajs repeats itself with every retry while a broker is away. */
const quietMs = 10_000;

const logger = new Logger('kafkajs');

const createLog: logCreator = () => {
  const said = new Map<string, number>();
  return ({ namespace, level, log }: LogEntry) => {
    const message = `${namespace}: ${log.message}`;
    const now = Date.now();
    if (now - (said.get(message) ?? 0) < quietMs) return;
    if (said.size > 200) said.clear();
    said.set(message, now);
    // Only fields that cannot hold a message's content.
    const record = { message, broker: log['broker'] as unknown, groupId: log['groupId'] as unknown };
    // kafkajs calls ERROR what heals by a retry; whether the consumer lives is reported by the transport.
    if (level <= logLevel.WARN) logger.warn(record);
    else logger.debug(record);
  };
};

const retry = { initialRetryTime: 200, maxRetryTime: 2_000, multiplier: 2, factor: 0.2 };

/** For whoever is waiting for an answer: fails after two or three seconds. */
export const briefRetry = { ...retry, maxRetryTime: 1_000, retries: 3 };

/**
 * For consumers: retries without end. A kafkajs consumer that fails starts anew as another member, and the group then waits for the
 * old one until its session is over.
 */
export const patientRetry = { ...retry, retries: Number.MAX_SAFE_INTEGER };

/** How long a broker may hold a fetch while there is nothing, and a consumer is not idle (idle-fetch.ts). */
export const fetchWaitMs = 500;

/**
 * The one place where a kafkajs client is made. Retries are explicit, since kafkajs takes other defaults under
 * NODE_ENV=test.
 */
export const createKafka = (options: {
  clientId: string;
  access: KafkaAccess;
  retry: typeof briefRetry;
  requestTimeoutMs?: number;
  /** For a question that is asked until the answer is yes. */
  isQuiet?: true;
}): Kafka =>
  new Kafka({
    clientId: options.clientId,
    ...clientAccess(options.access),
    connectionTimeout: 3_000,
    requestTimeout: options.requestTimeoutMs ?? 30_000,
    logLevel: options.isQuiet ? logLevel.NOTHING : logLevel.WARN,
    logCreator: createLog,
    retry: options.retry,
  });
