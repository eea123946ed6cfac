import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DeadLettersProblem } from './problem.errors.js';

export interface Servers {
  brokers: string[];
  /** Absent when nobody said where the database is: then the states of jobs are not known. */
  mongoUrl?: string;
}

/** KAFKA_BROKERS and MONGO_URL, or the embedded stack that is running. @throws DeadLettersProblem when there is neither */
export async function findServers(env: NodeJS.ProcessEnv): Promise<Servers> {
  const { KAFKA_BROKERS: brokers, MONGO_URL: mongoUrl } = env;
  if (brokers) return { brokers: brokers.split(','), ...(mongoUrl && { mongoUrl }) };
  const path = join(resolve(env['ROUNDTRIP_HOME'] || '.roundtrip'), 'demo.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new DeadLettersProblem(
      `Which Kafka? Set KAFKA_BROKERS (host:port), or start the stack: there is no ${path}.`,
    );
  }
  const { kafka, mongo } = JSON.parse(text) as { kafka: string; mongo?: string };
  return { brokers: [kafka], ...(mongo !== undefined && { mongoUrl: mongo }) };
}
