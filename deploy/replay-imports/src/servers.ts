import { runningStack, runningStackFile } from '@roundtrip/database';
import type { S3Settings } from '@roundtrip/files';
import { type KafkaAccess, kafkaAccess } from '@roundtrip/kafka';
import { objectStoreSettings, readConfig, storeVariables } from '@roundtrip/service';
import { ReplayProblem } from './problem.errors.js';

export interface Servers {
  kafka: KafkaAccess;
  mongoUrl: string;
  objectStore: S3Settings;
}

/** Of Kafka alone: while it is asked for, the services and what they need may be down. @throws ReplayProblem when nothing names it */
export async function findKafka(env: NodeJS.ProcessEnv): Promise<KafkaAccess> {
  return kafkaAccess(env['KAFKA_BROKERS'] ? env : await ofStack(env));
}

/** What the variables of the services name, or the embedded stack that is running. @throws ReplayProblem, ConfigProblem when a variable is missing */
export async function findServers(env: NodeJS.ProcessEnv): Promise<Servers> {
  const settings = readConfig(storeVariables, env['MONGO_URL'] ? env : await ofStack(env));
  return { kafka: kafkaAccess(settings), mongoUrl: settings.MONGO_URL, objectStore: objectStoreSettings(settings) };
}

async function ofStack(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const stack = await runningStack(env);
  if (stack) return { ...stack.kafkaAccess, ...stack.s3Access, KAFKA_BROKERS: stack.kafka, MONGO_URL: stack.mongo };
  throw new ReplayProblem(
    `Which servers? Set MONGO_URL, KAFKA_BROKERS and S3_*, or start the stack: there is no ${runningStackFile(env)}.`,
  );
}
