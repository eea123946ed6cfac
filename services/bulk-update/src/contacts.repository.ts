import { Injectable } from '@nestjs/common';
import {
  type ChunkDocument,
  type ChunkEntry,
  type ContactDocument,
  contactId,
  isDuplicateKey,
  searchedFields,
} from '@roundtrip/database';
import { databaseCall, traced } from '@roundtrip/tracing';
import { changesSearchKeys, contactUpdates, newContacts, type SearchedContact } from './contact-writes.js';
import { BulkUpdateDatabase } from './database.js';
import { FoundContacts } from './found-contacts.js';
import { numberRange } from './number-range.rules.js';

export type ContactHead = Pick<ContactDocument, 'rev' | 'lastChange'>;

type KeysWanted = { $in: string[] } | { $gte: string; $lte: string };

const neededAlways = ['contactNumber', 'email', 'valid', 'anonymised', 'rev', 'lastChange'];
const projectionOf = (paths: readonly string[]): Record<string, 1> =>
  Object.fromEntries([...new Set([...neededAlways, ...paths])].map((path) => [path, 1 as const]));

@Injectable()
export class ContactsRepository {
  constructor(private readonly database: BulkUpdateDatabase) {}

  /**
   * The contacts with these numbers, perhaps others beside them, with what decisions need: one read of a range where the numbers follow each
   * other, as they do in a template. A range costs the server less than so many look-ups, and a request of 30 bytes a line.
   *
   * @param paths the fields that are asked for
   */
  readForDecision(institution: string, numbers: readonly string[], paths: readonly string[]): Promise<FoundContacts> {
    return traced(databaseCall('find', 'contacts', numbers.length), () => this.readKnown(institution, numbers, paths));
  }

  private async readKnown(
    institution: string,
    numbers: readonly string[],
    paths: readonly string[],
  ): Promise<FoundContacts> {
    const range = numberRange(numbers);
    if (range) {
      const { first, last, atMost } = range;
      const _id = { $gte: contactId(institution, first), $lte: contactId(institution, last) };
      const found = await this.readRaw(_id, paths, atMost + 1);
      // Else numbers that nobody could foresee lie between.
      if (found.length <= atMost) return new FoundContacts(found);
    }
    if (numbers.length === 0) return new FoundContacts([]);
    const $in = numbers.map((number) => contactId(institution, number));
    return new FoundContacts(await this.readRaw({ $in }, paths, $in.length));
  }

  private readRaw(_id: KeysWanted, paths: readonly string[], limit: number): Promise<Uint8Array[]> {
    // One batch holds all of them: each further one is a round trip.
    const options = { projection: projectionOf(paths), raw: true, batchSize: limit, limit } as const;
    return this.database.contacts.find<Uint8Array>({ _id }, options).toArray();
  }

  /** The contacts with these numbers, by number, with what decisions need; `paths` are the fields of the file. */
  async read(
    institution: string,
    numbers: readonly string[],
    paths: readonly string[],
  ): Promise<Map<string, ContactDocument>> {
    const projection = projectionOf(paths);
    const found = await this.database.contacts
      .find({ _id: { $in: numbers.map((number) => contactId(institution, number)) } }, { projection })
      .toArray();
    return new Map(found.map((contact) => [contact.contactNumber, contact]));
  }

  async heads(institution: string, numbers: readonly string[]): Promise<Map<string, ContactHead>> {
    return this.read(institution, numbers, []);
  }

  /**
   * Applies entries of a chunk, each at most once whoever runs it: guarded by `rev`.
   *
   * @returns how many were applied by this very call
   */
  apply(chunk: ChunkDocument, entries: readonly ChunkEntry[]): Promise<number> {
    return traced(databaseCall('update', 'contacts', entries.length), () => this.applyOnce(chunk, entries));
  }

  private async applyOnce(chunk: ChunkDocument, entries: readonly ChunkEntry[]): Promise<number> {
    const updates = contactUpdates(chunk, entries, await this.searched(chunk.institution, entries));
    const created = newContacts(chunk, entries);
    let applied = 0;
    if (updates.length > 0) {
      const result = await this.database.contacts.bulkWrite(updates, { ordered: false });
      applied += result.matchedCount;
    }
    if (created.length > 0) applied += await this.insert(created);
    return applied;
  }

  /** Only where names or addresses change: of all other changes this costs nothing. */
  private async searched(
    institution: string,
    entries: readonly ChunkEntry[],
  ): Promise<ReadonlyMap<string, SearchedContact>> {
    const numbers = entries.filter(changesSearchKeys).map(({ contactNumber }) => contactNumber);
    return numbers.length === 0 ? new Map() : this.read(institution, numbers, ['institution', ...searchedFields]);
  }

  private async insert(contacts: ContactDocument[]): Promise<number> {
    try {
      return (await this.database.contacts.insertMany(contacts, { ordered: false })).insertedCount;
    } catch (error) {
      // Some are there already: from an earlier run of this chunk, or from another import. Settling tells which.
      if (isDuplicateKey(error)) return 0;
      throw error;
    }
  }

  /** Of these numbers, those of contacts that may be changed. */
  async usable(institution: string, numbers: readonly string[]): Promise<Set<string>> {
    const found = await this.read(institution, numbers, []);
    const usable = [...found.values()].filter(({ valid, anonymised }) => valid === true && !anonymised);
    return new Set(usable.map(({ contactNumber }) => contactNumber));
  }
}
