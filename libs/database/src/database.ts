import mongoose, { type Connection, type mongo } from 'mongoose';
import type {
  ApiKeyDocument,
  AuthorisationDocument,
  CancellationDocument,
  ChunkDocument,
  ClosedChunkDocument,
  ContactDocument,
  CriterionDocument,
  DeletedTargetDocument,
  IdempotencyKeyDocument,
  ImportJobDocument,
  InstitutionDocument,
  MailDocument,
  OutcomeDocument,
  RefusalDocument,
  ResolutionDocument,
  SaveRequestDocument,
  SessionDocument,
  SignInCodeDocument,
  TargetDocument,
  TemplateJobDocument,
  ValidationDocument,
} from './documents.js';
import { endWritesWithTheirConnection } from './driver/dead-socket.js';
import { type DatabaseModels, defineModels } from './schemas/models.js';
import { letPoolsRest } from './driver/quiet-pool.js';

type Collection<T extends mongo.Document> = mongo.Collection<T>;

/**
 * The shared database. The collections are the driver's own: mongoose's bulk writes and documents cost several times as much
 * on hot paths. `models` are the same collections with schema validation, for writes that are rare.
 */
export class Database {
  readonly models: DatabaseModels;
  readonly contacts: Collection<ContactDocument>;
  readonly chunks: Collection<ChunkDocument>;
  readonly closedChunks: Collection<ClosedChunkDocument>;
  readonly cancellations: Collection<CancellationDocument>;
  readonly criteria: Collection<CriterionDocument>;
  readonly authorisations: Collection<AuthorisationDocument>;
  readonly targets: Collection<TargetDocument>;
  readonly deletedTargets: Collection<DeletedTargetDocument>;
  readonly requests: Collection<SaveRequestDocument>;
  readonly refusals: Collection<RefusalDocument>;
  readonly resolutions: Collection<ResolutionDocument>;
  readonly institutions: Collection<InstitutionDocument>;
  readonly apiKeys: Collection<ApiKeyDocument>;
  readonly sessions: Collection<SessionDocument>;
  readonly signInCodes: Collection<SignInCodeDocument>;
  readonly jobs: Collection<TemplateJobDocument | ImportJobDocument>;
  readonly validations: Collection<ValidationDocument>;
  readonly outcomes: Collection<OutcomeDocument>;
  readonly mails: Collection<MailDocument>;
  readonly idempotencyKeys: Collection<IdempotencyKeyDocument>;

  constructor(private readonly connection: Connection) {
    const { db } = connection;
    if (!db) throw new Error('the database connection is not open');
    this.models = defineModels(connection);
    this.contacts = db.collection('contacts');
    this.chunks = db.collection('chunks');
    this.closedChunks = db.collection('closedChunks');
    this.cancellations = db.collection('cancellations');
    this.criteria = db.collection('criteria');
    this.authorisations = db.collection('authorisations');
    this.targets = db.collection('targets');
    this.deletedTargets = db.collection('deletedTargets');
    this.requests = db.collection('requests');
    this.refusals = db.collection('refusals');
    this.resolutions = db.collection('resolutions');
    this.institutions = db.collection('institutions');
    this.apiKeys = db.collection('apiKeys');
    this.sessions = db.collection('sessions');
    this.signInCodes = db.collection('signInCodes');
    this.jobs = db.collection('jobs');
    this.validations = db.collection('validations');
    this.outcomes = db.collection('outcomes');
    this.mails = db.collection('mails');
    this.idempotencyKeys = db.collection('idempotencyKeys');
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
): Promise<Database> {
  endWritesWithTheirConnection();
  letPoolsRest();
  const connection = mongoose.createConnection(mongoUrl, {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    sanitizeFilter: true,
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
    return new Database(connection);
  } catch (error) {
    await connection.close(true);
    throw error;
  }
}
