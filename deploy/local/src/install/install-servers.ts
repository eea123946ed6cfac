import { homedir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseKind, databaseKind } from '../servers/database-kind.js';
import { type ObjectStoreKind, objectStoreKind } from '../servers/object-store-kind.js';
import { serverNames, type ServerName } from '../servers/server-names.js';
import { InstallDisplay, type InstallOutput } from './install-display.js';
import { installFerretdb } from './install-ferretdb.js';
import { installKafka } from './install-kafka.js';
import { installMinio } from './install-minio.js';
import { installSeaweedfs } from './install-seaweedfs.js';
import { installSecantusdb } from './install-secantusdb.js';

/** Where each installed server is. The mail catcher and the OpenID provider come with `npm ci`. */
export interface ServerPaths {
  kafkaLibs: string;
  /** Of FerretDB its root, of SecantusDB its Python environment. */
  database: string;
  /** Of the object store its program, whichever it is. */
  minio: string;
}

export function serverCache(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'roundtrip');
}

export interface InstallOptions {
  only?: readonly ServerName[];
  database?: DatabaseKind;
  objectStore?: ObjectStoreKind;
  cache?: string;
  signal?: AbortSignal;
}

export interface Installs {
  /** Where a server is, as soon as it is there; the empty path for one that is not wanted or comes with `npm ci`. */
  pathOf(server: ServerName): Promise<string>;
  /** One of them was not there yet. */
  readonly hasWorked: boolean;
  /** Resolves when all are there, rejects when one cannot be installed or the signal has fired. */
  all: Promise<unknown>;
}

/**
 * Installs what is missing, all at once because the longest (the object store) takes minutes. When one fails the other builds stop too: what they
 * have done so far is continued by the next start.
 */
export function beginInstalls(output: InstallOutput, options: InstallOptions): Installs {
  const cache = options.cache ?? serverCache();
  const display = new InstallDisplay(output);
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const installDatabase = { ferretdb: installFerretdb, secantusdb: installSecantusdb }[
    options.database ?? databaseKind()
  ];
  const installObjectStore = { minio: installMinio, seaweedfs: installSeaweedfs }[
    options.objectStore ?? objectStoreKind()
  ];
  const installers = { kafka: installKafka, mongo: installDatabase, minio: installObjectStore };
  const wanted = (server: ServerName): server is keyof typeof installers =>
    server !== 'mail' && server !== 'provider' && options.only?.includes(server) !== false;
  const install = (server: ServerName): Promise<string> =>
    wanted(server) ? installers[server](cache, display, signal) : Promise.resolve('');
  const paths = new Map(serverNames.map((server) => [server, install(server)]));
  const all = Promise.all(paths.values()).catch(async (error: unknown) => {
    failed.abort();
    await Promise.allSettled(paths.values());
    throw error;
  });
  all.then(
    () => display.end(true),
    () => display.end(false),
  );
  return {
    pathOf: (server) => paths.get(server) ?? Promise.resolve(''),
    get hasWorked() {
      return display.hasWorked;
    },
    all,
  };
}

/** Installs what is missing. Servers that are not wanted are not installed and their path is empty. */
export async function installServers(output: InstallOutput, options: InstallOptions = {}): Promise<ServerPaths> {
  const installs = beginInstalls(output, options);
  await installs.all;
  return {
    kafkaLibs: await installs.pathOf('kafka'),
    database: await installs.pathOf('mongo'),
    minio: await installs.pathOf('minio'),
  };
}
