import { databaseUrl, runningStack, runningStackFile } from '@roundtrip/database';
import { type KafkaAccess, kafkaAccess } from '@roundtrip/kafka';
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
  const stack = await runningStack(env);
  if (!stack) {
    throw new DeadLettersProblem(
      `Which Kafka? Set KAFKA_BROKERS (host:port), or start the stack: there is no ${runningStackFile(env)}.`,
    );
  }
  return { kafka: kafkaAccess({ KAFKA_BROKERS: stack.kafka, ...stack.kafkaAccess }), mongoUrl: stack.mongo };
}
