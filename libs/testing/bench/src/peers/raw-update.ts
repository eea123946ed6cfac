// The same changes by the driver alone: one updateOne a contact, 1,000 in an unordered bulkWrite. No history, no guard, no report.
import { readFileSync } from 'node:fs';
import type { AnyBulkWriteOperation } from 'mongodb';
import { measure, readJob } from './measure.js';
import { withDatabase } from './with-database.js';

export interface RawUpdateJob {
  mongoUrl: string;
  institution: string;
  /** A file of `RawChange`s as JSON. */
  path: string;
}

/** Contact number, code and value: null is none. */
export type RawChange = readonly [contactNumber: string, code: string, value: boolean | null];

const { mongoUrl, institution, path } = await readJob<RawUpdateJob>();
const changes = JSON.parse(readFileSync(path, 'utf8')) as RawChange[];
await withDatabase(mongoUrl, (db) =>
  measure(async () => {
    let rows = 0;
    for (let from = 0; from < changes.length; from += 1_000) {
      const updates = changes
        .slice(from, from + 1_000)
        .map(([contactNumber, code, value]): AnyBulkWriteOperation<{ _id: string }> => {
          const field = `authorisations.${code}`;
          const update = value === null ? { $unset: { [field]: true as const } } : { $set: { [field]: value } };
          return { updateOne: { filter: { _id: `${institution}:${contactNumber}` }, update } };
        });
      const { matchedCount } = await db.collection<{ _id: string }>('contacts').bulkWrite(updates, { ordered: false });
      rows += matchedCount;
    }
    return { rows };
  }),
);
