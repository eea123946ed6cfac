import { databaseUrl, runningStack, runningStackFile } from '@roundtrip/database';
import { InstitutionsProblem } from './problem.errors.js';

export interface Place {
  mongoUrl: string;
  /** Where people reach the gateway, without a slash at the end. */
  publicUrl: string;
}

/** MONGO_URL and PUBLIC_URL, or the embedded stack that is running. @throws InstitutionsProblem when there is neither */
export async function findPlace(env: NodeJS.ProcessEnv): Promise<Place> {
  const { PUBLIC_URL: publicUrl } = env;
  const mongoUrl = databaseUrl(env);
  if (mongoUrl) return { mongoUrl, publicUrl: (publicUrl || 'http://127.0.0.1:8080').replace(/\/+$/, '') };
  const stack = await runningStack(env);
  if (stack) return { mongoUrl: stack.mongo, publicUrl: stack.url };
  throw new InstitutionsProblem(
    `Which database? Set MONGO_URL (and PUBLIC_URL), or start the stack: there is no ${runningStackFile(env)}.`,
  );
}
