import { databaseOf } from '@roundtrip/database';

/** The database with the collections that import-validation writes. */
export class ImportValidationDatabase extends databaseOf('import-validation') {}
