import { databaseOf } from '@roundtrip/database';

/** The database with the collections that bulk-update writes. */
export class BulkUpdateDatabase extends databaseOf('bulk-update') {}
