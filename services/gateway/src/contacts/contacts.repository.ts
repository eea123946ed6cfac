import { Injectable } from '@nestjs/common';
import {
  type ContactDocument,
  contactId,
  contactIdRange,
  Database,
  type Definitions,
  identifierText,
  loadDefinitions,
  storedForms,
} from '@roundtrip/contacts';
import { HeavyReads, type ReadLimit } from '../reads/heavy-reads.service.js';
import { type ContactSummaryDocument, contactSummaryFields } from './contact-summary.js';
import { type SearchCondition, searchCondition } from './contact-search.rules.js';

/** No index knows the beginnings of names in any case, so that a search reads; it does so in steps, to stop in time. */
const STEP_CONTACTS = 20_000;
const SEARCH_MS = 3_000;

export interface FoundContacts {
  contacts: ContactSummaryDocument[];
  /** Number of the last contact that was looked at; undefined at the end. */
  next?: string;
}

type Reading = { limit: number } & Partial<ReadLimit>;

interface Scan {
  institution: string;
  condition: SearchCondition;
  /** `_id` of the last contact that was looked at. */
  position: string | undefined;
  limit: number;
}

@Injectable()
export class ContactsRepository {
  constructor(
    private readonly database: Database,
    private readonly heavy: HeavyReads,
  ) {}

  async find(institution: string, contactNumber: string): Promise<ContactDocument | undefined> {
    // A number is what is seen of it; a contact that is older than this rule is called exactly so.
    const numbers = [...new Set([contactNumber, ...storedForms(identifierText(contactNumber))])];
    const ids = numbers.map((number) => contactId(institution, number));
    const found = await this.database.contacts.find({ _id: { $in: ids } }).toArray();
    return numbers.flatMap((number) => found.find((contact) => contact.contactNumber === number) ?? [])[0];
  }

  definitions(institution: string): Promise<Definitions> {
    return loadDefinitions(this.database, institution);
  }

  /**
   * Contacts by number, from the one after `after`; fewer than `limit` when the time is over before they are found.
   *
   * @throws Problem 429 when the institution searches too much at once
   */
  async search(
    institution: string,
    { query, after, limit }: { query: string; after: string | undefined; limit: number },
  ): Promise<FoundContacts> {
    const condition = searchCondition(query);
    const position = after === undefined ? undefined : contactId(institution, after);
    return condition
      ? this.heavy.run(institution, (database, timeLimit) =>
          this.scan(database, timeLimit, { institution, condition, position, limit }),
        )
      : this.list(institution, position, limit);
  }

  private async list(institution: string, position: string | undefined, limit: number): Promise<FoundContacts> {
    const contacts = await this.read(
      this.database,
      { _id: contactsAfter(institution, position) },
      { limit: limit + 1 },
    );
    return pageOf(contacts, limit);
  }

  private async scan(
    database: Database,
    timeLimit: ReadLimit,
    { institution, condition, position: start, limit }: Scan,
  ): Promise<FoundContacts> {
    const startedAt = Date.now();
    const contacts: ContactSummaryDocument[] = [];
    let position = start;
    do {
      const from = contactsAfter(institution, position);
      const end = await this.stepEnd(database, from, timeLimit);
      const within = end === undefined ? from : { ...from, $lte: end };
      const missing = limit - contacts.length + 1;
      const found = await this.read(database, { _id: within, ...condition }, { limit: missing, ...timeLimit });
      contacts.push(...found);
      if (contacts.length > limit || end === undefined) return pageOf(contacts, limit);
      position = end;
    } while (Date.now() - startedAt < SEARCH_MS);
    return { contacts, next: position.slice(institution.length + 1) };
  }

  private read(database: Database, filter: object, options: Reading): Promise<ContactSummaryDocument[]> {
    return database.contacts
      .find<ContactSummaryDocument>(filter, { projection: { _id: 0, ...contactSummaryFields }, ...options })
      .sort({ _id: 1 })
      .toArray();
  }

  /** `_id` of the last contact of this step; undefined when there are no more contacts than that. */
  private async stepEnd(database: Database, range: object, timeLimit: ReadLimit): Promise<string | undefined> {
    const [end] = await database.contacts
      .find<{ _id: string }>({ _id: range }, { projection: { _id: 1 }, ...timeLimit })
      .sort({ _id: 1 })
      .skip(STEP_CONTACTS - 1)
      .limit(1)
      .toArray();
    return end?._id;
  }
}

function contactsAfter(institution: string, position: string | undefined): object {
  const range = contactIdRange(institution);
  return position === undefined ? range : { $gt: position, $lt: range.$lt };
}

/** A page of one contact more than its limit: that one tells that it goes on. */
function pageOf(contacts: readonly ContactSummaryDocument[], limit: number): FoundContacts {
  const last = contacts.length > limit ? contacts[limit - 1] : undefined;
  return { contacts: contacts.slice(0, limit), ...(last && { next: last.contactNumber }) };
}
