import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseUrl } from '@roundtrip/database';
import { ActivitiesProblem } from './problem.errors.js';

/** MONGO_URL, or the embedded stack that is running. @throws ActivitiesProblem when there is neither */
export async function findDatabase(env: NodeJS.ProcessEnv): Promise<string> {
  const mongoUrl = databaseUrl(env);
  if (mongoUrl) return mongoUrl;
  const path = join(resolve(env['ROUNDTRIP_HOME'] || '.roundtrip'), 'demo.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new ActivitiesProblem(`Which database? Set MONGO_URL, or start the stack: there is no ${path}.`);
  }
  return (JSON.parse(text) as { mongo: string }).mongo;
}
