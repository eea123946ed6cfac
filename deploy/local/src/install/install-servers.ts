import { homedir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseKind, databaseKind } from '../servers/database-kind.js';
import type { ServerName } from '../servers/server-names.js';
import { installFerretdb } from './install-ferretdb.js';
import { installKafka } from './install-kafka.js';
import { installMinio } from './install-minio.js';
import type { Progress } from './install-once.js';
import { installSecantusdb } from './install-secantusdb.js';

/** Where each installed server is. maildev comes with `npm ci`. */
export interface ServerPaths {
  kafkaLibs: string;
  /** Of FerretDB its root, of SecantusDB its Python environment. */
  database: string;
  minio: string;
}

export function serverCache(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'roundtrip');
}

/**
 * Installs what is missing, all at once because the longest (MinIO) takes minutes. Servers that are not wanted are not
 * installed and their path is empty.
 */
export async function installServers(
  progress: Progress,
  options: { only?: readonly ServerName[]; database?: DatabaseKind; cache?: string; signal?: AbortSignal } = {},
): Promise<ServerPaths> {
  const cache = options.cache ?? serverCache();
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const install = (server: ServerName, installer: typeof installKafka): Promise<string> =>
    options.only?.includes(server) === false ? Promise.resolve('') : installer(cache, progress, signal);
  const installDatabase = { ferretdb: installFerretdb, secantusdb: installSecantusdb }[
    options.database ?? databaseKind()
  ];
  const installs = [install('kafka', installKafka), install('mongo', installDatabase), install('minio', installMinio)];
  try {
    const [kafkaLibs, database, minio] = await Promise.all(installs);
    return { kafkaLibs: kafkaLibs ?? '', database: database ?? '', minio: minio ?? '' };
  } catch (error) {
    // The other builds stop too: what they have done so far is continued by the next start.
    failed.abort();
    await Promise.allSettled(installs);
    throw error;
  }
}
