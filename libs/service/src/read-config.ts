import type { z } from 'zod';

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
 * @throws ConfigProblem with name, fault and example of each bad variable; never a value, which may be a secret
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): z.infer<S> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const name = String(path[0]);
    if (!faults.has(name)) faults.set(name, name in given ? message : 'is not set');
  }
  throw new ConfigProblem([...faults].map(([name, fault]) => describeFault(schema, name, fault)));
}

function describeFault(schema: z.ZodObject, name: string, fault: string): string {
  const variable = schema.shape[name] as z.ZodType | undefined;
  const meta = variable?.meta();
  const about = meta?.description ? ` (${meta.description})` : '';
  const example = typeof meta?.['example'] === 'string' ? `, for example ${name}=${meta['example']}` : '';
  return `${name}${about}: ${fault}${example}`;
}
