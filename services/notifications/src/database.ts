import { databaseOf } from '@roundtrip/database';

/** The database with the collections that notifications writes. */
export class NotificationsDatabase extends databaseOf('notifications') {}
