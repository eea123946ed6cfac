import { type ServiceName, services } from '@roundtrip/contracts';
import { loadDefinitions } from '@roundtrip/database';
import { startStack, type Stack } from '@roundtrip/e2e';
import type { FieldDefinition } from '@roundtrip/fields';
import { Client } from '@roundtrip/test-kit/client';
import { type Db, MongoClient } from 'mongodb';
import { ownDatabase } from './own-database.rules.js';
import { childrenOf, cpuSecondsWithEnded, statsOfAll } from './process-cost.js';

/** A stack, and the database as a driver sees it. */
export interface BenchStack extends Stack {
  admin: Client;
  db: Db;
  /** Its name and version. */
  databaseVersion: string;
  /** Of the demo institution, by rank. */
  authorisations: FieldDefinition[];
}

const institution = 'demo';

/**
 * Starts a stack for the work and stops it. With MONGO_URL the server is somebody's own: then a database is made in it for the time of
 * the bench.
 */
export async function withStack<T>(
  {
    contacts,
    env = {},
    workers,
  }: { contacts: number; env?: Record<string, string>; workers?: Partial<Record<ServiceName, number>> },
  work: (stack: BenchStack) => Promise<T>,
): Promise<T> {
  const outside = process.env['MONGO_URL'];
  const stack = await startStack({
    contacts,
    ...(workers && { workers }),
    env: {
      REQUESTS_PER_MINUTE: '1000000',
      LIST_PAGES_PER_MINUTE: '1000000',
      // A process that got little time for a while is not taken for dead.
      KAFKA_SESSION_TIMEOUT_MS: '60000',
      ...(outside && { MONGO_URL: ownDatabase(outside, `roundtrip_bench_${process.pid}`) }),
      ...env,
    },
  });
  const client = new MongoClient(stack.mongoUrl);
  try {
    const db = client.db();
    const build = await db.admin().command({ buildInfo: 1 });
    const ferret = (build['ferretdb'] as { version?: string } | undefined)?.version;
    const { authorisations } = await loadDefinitions(stack.database, institution);
    return await work({
      ...stack,
      admin: new Client(stack.url, stack.keys.admin),
      db,
      databaseVersion: ferret === undefined ? `MongoDB ${String(build['version'])}` : `FerretDB ${ferret}`,
      authorisations: [...authorisations].filter(({ active }) => active),
    });
  } finally {
    await stack.stop();
    // Only now: a service that still runs would make it again.
    if (outside) await client.db().dropDatabase();
    await client.close();
  }
}

/** CPU seconds of each service and of the database, if it is ours, while something is done. */
export async function withCpu<T>(
  stack: BenchStack,
  work: () => Promise<T>,
): Promise<{ result: T; cpu: Map<ServiceName | 'database', number> }> {
  const look = (): Map<ServiceName | 'database', number> =>
    new Map([
      ...services.map((name) => [name, sum(stack.pidsOf(name).map(cpuOfAll))] as const),
      ['database' as const, sum(stack.pidsOf('mongo').map(cpuOfAll))] as const,
    ]);
  const before = look();
  const result = await work();
  const after = look();
  return { result, cpu: new Map([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? 0)])) };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Of a process and all that it has started: a database answers each connection by a process of its own. */
function cpuOfAll(pid: number): number {
  const stats = statsOfAll();
  return sum([pid, ...childrenOf(pid, stats)].map((one) => cpuSecondsWithEnded(stats.get(one) ?? '')));
}
