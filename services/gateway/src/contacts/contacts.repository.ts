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
import { type ContactSummaryDocument, contactSummaryFields } from './contact-summary.js';
import { searchCondition } from './contact-search.rules.js';

/** No index knows the beginnings of names in any case, so that a search reads; it does so in steps, to stop in time. */
const STEP_CONTACTS = 20_000;
const SEARCH_MS = 3_000;

export interface FoundContacts {
  contacts: ContactSummaryDocument[];
  /** Number of the last contact that was looked at; undefined at the end. */
  next?: string;
}

@Injectable()
export class ContactsRepository {
  constructor(private readonly database: Database) {}

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

  /** Contacts by number, from the one after `after`; fewer than `limit` when the time is over before they are found. */
  async search(institution: string, query: string, after: string | undefined, limit: number): Promise<FoundContacts> {
    const condition = searchCondition(query);
    const range = contactIdRange(institution);
    const startedAt = Date.now();
    const contacts: ContactSummaryDocument[] = [];
    let position = after === undefined ? undefined : contactId(institution, after);
    do {
      const from = position === undefined ? range : { $gt: position, $lt: range.$lt };
      const end = condition && (await this.stepEnd(from));
      const within = end === undefined ? from : { ...from, $lte: end };
      const found = await this.read({ _id: within, ...condition }, limit - contacts.length + 1);
      contacts.push(...found);
      if (contacts.length > limit)
        return { contacts: contacts.slice(0, limit), next: contacts[limit - 1]!.contactNumber };
      if (end === undefined) return { contacts };
      position = end;
    } while (Date.now() - startedAt < SEARCH_MS);
    return { contacts, next: position.slice(institution.length + 1) };
  }

  private read(filter: object, limit: number): Promise<ContactSummaryDocument[]> {
    return this.database.contacts
      .find<ContactSummaryDocument>(filter, { projection: { _id: 0, ...contactSummaryFields } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
  }

  /** `_id` of the last contact of this step; undefined when there are no more contacts than that. */
  private async stepEnd(range: object): Promise<string | undefined> {
    const [end] = await this.database.contacts
      .find<{ _id: string }>({ _id: range }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .skip(STEP_CONTACTS - 1)
      .limit(1)
      .toArray();
    return end?._id;
  }
}
