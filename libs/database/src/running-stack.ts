import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseUrl } from './database-url.js';

/** What the embedded stack says of itself, for commands that were not told where the servers are. */
export interface RunningStack {
  /** URL of the database. */
  mongo: string;
  /** Where people reach the gateway. */
  url: string;
  kafka: string;
  /** The variables by which one signs in to Kafka; absent where it asks for none. */
  kafkaAccess?: Record<string, string>;
  /** The variables by which the object store is reached; absent in what older stacks say. */
  s3Access?: Record<string, string>;
}

/** The file that the embedded stack keeps while it is ready, for the message that there is none. */
export const runningStackFile = (env: NodeJS.ProcessEnv): string =>
  join(resolve(env['ROUNDTRIP_HOME'] || '.roundtrip'), 'demo.json');

/** Undefined when none is running. */
export async function runningStack(env: NodeJS.ProcessEnv): Promise<RunningStack | undefined> {
  const text = await readFile(runningStackFile(env), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as RunningStack);
}

/** The database that a command is about: MONGO_URL, or that of the embedded stack. @throws Error, in words for who typed it, when there is neither */
export async function databaseOfCommand(env: NodeJS.ProcessEnv): Promise<string> {
  const mongoUrl = databaseUrl(env) || (await runningStack(env))?.mongo;
  if (mongoUrl) return mongoUrl;
  throw new Error(`Which database? Set MONGO_URL, or start the stack: there is no ${runningStackFile(env)}.`);
}
