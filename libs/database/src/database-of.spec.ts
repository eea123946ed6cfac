import { describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@roundtrip/contracts';
import { collectionOwners, type OwnedBy } from './collection-owners.js';
import type { Database, DatabaseOf, WholeDatabase } from './database.js';
import type { ImportJobDocument } from './documents.js';

/** Held by the compiler (`npm run typecheck`): what is expected to be an error and is none, is one itself. */
const written = {
  gateway: (database: DatabaseOf<'gateway'>, job: ImportJobDocument) => [
    database.jobs.deleteOne({}),
    database.contacts.findOne({}),
    // @ts-expect-error bulk-update writes contacts
    database.contacts.updateOne({}, { $set: { valid: true } }),
    database.jobs.insertOnce(job),
    // @ts-expect-error an insert that is repeated must say whose document stands
    database.jobs.insertOne(job),
    // @ts-expect-error targets writes targets
    database.targets.deleteOne({}),
  ],
  bulkUpdate: (database: DatabaseOf<'bulk-update'>) => [
    database.contacts.bulkWrite([]),
    database.outcomes.find({ _id: 'i1' }).toArray(),
    // @ts-expect-error the gateway writes jobs
    database.jobs.updateOne({}, { $set: { version: 1 } }),
    // @ts-expect-error import-validation writes validations
    database.validations.insertMany([]),
  ],
  templateExport: (database: DatabaseOf<'template-export'>) => [
    database.jobs.countDocuments({}),
    // @ts-expect-error template-export writes nothing
    database.jobs.updateOne({}, { $set: { version: 1 } }),
  ],
  reader: (database: Database) => [
    // @ts-expect-error nobody writes by what everybody injects
    database.mails.deleteMany({}),
    // @ts-expect-error nor by a model
    database.models.mails.deleteMany({}),
    // @ts-expect-error nor by what a query may write
    database.mails.aggregate([]),
  ],
  operator: (database: WholeDatabase) => [database.mails.deleteMany({}), database.contacts.deleteMany({})],
};

describe('the database of a service', () => {
  it('lets it write what it owns, and read everything', () => {
    const owned: { [S in 'notifications' | 'import-validation']: OwnedBy<S> } = {
      notifications: 'mails',
      'import-validation': 'validations',
    };
    expect(Object.keys(written)).toHaveLength(5);
    const byTable = (service: ServiceName) =>
      Object.entries(collectionOwners).flatMap(([collection, owner]) => (owner === service ? [collection] : []));
    for (const [service, collection] of Object.entries(owned)) {
      expect(byTable(service as ServiceName)).toEqual([collection]);
    }
  });
});
