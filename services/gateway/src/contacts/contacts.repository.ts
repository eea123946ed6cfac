import { Injectable } from '@nestjs/common';
import {
  type ContactDocument,
  contactId,
  institutionIdRange,
  countCandidates,
  Database,
  haveAllKeys,
  type KeyCondition,
  loadDefinitions,
  SEARCH_INDEX,
} from '@roundtrip/database';
import { type Definitions, identifierText, storedForms } from '@roundtrip/fields';
import { HeavyReads, type ReadLimit } from '../reads/heavy-reads.service.js';
import { type ContactSummaryDocument, contactSummaryFields } from './contact-summary.js';
import { type SearchCondition, searchCondition, searchKeyCondition } from './contact-search.rules.js';

/** Contacts that are looked at at once: where many are found, a page of the first is soon full. */
const STEP_CONTACTS = 20_000;
const SEARCH_MS = 3_000;
/** So few that the index names them sooner than any step is read. */
const RARE_CONTACTS = 2_000;

export interface FoundContacts {
  contacts: ContactSummaryDocument[];
  /** Number of the last contact that was looked at; undefined at the end. */
  next?: string;
}

type Reading = { limit: number; hint?: string } & Partial<ReadLimit>;

interface Search {
  database: Database;
  timeLimit: ReadLimit;
  institution: string;
  query: string;
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
  async page(
    institution: string,
    { query, after, limit }: { query: string; after: string | undefined; limit: number },
  ): Promise<FoundContacts> {
    const condition = searchCondition(query);
    const position = after === undefined ? undefined : contactId(institution, after);
    return condition
      ? this.heavy.run(institution, (database, timeLimit) =>
          this.search({ database, timeLimit, institution, query, condition, position, limit }),
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

  /**
   * By the index, as long as every contact is in it. Of what many begin with it names more than a page needs: then the first step
   * of contacts, in the order of their numbers, fills the page sooner.
   */
  private async search(search: Search): Promise<FoundContacts> {
    const { contacts } = search.database;
    const keys = searchKeyCondition(search.institution, search.query);
    if (!keys || !(await haveAllKeys(contacts, search.timeLimit))) return this.inSteps(search);
    const candidates = await countCandidates(contacts, keys, RARE_CONTACTS + 1, search.timeLimit);
    if (candidates > RARE_CONTACTS) {
      const { found, end } = await this.step(search, search.position, search.limit + 1);
      if (found.length > search.limit || end === undefined) return pageOf(found, search.limit);
    }
    return this.byIndex(search, keys);
  }

  private async byIndex(search: Search, keys: KeyCondition): Promise<FoundContacts> {
    const { database, institution, condition, position, limit, timeLimit } = search;
    const filter = { _id: contactsAfter(institution, position), ...condition, $and: [keys] };
    const found = await this.read(database, filter, { limit: limit + 1, hint: SEARCH_INDEX, ...timeLimit });
    return pageOf(found, limit);
  }

  private async inSteps(search: Search): Promise<FoundContacts> {
    const { institution, limit } = search;
    const startedAt = Date.now();
    const contacts: ContactSummaryDocument[] = [];
    let { position } = search;
    do {
      const { found, end } = await this.step(search, position, limit - contacts.length + 1);
      contacts.push(...found);
      if (contacts.length > limit || end === undefined) return pageOf(contacts, limit);
      position = end;
    } while (Date.now() - startedAt < SEARCH_MS);
    return { contacts, next: position.slice(institution.length + 1) };
  }

  private async step(
    { database, institution, condition, timeLimit }: Search,
    position: string | undefined,
    limit: number,
  ): Promise<{ found: ContactSummaryDocument[]; end: string | undefined }> {
    const from = contactsAfter(institution, position);
    const end = await this.stepEnd(database, from, timeLimit);
    const within = end === undefined ? from : { ...from, $lte: end };
    return { found: await this.read(database, { _id: within, ...condition }, { limit, ...timeLimit }), end };
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
  const range = institutionIdRange(institution);
  return position === undefined ? range : { $gt: position, $lt: range.$lt };
}

/** A page of one contact more than its limit: that one tells that it goes on. */
function pageOf(contacts: readonly ContactSummaryDocument[], limit: number): FoundContacts {
  const last = contacts.length > limit ? contacts[limit - 1] : undefined;
  return { contacts: contacts.slice(0, limit), ...(last && { next: last.contactNumber }) };
}
