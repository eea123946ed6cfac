import { Injectable } from '@nestjs/common';
import {
  type ChunkDocument,
  type ChunkEntry,
  type ContactDocument,
  contactId,
  isDuplicateKey,
  retryTransient,
  searchedFields,
} from '@roundtrip/database';
import { changesSearchKeys, contactUpdates, newContacts, type SearchedContact } from './contact-writes.js';
import { BulkUpdateDatabase } from './database.js';

export type ContactHead = Pick<ContactDocument, 'rev' | 'lastChange'>;

@Injectable()
export class ContactsRepository {
  constructor(private readonly database: BulkUpdateDatabase) {}

  /** The contacts with these numbers, by number, with what decisions need; `paths` are the fields of the file. */
  async read(
    institution: string,
    numbers: readonly string[],
    paths: readonly string[],
  ): Promise<Map<string, ContactDocument>> {
    const base = ['contactNumber', 'email', 'valid', 'anonymised', 'rev', 'lastChange'];
    const projection = Object.fromEntries([...new Set([...base, ...paths])].map((path) => [path, 1 as const]));
    const found = await retryTransient(() =>
      this.database.contacts
        .find({ _id: { $in: numbers.map((number) => contactId(institution, number)) } }, { projection })
        .toArray(),
    );
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
  async apply(chunk: ChunkDocument, entries: readonly ChunkEntry[]): Promise<number> {
    const updates = contactUpdates(chunk, entries, await this.searched(chunk.institution, entries));
    const created = newContacts(chunk, entries);
    let applied = 0;
    if (updates.length > 0) {
      const result = await retryTransient(() => this.database.contacts.bulkWrite(updates, { ordered: false }));
      applied += result.matchedCount;
    }
    if (created.length > 0) applied += await retryTransient(() => this.insert(created));
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
