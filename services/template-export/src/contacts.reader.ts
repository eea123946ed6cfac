import { Injectable } from '@nestjs/common';
import type { Language, Rule } from '@roundtrip/contracts';
import type { Delimiter } from '@roundtrip/csv';
import { Database, loadDefinitions, planRule } from '@roundtrip/database';
import { type Definitions, type FieldDefinition, templatePaths } from '@roundtrip/fields';
import type { ExportedContact } from './contact-line.rules.js';

/** What is known about an institution that a template needs. */
export interface InstitutionSettings {
  definitions: Definitions;
  delimiter: Delimiter;
  language: Language;
}

const BATCH_CONTACTS = 500;

@Injectable()
export class ContactsReader {
  constructor(private readonly database: Database) {}

  /** @throws Error when there is no such institution: its contacts cannot be asked for then */
  async settings(institution: string): Promise<InstitutionSettings> {
    const [definitions, document] = await Promise.all([
      loadDefinitions(this.database, institution),
      this.database.institutions.findOne({ _id: institution }),
    ]);
    if (!document) throw new Error(`There is no institution "${institution}"`);
    return { definitions, delimiter: document.delimiter, language: document.language };
  }

  /** Contacts that a rule holds, in order of contact number; ends by itself when `signal` fires. */
  async *contacts(
    query: { rule: Rule; definitions: Definitions; institution: string; at: Date },
    fields: readonly FieldDefinition[],
    signal: AbortSignal,
  ): AsyncGenerator<ExportedContact[]> {
    const { filter, options } = await planRule(this.database, query);
    const cursor = this.database.contacts.find(filter, {
      ...options,
      projection: projection(fields),
      sort: { _id: 1 },
      batchSize: BATCH_CONTACTS,
    });
    try {
      let more = cursor.hasNext();
      while (await more) {
        signal.throwIfAborted();
        const contacts = cursor.readBufferedDocuments();
        // The next batch is on its way while this one is written. Its error is seen when it is waited for.
        more = cursor.hasNext();
        more.catch(() => {});
        yield contacts;
      }
    } finally {
      await cursor.close();
    }
  }
}

function projection(fields: readonly FieldDefinition[]): Record<string, 0 | 1> {
  return { _id: 0, ...Object.fromEntries(templatePaths(fields).map((path) => [path, 1 as const])) };
}
