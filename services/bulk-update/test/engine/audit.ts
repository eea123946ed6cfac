import { expect } from '@jest/globals';
import type { PlannedLine } from '@roundtrip/contracts';
import {
  type ChunkDocument,
  chunkIdRange,
  type ContactDocument,
  institutionIdRange,
  searchKeysOf,
  type WholeDatabase,
  walkHistories,
} from '@roundtrip/database';
import { chunkId } from '../../src/chunks.repository.js';
import { type GivenImport, headerOf, plannedChunks, requester } from '../imports.js';
import { type Happening, orderThatExplains } from './explain.js';

export interface Audited {
  database: WholeDatabase;
  institution: string;
  /** All contacts as they were before any of the imports. */
  before: readonly ContactDocument[];
  imports: readonly GivenImport[];
  /** Changes that came from elsewhere: importId of each. */
  foreign?: readonly string[];
}

/** Everything that must hold whatever has happened to the workers, once all imports are over. */
export async function audit({ database, institution, before, imports, foreign = [] }: Audited): Promise<void> {
  expect((await walkHistories(database, institution)).faults).toEqual([]);
  const happenings = new Map<string, Happening[]>();
  const note = (contactNumber: string, happening: Happening): void => {
    happenings.set(contactNumber, [...(happenings.get(contactNumber) ?? []), happening]);
  };
  for (const given of imports) {
    const outcome = await database.outcomes.findOne({ _id: given.importId });
    if (!outcome) throw new Error(`Import ${given.importId} has no end`);
    const counted = { applied: 0, unchanged: 0, rejected: 0 };
    for (const { line, happening } of await happeningsOf(database, given)) {
      if (happening.report?.rejected) counted.rejected += 1;
      else if (happening.entry) counted.applied += 1;
      else counted.unchanged += 1;
      note(line.contactNumber ?? '', happening);
    }
    expect({ importId: given.importId, ...outcome.counts }).toMatchObject({ importId: given.importId, ...counted });
    await expectRefusalsKept(database, given);
  }
  for (const importId of foreign) {
    for await (const chunk of database.chunks.find({ _id: chunkIdRange(importId) })) {
      for (const entry of chunk.entries) {
        note(entry.contactNumber, { importId, chunk, entry, report: undefined, writes: true });
      }
    }
  }
  const first = new Map(before.map((contact) => [contact.contactNumber, contact]));
  const last = new Map(
    (await database.contacts.find({ _id: institutionIdRange(institution) }).toArray()).map((contact) => [
      contact.contactNumber,
      contact,
    ]),
  );
  // A contact is found by what it holds, whoever wrote it last.
  for (const contact of last.values()) {
    if (contact.searchKeys) expect(contact.searchKeys).toEqual(searchKeysOf(contact));
    delete contact.searchKeys;
  }
  for (const number of new Set([...first.keys(), ...last.keys(), ...happenings.keys()])) {
    const all = happenings.get(number) ?? [];
    if (!orderThatExplains(first.get(number), all, last.get(number))) {
      throw new Error(
        `No order explains ${number}: ${JSON.stringify({ first: first.get(number), all, last: last.get(number) })}`,
      );
    }
    // Whom nobody changed is there byte for byte, in the order of its keys.
    if (!all.some(({ entry, writes }) => entry && writes)) {
      const { searchKeys: _, ...was } = first.get(number) ?? {};
      expect(JSON.stringify(last.get(number) ?? {})).toBe(JSON.stringify(was));
    }
  }
}

async function happeningsOf(
  database: WholeDatabase,
  given: GivenImport,
): Promise<{ line: PlannedLine; happening: Happening }[]> {
  const { importId, dataType = 'authorisations', onConflict = 'reject', overwriteRefusals = false, undoOf } = given;
  const { fields = [], requestedBy = requester, action } = given;
  const rules = { dataType, onConflict, overwriteRefusals, undoOf, fields, requestedBy, header: headerOf(given) };
  const found: { line: PlannedLine; happening: Happening }[] = [];
  for (const [index, lines] of plannedChunks(given).entries()) {
    const documents = await documentsOf(database, chunkId(importId, index));
    for (const [place, line] of lines.entries()) {
      const chunk = documents.find(({ next = Infinity }) => place < next);
      if (!chunk || chunk.notAttempted) continue;
      const [entry, report] = [only(chunk.entries, line, chunk), only(chunk.reports, line, chunk)];
      expect([line.line, Boolean(entry && report?.rejected)]).toEqual([line.line, false]);
      found.push({ line, happening: { importId, chunk, line, rules, writes: action !== 'check', entry, report } });
    }
  }
  return found;
}

/** A chunk's decisions, in the order of its lines. */
const documentsOf = (database: WholeDatabase, chunk: string): Promise<ChunkDocument[]> =>
  database.chunks
    .find({ _id: { $gte: chunk, $lt: `${chunk};` } })
    .sort({ _id: 1 })
    .toArray();

function only<T extends { line: number }>(items: readonly T[], { line }: PlannedLine, chunk: ChunkDocument) {
  const [item, ...more] = items.filter((candidate) => candidate.line === line);
  if (more.length > 0) throw new Error(`Chunk ${chunk._id} has line ${line} more than once`);
  return item;
}

/** What was False at the moment of writing is it no longer only from a file that knew of it, or by an administrator's word. */
async function expectRefusalsKept(database: WholeDatabase, given: GivenImport): Promise<void> {
  const mayOverrule = given.overwriteRefusals === true && given.requestedBy?.role === 'admin';
  if (mayOverrule) return;
  const lines = new Map(plannedChunks(given).flatMap((chunk) => chunk.map((line) => [line.line, line] as const)));
  for await (const { entries } of database.chunks.find({ _id: chunkIdRange(given.importId) })) {
    for (const { line, before, after } of entries) {
      for (const [path, value] of Object.entries(after)) {
        if (!path.startsWith('authorisations.') || before[path] !== false || value === false) continue;
        const index = given.fields?.findIndex((field) => field.path === path);
        const change = lines.get(line)?.changes.find(({ field }) => field === index);
        const { importId, undoOf = 'none' } = given;
        expect({ importId, line, path, undoOf, old: change?.old }).toMatchObject({
          undoOf: 'none',
          old: { value: false },
        });
      }
    }
  }
}
