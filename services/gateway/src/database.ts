import { databaseOf } from '@roundtrip/database';

/** The database with the collections that the gateway writes. */
export class GatewayDatabase extends databaseOf('gateway') {}
