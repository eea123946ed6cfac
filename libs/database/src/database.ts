import type { ServiceName } from '@roundtrip/contracts';
import mongoose, { type Connection, type mongo } from 'mongoose';
import type { OwnedBy } from './collection-owners.js';
import type { Documents } from './documents.js';
import { endWritesWithTheirConnection } from './driver/dead-socket.js';
import { type DatabaseModels, defineModels } from './schemas/models.js';
import { letPoolsRest } from './driver/quiet-pool.js';
import type { StoreStateDocument } from './migrations/store-state.js';
import { retrying, type RetryingCollection } from './retry/retrying-collection.js';

/** A collection as those see it who do not own it. */
export type ReadCollection<T extends mongo.Document> = Pick<
  mongo.Collection<T>,
  'find' | 'findOne' | 'countDocuments' | 'distinct'
>;
type Read<C extends keyof Documents> = ReadCollection<Documents[C]>;

/**
 * The shared database, to read; `DatabaseOf` says who may write what. The collections are the driver's own: mongoose's bulk writes and
 * documents cost half as much again on hot paths (measured in the README). `models` check documents that are rarely written against their schemas.
 */
export class Database {
  readonly models: { readonly [C in keyof Documents]: Pick<DatabaseModels[C], 'validate'> };
  readonly contacts: Read<'contacts'>;
  readonly chunks: Read<'chunks'>;
  readonly closedChunks: Read<'closedChunks'>;
  readonly cancellations: Read<'cancellations'>;
  readonly criteria: Read<'criteria'>;
  readonly authorisations: Read<'authorisations'>;
  readonly targets: Read<'targets'>;
  readonly deletedTargets: Read<'deletedTargets'>;
  readonly requests: Read<'requests'>;
  readonly refusals: Read<'refusals'>;
  readonly resolutions: Read<'resolutions'>;
  readonly institutions: Read<'institutions'>;
  readonly apiKeys: Read<'apiKeys'>;
  readonly sessions: Read<'sessions'>;
  readonly signInCodes: Read<'signInCodes'>;
  readonly signIns: Read<'signIns'>;
  readonly people: Read<'people'>;
  readonly jobs: Read<'jobs'>;
  readonly validations: Read<'validations'>;
  readonly outcomes: Read<'outcomes'>;
  readonly mails: Read<'mails'>;
  readonly idempotencyKeys: Read<'idempotencyKeys'>;
  readonly activities: Read<'activities'>;
  readonly activityHeads: Read<'activityHeads'>;
  /** How far the database has been taken: written by `migrateStore` alone. */
  readonly storeState: ReadCollection<StoreStateDocument>;

  constructor(private readonly connection: Connection) {
    const { db } = connection;
    if (!db) throw new Error('the database connection is not open');
    this.models = defineModels(connection);
    this.contacts = retrying(db.collection('contacts'));
    this.chunks = retrying(db.collection('chunks'));
    this.closedChunks = retrying(db.collection('closedChunks'));
    this.cancellations = retrying(db.collection('cancellations'));
    this.criteria = retrying(db.collection('criteria'));
    this.authorisations = retrying(db.collection('authorisations'));
    this.targets = retrying(db.collection('targets'));
    this.deletedTargets = retrying(db.collection('deletedTargets'));
    this.requests = retrying(db.collection('requests'));
    this.refusals = retrying(db.collection('refusals'));
    this.resolutions = retrying(db.collection('resolutions'));
    this.institutions = retrying(db.collection('institutions'));
    this.apiKeys = retrying(db.collection('apiKeys'));
    this.sessions = retrying(db.collection('sessions'));
    this.signInCodes = retrying(db.collection('signInCodes'));
    this.signIns = retrying(db.collection('signIns'));
    this.people = retrying(db.collection('people'));
    this.jobs = retrying(db.collection('jobs'));
    this.validations = retrying(db.collection('validations'));
    this.outcomes = retrying(db.collection('outcomes'));
    this.mails = retrying(db.collection('mails'));
    this.idempotencyKeys = retrying(db.collection('idempotencyKeys'));
    this.activities = retrying(db.collection('activities'));
    this.activityHeads = retrying(db.collection('activityHeads'));
    this.storeState = retrying(db.collection('storeState'));
  }

  /** Rejects when the database does not answer. */
  async ping(): Promise<void> {
    await this.connection.db?.command({ ping: 1 });
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** Drops everything: for tests, which have a database of their own. */
  async dropDatabase(): Promise<void> {
    await this.connection.db?.dropDatabase();
  }
}

/** The database of a service, which writes the collections that are its own. */
export type DatabaseOf<S extends ServiceName> = Database & {
  readonly [C in OwnedBy<S>]: RetryingCollection<Documents[C]>;
};

/** For the commands of operators, and for tests: every collection can be written, in every way. */
export type WholeDatabase = DatabaseOf<ServiceName> & {
  readonly [C in keyof Documents]: mongo.Collection<Documents[C]>;
} & { readonly models: DatabaseModels; readonly storeState: mongo.Collection<StoreStateDocument> };

/**
 * What a service injects in place of `Database`: `class TargetsDatabase extends databaseOf('targets') {}`, provided by the `Database` that is
 * there.
 */
export const databaseOf = <S extends ServiceName>(_service: S) => Database as unknown as new () => DatabaseOf<S>;

/** Connections of one kind of work: what it has open at most, and how long it waits for one that is free (for ever if absent). */
export interface PoolOptions {
  connections: number;
  waitMs?: number;
}

/**
 * @param mongoUrl with the database's name as its path
 * @throws when the server does not answer within five seconds
 */
export async function connectDatabase(
  mongoUrl: string,
  { connections, waitMs = 0 }: PoolOptions = { connections: 10 },
): Promise<WholeDatabase> {
  endWritesWithTheirConnection();
  letPoolsRest();
  const connection = mongoose.createConnection(mongoUrl, {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    sanitizeFilter: true,
    // Also when the URL says otherwise: a message is believed by what its sender has written a moment ago.
    readPreference: 'primary',
    maxPoolSize: connections,
    waitQueueTimeoutMS: waitMs,
    serverSelectionTimeoutMS: 5_000,
    connectTimeoutMS: 5_000,
    // Longer than the longest count; without it a server that hangs would hold a worker for ever.
    socketTimeoutMS: 120_000,
  });
  connection.set('strictQuery', true);
  try {
    await connection.asPromise();
    return new Database(connection) as WholeDatabase;
  } catch (error) {
    await connection.close(true);
    throw error;
  }
}
