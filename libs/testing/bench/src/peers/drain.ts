// Reads contacts by one cursor and does nothing with them: what the database and its driver take at the least.
import { BSON, type Document } from 'mongodb';
import { TextHash } from '../text-hash.js';
import { withDatabase } from './with-database.js';
import { measure, readJob } from './measure.js';

export interface DrainJob {
  mongoUrl: string;
  /** Extended JSON, as a filter may hold what JSON has no words for. */
  filter: string;
  projection: Record<string, 0 | 1>;
  /** Codes of the authorisations, in the order of the columns. */
  codes: string[];
  digest: boolean;
}

const { mongoUrl, filter, projection, codes, digest } = await readJob<DrainJob>();
await withDatabase(mongoUrl, (db) =>
  measure(async () => {
    const hash = digest ? new TextHash() : undefined;
    const cursor = db
      .collection<{ _id: string }>('contacts')
      .find(BSON.EJSON.parse(filter) as Document, { projection, sort: { _id: 1 }, batchSize: 500 });
    let rows = 0;
    while (await cursor.hasNext()) {
      const contacts: Document[] = cursor.readBufferedDocuments();
      rows += contacts.length;
      if (!hash) continue;
      for (const { contactNumber, email = '', lastName = '', firstName = '', authorisations = {} } of contacts) {
        hash.add(contactNumber, email, lastName, firstName, ...codes.map((code) => cellOf(authorisations[code])));
      }
    }
    return { rows, digest: hash?.digest() };
  }),
);

/** As templates write it. */
function cellOf(value: boolean | null | undefined): string {
  return value === true ? 'TRUE' : value === false ? 'FALSE' : 'Empty';
}
