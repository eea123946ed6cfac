import { Injectable } from '@nestjs/common';
import { contactId, Database } from '@roundtrip/database';
import type { ComparedName } from './encoding.rules.js';
import type { NameCell } from './name-cells.js';

/** What the contacts are called whose names a file carries. */
@Injectable()
export class ContactNamesReader {
  constructor(private readonly database: Database) {}

  /** Of the cells, those whose contact is there and has such a name. */
  async compared(institution: string, cells: readonly NameCell[]): Promise<ComparedName[]> {
    if (cells.length === 0) return [];
    const ids = new Set(cells.map(({ contactNumber }) => contactId(institution, contactNumber)));
    const contacts = await this.database.contacts
      .find({ _id: { $in: [...ids] }, institution }, { projection: { lastName: 1, firstName: 1 } })
      .toArray();
    const byId = new Map(contacts.map((contact) => [contact._id, contact]));
    return cells.flatMap(({ contactNumber, field, text }) => {
      const name = byId.get(contactId(institution, contactNumber))?.[field];
      return name === undefined ? [] : [{ text, name }];
    });
  }
}
