import { Hourly, HOUR_MS } from './hourly.js';

export const DAY_MS = 24 * HOUR_MS;

/** Things are removed some time after the end that people see, so that what they began just in time still finds them. */
export const RETENTION_GRACE_MS = HOUR_MS;

/** Removes what has grown old. */
export abstract class Retention extends Hourly {}
