import { gzipSync } from 'node:zlib';
import {
  chunkReady,
  type EventData,
  type importCancelled,
  type Issue,
  type Plan,
  planChunkKey,
  type PlannedChange,
  type PlannedField,
  type PlannedLine,
  type Requester,
  validationCompleted,
} from '@roundtrip/contracts';
import { chunkIdRange, type ContactDocument, type ImportJobDocument, type WholeDatabase } from '@roundtrip/database';
import { type ObjectStore, sha256 } from '@roundtrip/files';
import type { TestService } from '@roundtrip/test-kit';

/** An import as import-validation would have left it, and its chunk-ready messages on their way. */

export const emailConsent: PlannedField = {
  path: 'authorisations.EMAIL',
  code: 'EMAIL',
  name: 'E-mail',
  kind: 'AUTHORISATION',
  oldColumn: 1,
  newColumn: 2,
};
export const genre: PlannedField = {
  path: 'criteria.GENRE',
  code: 'GENRE',
  name: 'Genre',
  kind: 'LIST',
  oldColumn: 3,
  newColumn: 4,
};
const header = [
  'CONTACT_NUMBER',
  '[old] EMAIL - E-mail',
  '[new] EMAIL - E-mail',
  '[old] GENRE - Genre',
  '[new] GENRE - Genre',
];
export const requester: Requester = { type: 'key', id: 'key_1', name: 'Operator', role: 'operator' };

export const change = (field: 0 | 1, from: PlannedChange['old'], to: PlannedChange['new']): PlannedChange => ({
  field,
  old: from,
  new: to,
});

export const contactOf = (
  institution: string,
  contactNumber: string,
  over: Partial<ContactDocument> = {},
): ContactDocument => ({
  _id: `${institution}:${contactNumber}`,
  institution,
  contactNumber,
  kind: 'person',
  lastName: 'Müller',
  criteria: {},
  authorisations: {},
  valid: true,
  anonymised: false,
  rev: 1,
  lastChange: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...over,
});

export interface GivenLine {
  contactNumber: string;
  changes: PlannedChange[];
  email?: string;
  writtenNumber?: string;
  /** What import-validation found. */
  issues?: Omit<Issue, 'line'>[];
  /** The cells as they were in the file; else only the number was there. */
  raw?: string[];
}

export interface GivenImport {
  importId: string;
  institution: string;
  /** Per chunk, per line. */
  chunks: GivenLine[][];
  action?: 'check' | 'update';
  onConflict?: 'reject' | 'overwrite';
  overwriteRefusals?: boolean;
  requestedBy?: Requester;
  dataType?: 'authorisations' | 'criteria' | 'contacts';
  fields?: PlannedField[];
  /** What the file was; else a CSV. */
  isWorkbook?: boolean;
  undoOf?: string;
}

const inUse: PlannedField = { path: 'valid', code: 'CONTACT_NUMBER', name: 'In use', kind: 'BOOLEAN', newColumn: 0 };

export const administrator: Requester = { type: 'key', id: 'key_2', name: 'Administration', role: 'admin' };
/** Of an import or an undo: who may end refusals, and says so. */
export const overRefusals = { overwriteRefusals: true, requestedBy: administrator } as const;

/** The undo of an import that is over, as import-validation makes it from its decisions: before and after swapped. */
export async function givenUndo(
  database: WholeDatabase,
  first: GivenImport,
  importId: string,
  choices: Pick<GivenImport, 'overwriteRefusals' | 'requestedBy'> = {},
): Promise<GivenImport> {
  const { institution, dataType, fields = [emailConsent, genre], importId: undoOf } = first;
  const all = dataType === 'contacts' && !fields.includes(inUse) ? [...fields, inUse] : fields;
  const decided = await database.chunks
    .find({ _id: chunkIdRange(undoOf) })
    .sort({ _id: 1 })
    .toArray();
  const chunks = decided
    .filter(({ entries }) => entries.length > 0)
    .map(({ entries }) =>
      entries.map(({ contactNumber, before, after }) => ({
        contactNumber,
        changes: Object.entries(after).map(([path, value]) => ({
          field: all.findIndex((field) => field.path === path),
          old: { value },
          new: before[path] ?? null,
        })),
      })),
    );
  return { importId, institution, undoOf, chunks, fields: all, ...choices, ...(dataType && { dataType }) };
}

