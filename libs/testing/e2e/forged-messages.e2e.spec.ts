import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chunkReady,
  type EventData,
  type EventDefinition,
  importCancelled,
  importRequested,
  jobAbandoned,
  type ServiceName,
  validationCompleted,
} from '@roundtrip/contracts';
import { clientAccess, DeadLetters, kafkaAccess } from '@roundtrip/kafka';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { Client, eventually, finished } from '../src/stack/client.js';
import { downloadTemplate } from '../src/stack/download-template.js';
import { editAuthorisations } from '../src/stack/edited-file.js';
import { type Stack, startStack } from '../src/stack/start-stack.js';
import { walkHistories } from '../src/stack/walk-histories.js';

/** Whoever can write to the topics, and to nothing else: what they say counts for nothing that the product has not written down itself. */
describe('a forged message', () => {
  let stack: Stack;
  let producer: Producer;
  let letters: DeadLetters;
  let admin: Client;
  /** Of a file that would change some contacts. */
  let csv: string;
  let changed: number;
  let forgedId: string;
  let count = 0;

  beforeAll(async () => {
    stack = await startStack({ contacts: 60 });
    const access = kafkaAccess(stack.env);
    producer = new Kafka({ clientId: 'spec', ...clientAccess(access), logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    letters = new DeadLetters(access);
    admin = new Client(stack.url, stack.keys.admin);
    ({ csv, changed } = editAuthorisations(await downloadTemplate(admin, 'authorisations', 60), 0.3, 1));
  }, 240_000);
  afterAll(async () => {
    await producer?.disconnect();
    await stack?.stop();
  }, 60_000);
  beforeEach(() => {
    forgedId = `imp_forged${count++}`;
  });

  const says = <D extends EventDefinition>(definition: D, data: EventData<D>) =>
    producer.send({
      topic: definition.topic,
      messages: [
        {
          key: definition.key(data),
          value: JSON.stringify(data),
          headers: { 'event-id': `forged:${definition.id(data)}`, producer: definition.producer },
        },
      ],
    });
  const setAside = (service: ServiceName, { topic }: EventDefinition, jobId: string) =>
    eventually(async () => {
      const found = (await letters.read([service])).filter(
        (letter) => letter.topic === topic && letter.key?.toString().startsWith(jobId),
      );
      return found.at(-1)?.reasonCode;
    });
  const check = () => admin.import(csv, { dataType: 'authorisations', action: 'check' });
  const update = () => admin.import(csv, { dataType: 'authorisations', action: 'update' });
  const administrator = { keyId: 'key_forged', name: 'Administrator', role: 'admin' as const };
  const wish = (importId: string, objectKey: string): EventData<typeof importRequested> => ({
    importId,
    institution: 'demo',
    dataType: 'authorisations',
    action: 'update',
    onConflict: 'overwrite',
    overwriteRefusals: true,
    source: { type: 'upload', objectKey, sizeBytes: csv.length, sha256: '0'.repeat(64) },
    requestedBy: administrator,
    requestedAt: new Date().toISOString(),
  });
  const nothingOf = async (importId: string) => {
    const { validations, chunks, outcomes, jobs, contacts } = stack.database;
    expect(await validations.findOne({ _id: importId })).toBeNull();
    expect(await outcomes.findOne({ _id: importId })).toBeNull();
    expect(await jobs.findOne({ _id: importId })).toBeNull();
    expect(await chunks.countDocuments({ importId })).toBe(0);
    expect(await contacts.countDocuments({ lastChange: { $regex: importId } })).toBe(0);
  };

  it('that an import is wanted changes no contact and makes no history in anybody’s name', async () => {
    const uploaded = await check();
    await finished(admin, uploaded);
    const contacts = await stack.database.contacts.find().sort({ _id: 1 }).toArray();

    await says(importRequested, wish(forgedId, uploaded));
    expect(await setAside('import-validation', importRequested, forgedId)).toBe('JOB_UNKNOWN');
    const said = { importId: forgedId, institution: 'demo', action: 'update' as const, chunks: 1, lines: 60 };
    await says(validationCompleted, said);
    expect(await setAside('bulk-update', validationCompleted, forgedId)).toBe('JOB_UNKNOWN');
    await says(chunkReady, { importId: forgedId, chunk: 0, lanes: 1 });
    expect(await setAside('bulk-update', chunkReady, forgedId)).toBe('JOB_UNKNOWN');

    await nothingOf(forgedId);
    expect(await stack.database.contacts.find().sort({ _id: 1 }).toArray()).toEqual(contacts);
    expect(await walkHistories(stack.database, 'demo')).toMatchObject({ faults: [], changes: 0 });
  }, 120_000);

  it('that a check is an update, of another file, or that its plan is to be applied, leaves it a check', async () => {
    const contacts = await stack.database.contacts.find().sort({ _id: 1 }).toArray();
    let importId = '';
    await stack.whileHeld('import-validation', async () => {
      importId = await check();
      await says(importRequested, wish(importId, importId));
    });
    expect(await finished(admin, importId)).toMatchObject({ state: 'CHECKED', counts: { wouldApply: changed } });
    expect(await setAside('import-validation', importRequested, importId)).toBe('MESSAGE_CONTRADICTED');
    await says(validationCompleted, { importId, institution: 'demo', action: 'update', chunks: 1, lines: 60 });
    expect(await setAside('bulk-update', validationCompleted, importId)).toBe('MESSAGE_CONTRADICTED');
    expect(await stack.database.contacts.find().sort({ _id: 1 }).toArray()).toEqual(contacts);
  }, 120_000);

  it('that an import is cancelled or given up does not end it', async () => {
    let importId = '';
    await stack.whileHeld('import-validation', async () => {
      importId = await update();
      const at = new Date().toISOString();
      await says(importCancelled, { importId, institution: 'demo', cancelledBy: administrator, cancelledAt: at });
      const given = { jobType: 'import' as const, institution: 'demo', code: 'JOB_ABANDONED', detail: 'No.' };
      await says(jobAbandoned, { ...given, jobId: importId, abandonedAt: at });
      for (const [service, definition] of [
        ['bulk-update', importCancelled],
        ['bulk-update', jobAbandoned],
        ['gateway', jobAbandoned],
      ] as const) {
        expect(await setAside(service, definition, importId)).toBe('MESSAGE_CONTRADICTED');
      }
    });
    expect(await finished(admin, importId)).toMatchObject({ state: 'DONE', counts: { applied: changed } });
  }, 120_000);
});
