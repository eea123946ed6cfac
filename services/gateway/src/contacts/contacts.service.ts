import { Injectable } from '@nestjs/common';
import { requesterIn } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Page, type PageQuery, readCursor, writeCursor } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { notFound } from '../http/problem.errors.js';
import { JobsRepository } from '../jobs/jobs.repository.js';
import { type ContactBody, type ContactChange, toChange, toContact } from './contact-view.js';
import { ContactHistoryRepository, type HistoryEntry } from './contact-history.repository.js';
import { type ContactSummary, toContactSummary } from './contact-summary.js';
import { ContactsRepository } from './contacts.repository.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly histories: ContactHistoryRepository,
    private readonly jobs: JobsRepository,
  ) {}

  async search(who: Principal, query: string, { limit, cursor }: PageQuery): Promise<Page<ContactSummary>> {
    const after = readCursor(cursor, z.string());
    const { contacts, next } = await this.contacts.page(who.institution, { query, after, limit });
    return { items: contacts.map(toContactSummary), nextCursor: next === undefined ? null : writeCursor(next) };
  }

  async get(who: Principal, contactNumber: string): Promise<ContactBody> {
    const [contact, definitions] = await Promise.all([
      this.requireContact(who, contactNumber),
      this.contacts.definitions(who.institution),
    ]);
    return toContact(contact, definitions);
  }

  async history(who: Principal, contactNumber: string, { limit, cursor }: PageQuery): Promise<Page<ContactChange>> {
    const { contactNumber: storedNumber, lastChange } = await this.requireContact(who, contactNumber);
    const definitions = await this.contacts.definitions(who.institution);
    const entries: HistoryEntry[] = [];
    let next = readCursor(cursor, z.string()) ?? lastChange;
    while (next !== null && entries.length < limit) {
      const entry = await this.histories.entry(who.institution, storedNumber, next);
      if (!entry) break;
      entries.push(entry);
      next = entry.previous;
    }
    // Of people the decisions know no name.
    const requesters = await this.jobs.requesters(
      who.institution,
      entries.map(({ importId }) => importId),
    );
    const items = entries.map((entry) =>
      toChange(entry, requesters.get(entry.importId) ?? requesterIn(entry.by), definitions),
    );
    return { items, nextCursor: items.length === limit && next !== null ? writeCursor(next) : null };
  }

  private async requireContact(who: Principal, contactNumber: string): Promise<ContactDocument> {
    const contact = await this.contacts.find(who.institution, contactNumber);
    if (!contact) throw notFound('contact');
    return contact;
  }
}
