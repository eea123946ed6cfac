import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseUrl } from '@roundtrip/database';
import { type KafkaAccess, kafkaAccess, type KafkaVariables } from '@roundtrip/kafka';
import { DeadLettersProblem } from './problem.errors.js';

export interface Servers {
  kafka: KafkaAccess;
  /** Absent when nobody said where the database is: then the states of jobs are not known. */
  mongoUrl?: string;
}

/** What KAFKA_BROKERS and MONGO_URL name, let in by the variables beside them, or the embedded stack that is running. @throws DeadLettersProblem when there is neither */
export async function findServers(env: NodeJS.ProcessEnv): Promise<Servers> {
  const mongoUrl = databaseUrl(env);
  if (env['KAFKA_BROKERS']) return { kafka: kafkaAccess(env), ...(mongoUrl && { mongoUrl }) };
  const path = join(resolve(env['ROUNDTRIP_HOME'] || '.roundtrip'), 'demo.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new DeadLettersProblem(
      `Which Kafka? Set KAFKA_BROKERS (host:port), or start the stack: there is no ${path}.`,
    );
  }
  const demo = JSON.parse(text) as { kafka: string; kafkaAccess?: KafkaVariables; mongo?: string };
  const kafka = kafkaAccess({ KAFKA_BROKERS: demo.kafka, ...demo.kafkaAccess });
  return { kafka, ...(demo.mongo !== undefined && { mongoUrl: demo.mongo }) };
}
