import { databaseUrl, runningStack, runningStackFile } from '@roundtrip/database';
import { ActivitiesProblem } from './problem.errors.js';

/** MONGO_URL, or the embedded stack that is running. @throws ActivitiesProblem when there is neither */
export async function findDatabase(env: NodeJS.ProcessEnv): Promise<string> {
  const mongoUrl = databaseUrl(env) || (await runningStack(env))?.mongo;
  if (mongoUrl) return mongoUrl;
  throw new ActivitiesProblem(
    `Which database? Set MONGO_URL, or start the stack: there is no ${runningStackFile(env)}.`,
  );
}
