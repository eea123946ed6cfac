import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type EventData,
  type EventDefinition,
  importRequested,
  type importRequestedV1,
  validationCompleted,
} from '@roundtrip/contracts';
import {
  connectDatabase,
  type ContactDocument,
  institutionIdRange,
  ensureIndexes,
  searchKeysOf,
  type OutcomeDocument,
  type WholeDatabase,
  walkHistories,
} from '@roundtrip/database';
import { randomOf } from '@roundtrip/demo';
import { ObjectStore, sha256 } from '@roundtrip/files';
import { clientAccess, kafkaAccess } from '@roundtrip/kafka';
import { ownDatabase } from '@roundtrip/test-kit';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { audit } from './engine/audit.js';
import { randomContacts, randomFile, valuesOf } from './engine/world.js';
import { contactOf, type GivenImport, givenImport, givenJob, requester } from './imports.js';

/** Worker processes as they run in production, on the real Kafka; what the gateway would say is said by the test. */

const services = join(import.meta.dirname, '../..');
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
const databaseUrl = ownDatabase();

describe(`three worker processes, with files of seed ${seed}`, () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let producer: Producer;
  let institution: string;
  const processes: ChildProcess[] = [];
  const ends: Promise<unknown>[] = [];

  const start = (service: string): void => {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      MONGO_URL: databaseUrl,
      METRICS_PORT: '0',
      LOG_LEVEL: 'error',
      KAFKA_SESSION_TIMEOUT_MS: '6000',
      CHUNKS_IN_FLIGHT: '6',
    };
    const program = join(services, service, 'dist/main.js');
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    processes.push(child);
    ends.push(once(child, 'exit'));
  };

  beforeAll(async () => {
    await ensureIndexes(databaseUrl);
    database = await connectDatabase(databaseUrl);
    store = new ObjectStore({
      endpoint: process.env['S3_ENDPOINT']!,
      accessKey: process.env['S3_ACCESS_KEY']!,
      secretKey: process.env['S3_SECRET_KEY']!,
      region: process.env['S3_REGION']!,
    });
    for (const service of ['bulk-update', 'bulk-update', 'bulk-update', 'import-validation']) start(service);
    const access = clientAccess(kafkaAccess(process.env));
    producer = new Kafka({ clientId: 'spec', ...access, logLevel: logLevel.ERROR }).producer();
    await producer.connect();
    institution = `p${randomBytes(4).toString('hex')}`;
  }, 60_000);
  afterAll(async () => {
    for (const process of processes) process.kill();
    await Promise.all(ends);
    await producer?.disconnect();
    await database?.dropDatabase();
    await database?.close();
  }, 60_000);

  const says = async <D extends EventDefinition>(definition: D, ...all: EventData<D>[]): Promise<void> => {
    const messages = all.map((data) => ({ key: definition.key(data), value: JSON.stringify(data) }));
    await producer.send({ topic: definition.topic, messages });
  };
  const outcome = async (importId: string): Promise<OutcomeDocument> => {
    for (const until = Date.now() + 240_000; Date.now() < until; await sleep(100)) {
      const found = await database.outcomes.findOne({ _id: importId });
      if (found) return found;
    }
    throw new Error(`Import ${importId} does not end`);
  };
  const contactsNow = () =>
    database.contacts
      .find({ _id: institutionIdRange(institution) })
      .sort({ _id: 1 })
      .toArray();
  const beginOf = ({ importId, chunks, action = 'update' }: GivenImport): EventData<typeof validationCompleted> => ({
    importId,
    institution,
    action,
    chunks: chunks.length,
    lines: chunks.flat().length,
  });

  it('give each line of four imports over the same contacts an outcome that some order of them explains', async () => {
    const random = randomOf(seed, 0);
    const before = randomContacts(random, institution, 120);
    await database.contacts.insertMany(before.map((contact) => ({ ...contact })));
    const common = { institution, chunkLines: 10 };
    const imports = [
      randomFile(random, before, { ...common, importId: `${institution}a` }),
      randomFile(random, before, { ...common, importId: `${institution}b`, onConflict: 'overwrite' }),
      randomFile(random, before, { ...common, importId: `${institution}c`, dataType: 'contacts' }),
      randomFile(random, before, { ...common, importId: `${institution}d`, action: 'check' }),
    ];
    for (const each of imports) await givenImport(database, store, each);
    // Each of them twice, as Kafka may.
    await says(validationCompleted, ...imports.map(beginOf), ...imports.map(beginOf));
    for (const each of imports) await outcome(each.importId);
    await audit({ database, institution, before, imports });
  }, 600_000);

  it('take back an update of 2,100 contacts, keep and name what was changed since, and take that back again', async () => {
    institution = `q${randomBytes(4).toString('hex')}`;
    const numbers = Array.from({ length: 2100 }, (_, index) => String(index).padStart(6, '0'));
    const contacts = numbers.map((number) => contactOf(institution, number));
    // As contacts are made, so that nothing fills them in between two looks.
    await database.contacts.insertMany(contacts.map((contact) => ({ ...contact, searchKeys: searchKeysOf(contact) })));
    const common = { institution, rank: 1, active: true, version: 1, appliedRequests: [] };
    await database.authorisations.insertOne({ ...common, _id: `${institution}:EMAIL`, code: 'EMAIL', name: 'E-mail' });
    const [first, since, undo, redo] = ['first', 'since', 'undo', 'redo'].map((name) => `${institution}-${name}`) as [
      string,
      string,
      string,
      string,
    ];
    const header = 'CONTACT_NUMBER,[old] EMAIL - E-mail,[new] EMAIL - E-mail';
    const upload = async (importId: string, rows: string[]): Promise<OutcomeDocument> => {
      const content = Buffer.from([header, ...rows, ''].join('\r\n'));
      await store.put('uploads', importId, content);
      const source = { type: 'upload' as const, objectKey: importId, sizeBytes: content.length };
      return request(importId, { ...source, sha256: sha256(content) });
    };
    const request = async (
      importId: string,
      source: EventData<typeof importRequestedV1>['source'],
    ): Promise<OutcomeDocument> => {
      const choices = {
        institution,
        dataType: 'authorisations' as const,
        action: 'update' as const,
        onConflict: 'reject' as const,
        overwriteRefusals: false,
        requestedBy: requester,
      };
      const requestedAt = new Date();
      const from = source.type === 'undo' ? { undoOf: source.importId } : { file: { ...source, name: 'file.csv' } };
      await givenJob(database, importId, { ...choices, ...from, requestedAt });
      await says(importRequested, { importId, institution, requestedAt: requestedAt.toISOString() });
      return outcome(importId);
    };
    const before = await contactsNow();
    expect(
      await upload(
        first,
        numbers.map((number) => `${number},Empty,TRUE`),
      ),
    ).toMatchObject({
      state: 'DONE',
      counts: { total: 2100, applied: 2100 },
    });
    expect((await database.validations.findOne({ _id: first }))?.plan?.chunks).toBe(3);
    const changedSince = ['000007', '001500', '002099'];
    await upload(
      since,
      changedSince.map((number) => `${number},TRUE,FALSE`),
    );
    const after = await contactsNow();

    const undone = await request(undo, { type: 'undo', importId: first });
    expect(undone).toMatchObject({
      state: 'DONE_WITH_ERRORS',
      counts: { total: 2100, applied: 2097, rejected: 3, unchanged: 0 },
      issueCounts: { CONFLICT_REFUSAL: 3 },
    });
    expect(undone.firstErrors.map(({ conflict }) => conflict)).toEqual(
      Array.from({ length: 3 }, () => ({ old: 'TRUE', now: 'FALSE', new: 'Empty' })),
    );
    const kept = (contact: ContactDocument): boolean => changedSince.includes(contact.contactNumber);
    const now = await contactsNow();
    expect(now.filter((contact) => !kept(contact)).map(valuesOf)).toEqual(
      before.filter((contact) => !kept(contact)).map(valuesOf),
    );
    expect(now.filter(kept)).toEqual(after.filter(kept));

    expect(await request(redo, { type: 'undo', importId: undo })).toMatchObject({
      state: 'DONE',
      counts: { total: 2097, applied: 2097 },
    });
    expect((await contactsNow()).map(valuesOf)).toEqual(after.map(valuesOf));
    expect(await walkHistories(database, institution)).toMatchObject({ faults: [], changes: 2100 + 3 + 2097 + 2097 });
  }, 600_000);
});
