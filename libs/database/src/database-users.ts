import { type ServiceName, services } from '@roundtrip/contracts';
import mongoose, { type mongo } from 'mongoose';
import { collectionOwners } from './collection-owners.js';
import { retryTransient } from './retry/retry-transient.js';

/** Users and roles of a MongoDB live here, whichever database they are for. */
const USERS_DATABASE = 'admin';
const AUTHENTICATION_FAILED = 18;
const ALREADY_THERE = new Set([51002, 51003]);

export interface Privilege {
  resource: { db: string; collection: string };
  actions: string[];
}

/** What a service may do: read everything, and write the collections that are its own. It makes no indexes and drops nothing. */
export const privilegesOf = (service: ServiceName, db: string): Privilege[] => [
  { resource: { db, collection: '' }, actions: ['find', 'listCollections', 'listIndexes', 'collStats'] },
  ...Object.entries(collectionOwners)
    .filter(([, owner]) => owner === service)
    .map(([collection]) => ({ resource: { db, collection }, actions: ['insert', 'update', 'remove'] })),
];

/**
 * Makes a role and a user of each service's name, or gives those that are there these rights and this password. A database that has no user
 * yet gets the one of `url` as its operator first, which it allows to those on the same machine alone.
 *
 * @throws what the database says
 */
export async function writeDatabaseUsers(
  url: string,
  users: readonly { name: ServiceName; password: string }[],
): Promise<void> {
  const connection = await connectAsOperator(url);
  try {
    const name = connection.name;
    const admin = connection.useDb(USERS_DATABASE).db;
    if (!admin) throw new Error('the database connection is not open');
    for (const service of services) {
      await makeOrChange(admin, 'Role', service, { privileges: privilegesOf(service, name), roles: [] });
    }
    for (const { name: user, password } of users) {
      await makeOrChange(admin, 'User', user, { pwd: password, roles: [{ role: user, db: USERS_DATABASE }] });
    }
  } finally {
    await connection.close();
  }
}

const open = (url: string) =>
  mongoose.createConnection(url, { serverSelectionTimeoutMS: 5_000, maxPoolSize: 1 }).asPromise();

async function connectAsOperator(url: string): Promise<mongoose.Connection> {
  try {
    return await open(url);
  } catch (error) {
    const [, user, password] = /^[a-z+]+:\/\/([^:@/]+):([^@/]+)@/.exec(url) ?? [];
    const isUnknown = error instanceof mongoose.mongo.MongoServerError && error.code === AUTHENTICATION_FAILED;
    if (!isUnknown || user === undefined || password === undefined) throw error;
    const first = await open(url.replace(`${user}:${password}@`, ''));
    try {
      const credentials = { pwd: decodeURIComponent(password), roles: [{ role: 'root', db: USERS_DATABASE }] };
      await first.useDb(USERS_DATABASE).db?.command({ createUser: decodeURIComponent(user), ...credentials });
    } catch {
      // It has users, and ours is none of them, or not with this password.
      throw error;
    } finally {
      await first.close();
    }
    return open(url);
  }
}

async function makeOrChange(db: mongo.Db, what: 'Role' | 'User', name: string, document: object): Promise<void> {
  try {
    await retryTransient(() => db.command({ [`create${what}`]: name, ...document }));
  } catch (error) {
    const isThere = error instanceof mongoose.mongo.MongoServerError && ALREADY_THERE.has(Number(error.code));
    if (!isThere) throw error;
    await retryTransient(() => db.command({ [`update${what}`]: name, ...document }));
  }
}
