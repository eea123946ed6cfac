import { databaseUrl } from '@roundtrip/database';
import type { z } from 'zod';
import { exampleSecretsIn, isForOthers } from './example-secrets.js';
import { accessFaults } from './store-access.js';

/** One line for each variable that is wrong. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * An empty variable counts as none: compose files pass on what is not set as an empty text.
 *
 * The file of MONGO_CA_FILE is part of the MONGO_URL that comes out, so that no connection can be made without it.
 *
 * @throws ConfigProblem with name, fault and example of each bad variable; never a value, which may be a secret. A secret that everybody
 *   can read in an example is a fault where others can come.
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): z.infer<S> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse({ ...given, ...(given['MONGO_URL'] && { MONGO_URL: databaseUrl(given) }) });
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => name in schema.shape));
  const examples = isForOthers(env) ? exampleSecretsIn(known) : [];
  const access = accessFaults(known);
  if (result.success && examples.length === 0 && access.length === 0) return result.data;
  const faults = new Map<string, string>();
  for (const { path, message } of result.error?.issues ?? []) {
    const name = String(path[0]);
    if (!faults.has(name)) faults.set(name, name in given ? message : 'is not set');
  }
  for (const { variable, fault } of access) if (!faults.has(variable)) faults.set(variable, fault);
  throw new ConfigProblem([
    ...Array.from(faults, ([name, fault]) => describeFault(schema, name, fault)),
    ...examples.map((name) => `${name}: is the secret of an example: set one of your own`),
  ]);
}

function describeFault(schema: z.ZodObject, name: string, fault: string): string {
  const variable = schema.shape[name] as z.ZodType | undefined;
  const meta = variable?.meta();
  const about = meta?.description ? ` (${meta.description})` : '';
  const example = typeof meta?.['example'] === 'string' ? `, for example ${name}=${meta['example']}` : '';
  return `${name}${about}: ${fault}${example}`;
}
