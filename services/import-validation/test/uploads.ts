import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import {
  type EventData,
  importRequested,
  type importRequestedV1,
  planChunkKey,
  type PlannedLine,
  plannedLine,
} from '@roundtrip/contracts';
import type { AuthorisationDocument, CriterionDocument, ImportJobDocument, WholeDatabase } from '@roundtrip/database';
import { createZip, type ObjectStore, sha256 } from '@roundtrip/files';
import type { ArrivalOptions, TestService } from '@roundtrip/test-kit';

/** An import as the gateway would have left it, and the plan as bulk-update finds it. */

/** What is wanted, as it stands in the job, and as messages said it before that was enough. */
export type Request = EventData<typeof importRequestedV1>;

export async function givenDefinitions(database: WholeDatabase, institution: string): Promise<void> {
  const common = { institution, rank: 1, active: true, version: 1, appliedRequests: [] };
  const values = ['ROCK', 'JAZZ'].map((code, index) => ({ code, name: code, rank: index + 1, active: true }));
  const criterion = (code: string, more: Partial<CriterionDocument>): CriterionDocument => ({
    ...common,
    _id: `${institution}:${code}`,
    code,
    name: `Name of ${code}`,
    kind: 'TEXT',
    values: [],
    ...more,
  });
  const authorisation: AuthorisationDocument = {
    ...common,
    _id: `${institution}:EMAIL`,
    code: 'EMAIL',
    name: 'By e-mail',
  };
  await database.criteria.insertMany([
    criterion('GENRE', { kind: 'LIST', values }),
    criterion('NOTE', { rank: 2 }),
    criterion('GONE', { rank: 3, active: false }),
  ]);
  await database.authorisations.insertOne(authorisation);
}

const hashes = new Map<string, string>();

export async function givenUpload(store: ObjectStore, importId: string, content: string | Buffer): Promise<void> {
  hashes.set(importId, sha256(Buffer.from(content)));
  await store.put('uploads', `uploads/${importId}`, Buffer.from(content));
}

/** What the gateway has noted of an upload. */
export const uploadOf = (importId: string) => ({
  objectKey: `uploads/${importId}`,
  sizeBytes: 1,
  sha256: hashes.get(importId) ?? '',
});

export function requestOf(importId: string, institution: string, more: Partial<Request> = {}): Request {
  return {
    importId,
    institution,
    dataType: 'criteria',
    action: 'check',
    onConflict: 'reject',
    overwriteRefusals: false,
    source: { type: 'upload', ...uploadOf(importId) },
    requestedBy: { keyId: 'key_1', name: 'Operator', role: 'operator' },
    requestedAt: '2026-01-02T03:04:05.000Z',
    ...more,
  };
}

/** What the gateway writes before it says anything; what a test has written of the job before stays. */
export async function givenJob(database: WholeDatabase, request: Request): Promise<void> {
  const { importId, source, requestedAt, ...choices } = request;
  const from =
    source.type === 'undo'
      ? { undoOf: source.importId }
      : {
          file: {
            objectKey: source.objectKey,
            sizeBytes: source.sizeBytes,
            sha256: source.sha256,
            name: 'contacts.csv',
          },
        };
  const job: Partial<ImportJobDocument> = { type: 'import', ...choices, ...from, requestedAt: new Date(requestedAt) };
  await database.jobs.updateOne({ _id: importId }, { $set: job }, { upsert: true });
}

/** The job is written, and then its message comes. */
export async function receivesRequest(
  service: TestService,
  database: WholeDatabase,
  request: Request,
  options?: ArrivalOptions,
): Promise<void> {
  await givenJob(database, request);
  const { importId, institution, requestedAt } = request;
  await service.receives(importRequested, { importId, institution, requestedAt }, options);
}

export async function chunkKeys(store: ObjectStore, importId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list('plans', `${importId}/`)) keys.push(key);
  return keys;
}

/** The lines of each chunk, each checked against its contract; of the only attempt unless it is named. */
export async function readPlan(
  store: ObjectStore,
  importId: string,
  chunks: number,
  attempt?: string,
): Promise<PlannedLine[][]> {
  const attempts = new Set((await chunkKeys(store, importId)).map((key) => key.split('/').at(-2)));
  attempts.delete(importId);
  const [only, ...others] = attempt === undefined ? [...attempts] : [attempt];
  if (others.length > 0) throw new Error(`There are ${attempts.size} attempts at ${importId}`);
  const read = async (chunk: number): Promise<PlannedLine[]> => {
    const packed = await buffer(await store.get('plans', planChunkKey(importId, chunk, only)));
    const lines = gunzipSync(packed).toString().split('\n');
    return lines.slice(0, -1).map((line) => plannedLine.parse(JSON.parse(line)));
  };
  return Promise.all(Array.from({ length: chunks }, (_, chunk) => read(chunk)));
}

export const zipOf = (files: Record<string, string>): Promise<Buffer> =>
  buffer(
    createZip(
      Object.entries(files).map(([name, content]) => ({ name, content: Readable.from([Buffer.from(content)]) })),
    ),
  );
