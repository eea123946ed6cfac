import { Injectable } from '@nestjs/common';
import {
  type ChunkDocument,
  type ChunkEntry,
  type ContactDocument,
  contactId,
  Database,
  isDuplicateKey,
  retryTransient,
} from '@roundtrip/contacts';
import { contactUpdates, newContacts } from './contact-writes.js';

export type ContactHead = Pick<ContactDocument, 'rev' | 'lastChange'>;

@Injectable()
export class ContactsRepository {
  constructor(private readonly database: Database) {}

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
    const updates = contactUpdates(chunk, entries);
    const created = newContacts(chunk, entries);
    let applied = 0;
    if (updates.length > 0) {
      const result = await retryTransient(() => this.database.contacts.bulkWrite(updates, { ordered: false }));
      applied += result.matchedCount;
    }
    if (created.length > 0) applied += await retryTransient(() => this.insert(created));
    return applied;
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

  /** Of these unknown numbers, those that are known with more leading zeros: unknown → known. */
  async withLeadingZeros(institution: string, numbers: readonly string[]): Promise<Map<string, string>> {
    const digits = numbers.filter((number) => /^\d{1,19}$/.test(number));
    if (digits.length === 0) return new Map();
    const lengths = await this.lengthsOfZeroNumbers(institution);
    const candidates = new Map<string, string>();
    for (const number of digits) {
      for (const length of lengths) {
        if (length > number.length) candidates.set(number.padStart(length, '0'), number);
      }
    }
    if (candidates.size === 0) return new Map();
    const known = await this.heads(institution, [...candidates.keys()]);
    return new Map([...known.keys()].map((number) => [candidates.get(number) as string, number]));
  }

  /** Numbers with leading zeros are of few lengths in an institution: a sample tells them without trying all twenty. */
  private async lengthsOfZeroNumbers(institution: string): Promise<number[]> {
    const sample = await retryTransient(() =>
      this.database.contacts
        .find({ _id: { $gte: contactId(institution, '0'), $lt: contactId(institution, '1') } })
        .project<Pick<ContactDocument, 'contactNumber'>>({ contactNumber: 1 })
        .limit(100)
        .toArray(),
    );
    return [...new Set(sample.map((contact) => contact.contactNumber.length))].slice(0, 4);
  }
}
