import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type ContactDocument, SEARCH_INDEX, searchedFields, searchKeysOf } from '@roundtrip/database';
import { Repeater } from '@roundtrip/service';
import { BulkUpdateDatabase } from './database.js';

const BATCH = 500;
const PAUSE_MS = 600_000;
const FIRST_PAUSE_MS = 5_000;

/**
 * Gives contacts that are older than the search keys theirs: until all have some, a search looks at every contact, as it may miss
 * nobody. What a contact holds does not change by it, and so neither `rev` nor history; a write that comes in between has written its own.
 */
@Injectable()
export class SearchKeysFill implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly repeater: Repeater;
  private stopping = false;

  constructor(private readonly database: BulkUpdateDatabase) {
    const logger = new Logger(SearchKeysFill.name);
    this.repeater = new Repeater(PAUSE_MS, () => this.fill(), logger, FIRST_PAUSE_MS);
  }

  onApplicationBootstrap(): void {
    this.repeater.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.repeater.stop();
  }

  async fill(): Promise<void> {
    const { contacts } = this.database;
    const projection = Object.fromEntries(['institution', 'rev', ...searchedFields].map((path) => [path, 1 as const]));
    const hint = SEARCH_INDEX;
    while (!this.stopping) {
      const found = await contacts
        .find<ContactDocument>({ searchKeys: { $exists: false } }, { projection, hint, limit: BATCH })
        .toArray();
      if (found.length === 0) return;
      const { matchedCount } = await contacts.bulkWrite(
        found.map((contact) => ({
          updateOne: {
            filter: { _id: contact._id, rev: contact.rev },
            update: { $set: { searchKeys: searchKeysOf(contact) } },
          },
        })),
        { ordered: false },
      );
      if (matchedCount === 0) return;
    }
  }
}
