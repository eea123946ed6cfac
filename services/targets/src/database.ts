import { databaseOf } from '@roundtrip/database';

/** The database with the collections that targets writes. */
export class TargetsDatabase extends databaseOf('targets') {}
