import mongoose from 'mongoose';

const { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError, MongoSystemError } = mongoose.mongo;

const DUPLICATE_KEY = 11000;

/** Of two writes at the same moment FerretDB's PostgreSQL finds out late, and FerretDB passes that on as code 1. */
const lateDuplicate = /conflicting key value violates exclusion constraint/;

/**
 * By the server's own numbers: WriteConflict, network, not primary, shutting down, a cursor that a
 * restarted server does not know; 16908292 is FerretDB's deadlock.
 */
const transientCodes = new Set<unknown>([
  6, 7, 43, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 16908292,
]);

/** FerretDB passes the faults of its PostgreSQL on as code 1, so that here only the text tells: deadlock, stopping, starting. */
const transientInternalErrors = new RegExp(
  [
    'deadlock detected|could not serialize access',
    'the database system is|terminating connection|too many clients|remaining connection slots',
    'connection refused|connection reset|connection closed|broken pipe|unexpected EOF',
    'failed to connect|conn closed|closed pool|conn busy|i/o timeout|no such file or directory',
  ].join('|'),
  'i',
);

interface ServerFault {
  code?: string | number | undefined;
  errmsg?: string | undefined;
  message?: string;
}

const isTransientFault = ({ code, errmsg, message }: ServerFault): boolean =>
  transientCodes.has(code) || (code === 1 && transientInternalErrors.test(errmsg ?? message ?? ''));

/** One operation of a bulk write that failed, or the error itself. */
const faultsOf = (error: InstanceType<typeof MongoError>): ServerFault[] =>
  error instanceof MongoBulkWriteError ? [error, ...[error.writeErrors].flat()] : [error];

/** Names of errors of the driver and of mongoose that it does not export, or not by a class of their own. */
const transientNames = new Set([
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  // No connection of the pool was free in time.
  'MongoWaitQueueTimeoutError',
]);

/** Would the same call succeed a little later? True for deadlocks, write conflicts, network faults and a server without primary. */
export function isTransientDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof MongoNetworkError || error instanceof MongoSystemError) return true;
  if (transientNames.has(error.name)) return true;
  if (error instanceof MongoServerError) {
    if (error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('TransientTransactionError')) return true;
    return faultsOf(error).some(isTransientFault);
  }
  return error.cause !== undefined && isTransientDatabaseError(error.cause);
}

const isDuplicateFault = ({ code, errmsg, message }: ServerFault): boolean =>
  code === DUPLICATE_KEY || (code === 1 && lateDuplicate.test(errmsg ?? message ?? ''));

/** Did the write fail because its unique key is there already? For a bulk write: all of its faults are that. */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError) {
    const faults = [error.writeErrors].flat();
    return faults.length > 0 ? faults.every(isDuplicateFault) : isDuplicateFault(error);
  }
  return error instanceof MongoServerError && isDuplicateFault(error);
}