/** The lines of its chunks as import-validation writes them. */
export function plannedChunks(given: GivenImport): PlannedLine[][] {
  let row = 1;
  return given.chunks.map((lines) =>
    lines.map(({ issues = [], raw, ...line }) => {
      row += 1;
      const numberOnly = headerOf(given).map((_, column) => (column === 0 ? line.contactNumber : ''));
      return { line: row, ...line, issues: issues.map((issue) => ({ ...issue, line: row })), raw: raw ?? numberOnly };
    }),
  );
}

export function headerOf({ fields }: GivenImport): string[] {
  if (!fields) return header;
  const columns = ['CONTACT_NUMBER'];
  for (const { oldColumn, newColumn, code, name } of fields) {
    if (oldColumn !== undefined) columns[oldColumn] = `[old] ${code} - ${name}`;
    if (newColumn > 0) columns[newColumn] = oldColumn === undefined ? code : `[new] ${code} - ${name}`;
  }
  return columns;
}

export async function givenImport(database: WholeDatabase, store: ObjectStore, given: GivenImport): Promise<void> {
  const chunks = plannedChunks(given);
  const chunkHashes: string[] = [];
  for (const [chunk, lines] of chunks.entries()) {
    const packed = gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    chunkHashes.push(sha256(packed));
    await store.put('plans', planChunkKey(given.importId, chunk), packed);
  }
  const plan: Plan = {
    chunks: given.chunks.length,
    chunkHashes,
    lines: chunks.flat().length,
    blankLines: 0,
    header: headerOf(given),
    delimiter: ',',
    ...(given.isWorkbook && { sheetColumns: headerOf(given).map((_, column) => 'ABCDEFG'[column]!) }),
    fields: given.fields ?? [emailConsent, genre],
    warnings: [],
  };
  const choices = choicesOf(given);
  await givenJob(database, given.importId, choices);
  await database.validations.insertOne({
    _id: given.importId,
    ...choices,
    outcome: 'accepted',
    plan,
    finishedAt: new Date(),
  });
}

const choicesOf = (given: GivenImport) => ({
  institution: given.institution,
  dataType: given.dataType ?? ('authorisations' as const),
  action: given.action ?? ('update' as const),
  onConflict: given.onConflict ?? ('reject' as const),
  overwriteRefusals: given.overwriteRefusals ?? false,
  requestedBy: given.requestedBy ?? requester,
  ...(given.undoOf !== undefined && { undoOf: given.undoOf }),
});

/** What the gateway writes before it says anything. */
export async function givenJob(
  database: WholeDatabase,
  importId: string,
  choices: Partial<ImportJobDocument> & { institution: string },
): Promise<void> {
  const job: Partial<ImportJobDocument> = { type: 'import', state: 'QUEUED', requestedAt: new Date(), ...choices };
  await database.jobs.updateOne({ _id: importId }, { $set: job }, { upsert: true });
}

/** A user wants it to stop: the gateway has written it down. @returns the event that says so */
export async function givenCancellation(
  database: WholeDatabase,
  { importId, institution }: { importId: string; institution: string },
): Promise<EventData<typeof importCancelled>> {
  const at = new Date();
  const cancelled = { cancelRequestedAt: at, cancelRequestedBy: requester };
  await database.jobs.updateOne({ _id: importId }, { $set: cancelled });
  return { importId, institution, cancelledAt: at.toISOString() };
}

/** The event that starts the work. */
export const begins = (
  service: TestService,
  { importId, institution, chunks, action }: GivenImport,
  lines = chunks.flat().length,
): Promise<void> =>
  service.receives(validationCompleted, {
    importId,
    institution,
    action: action ?? 'update',
    chunks: chunks.length,
    lines,
  });

/** Delivers every chunk-ready message of the import, `copies` times each at the same moment, until none is left. */
export async function worksToTheEnd(service: TestService, importId: string, copies = 1): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const ready = service
      .published(chunkReady)
      .filter((data) => data.importId === importId && !done.has(chunkReady.id(data)));
    if (ready.length === 0) return;
    for (const data of ready) done.add(chunkReady.id(data));
    await Promise.all(
      ready.flatMap((data) => Array.from({ length: copies }, () => service.receives(chunkReady, data))),
    );
  }
}
