import type { FieldValue } from '@roundtrip/contracts';
import { sameValue } from '@roundtrip/fields';
import { chunkIdRange, institutionIdRange } from '../contact-id.js';
import type { Database } from '../database.js';
import type { ChunkEntry, ContactDocument } from '../documents.js';

/**
 * Every contact carries its history as the chain `lastChange → previous → …` of decisions (services/bulk-update/README.md#a-chunks-six-steps). This walks
 * all chains of an institution and names what is wrong with them: the evidence for "nothing is lost or applied twice".
 */
export interface HistoryWalk {
  contacts: number;
  /** Links of all chains together: every change that was ever made by an import. */
  changes: number;
  /** Import → how many changes of it the chains hold. */
  changesOf: Map<string, number>;
  /** What is broken, a sentence each; empty when all is whole. At most a hundred are told. */
  faults: string[];
}

interface Decisions {
  importId: string;
  institution: string;
  entries: Map<string, ChunkEntry>;
  doubles: Set<string>;
}

const rememberedChunks = 500;
const toldFaults = 100;

/**
 * Checks of each contact: every link is there and names the contact once, each rev is one below its successor's, the newest values
 * are the contact's, `before(n + 1) = after(n)` for every field, and whoever was made by an import had nothing before. Of each
 * update that is over: its counts say as many applied lines as the chains hold, and no decision of it is missing from them.
 */
export async function walkHistories(database: Database, institution: string): Promise<HistoryWalk> {
  const walk: HistoryWalk = { contacts: 0, changes: 0, changesOf: new Map(), faults: [] };
  const say = (fault: string): void => {
    if (walk.faults.length < toldFaults) walk.faults.push(fault);
  };
  const decisionsOf = decisionsReader(database);
  const contacts = database.contacts.find({ _id: institutionIdRange(institution) }).sort({ _id: 1 });
  for await (const contact of contacts) {
    walk.contacts += 1;
    for await (const importId of walkHistory(contact, decisionsOf, say)) {
      walk.changes += 1;
      walk.changesOf.set(importId, (walk.changesOf.get(importId) ?? 0) + 1);
    }
  }
  await compareWithOutcomes(database, institution, walk.changesOf, say);
  return walk;
}

/** Reads a chunk's decisions; the last ones are remembered. */
export type DecisionsOf = (chunk: string) => Promise<Decisions | undefined>;

/**
 * The history of one contact, newest first.
 *
 * @param decisionsOf of `decisionsReader`, for several contacts the same
 * @param say is told what is wrong with it, a sentence each
 * @returns the import of each link
 */
export async function* walkHistory(
  contact: ContactDocument,
  decisionsOf: DecisionsOf,
  say: (fault: string) => void,
): AsyncGenerator<string> {
  const values = new Map<string, FieldValue>();
  let rev = contact.rev;
  for (let link = contact.lastChange; link !== null;) {
    const decisions = await decisionsOf(link);
    const entry = decisions?.entries.get(contact.contactNumber);
    if (!decisions || !entry) return say(`${contact._id} at rev ${rev}: chunk ${link} does not know it`);
    const place = `${contact._id} at rev ${rev}, changed by ${link}`;
    if (decisions.institution !== contact.institution) say(`${place}: the chunk is another institution's`);
    if (decisions.doubles.has(contact.contactNumber)) say(`${place}: the chunk names it twice`);
    if (entry.rev !== rev - 1) return say(`${place}: it was decided on rev ${entry.rev}`);
    for (const [path, after] of Object.entries(entry.after)) {
      const then = values.has(path) ? (values.get(path) ?? null) : valueAt(contact, path);
      if (!sameValue(then, after)) say(`${place}: ${path} is not what the change had made it`);
      values.set(path, entry.before[path] ?? null);
    }
    yield decisions.importId;
    rev = entry.rev;
    link = entry.previous;
  }
  if (rev === 0 && [...values.values()].some((value) => value !== null))
    say(`${contact._id}: had values before it was`);
}

async function compareWithOutcomes(
  database: Database,
  institution: string,
  changesOf: ReadonlyMap<string, number>,
  say: (fault: string) => void,
): Promise<void> {
  for await (const { _id: importId, state, counts } of database.outcomes.find({ institution })) {
    const { total, applied, unchanged, rejected, notAttempted } = counts;
    if (total !== applied + unchanged + rejected + notAttempted) say(`${importId}: its counts do not add up`);
    const made = changesOf.get(importId) ?? 0;
    const isUpdate = (await database.validations.findOne({ _id: importId }))?.action === 'update';
    if (made !== (isUpdate ? applied : 0)) say(`${importId}, ${state}: ${applied} applied, the contacts know ${made}`);
    let decided = 0;
    for await (const { entries } of database.chunks.find({ _id: chunkIdRange(importId) })) decided += entries.length;
    if (isUpdate && decided !== made) say(`${importId}, ${state}: ${decided} decided, the contacts know ${made}`);
  }
}

/** Chunks are asked for in about the order of contacts, again and again: the last ones are kept. */
export function decisionsReader(database: Pick<Database, 'chunks'>): DecisionsOf {
  const known = new Map<string, Decisions>();
  return async (id) => {
    let decisions = known.get(id);
    if (!decisions) {
      const chunk = await database.chunks.findOne({ _id: id });
      if (!chunk) return undefined;
      const { importId, institution } = chunk;
      decisions = { importId, institution, entries: new Map(), doubles: new Set() };
      for (const entry of chunk.entries) {
        if (decisions.entries.has(entry.contactNumber)) decisions.doubles.add(entry.contactNumber);
        decisions.entries.set(entry.contactNumber, entry);
      }
    }
    known.delete(id);
    known.set(id, decisions);
    for (const oldest of known.keys()) {
      if (known.size <= rememberedChunks) break;
      known.delete(oldest);
    }
    return decisions;
  };
}

function valueAt(contact: ContactDocument, path: string): FieldValue {
  const [first = '', code] = path.split('.', 2);
  const holder = (code === undefined ? contact : contact[first as 'criteria']) as unknown as Record<string, FieldValue>;
  return Object.hasOwn(holder, code ?? first) ? (holder[code ?? first] ?? null) : null;
}
