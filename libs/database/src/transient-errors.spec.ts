import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { isDuplicateKey, isTransientDatabaseError } from './transient-errors.js';

const { MongoBulkWriteError, MongoNetworkError, MongoServerError, MongoServerSelectionError } = mongoose.mongo;
const serverError = (code: number, message = '') => new MongoServerError({ message, errmsg: message, code });
const selection = new MongoServerSelectionError('nobody', { error: null } as never);
const bulkError = (...codes: number[]) =>
  new MongoBulkWriteError(
    { message: '', code: codes[0] ?? 0, writeErrors: codes.map((code) => ({ code, errmsg: '' })) as never },
    {} as never,
  );

describe('a fault that passes', () => {
  it.each<[string, unknown]>([
    ['a write conflict', serverError(112)],
    ['a deadlock of FerretDB', serverError(16908292)],
    ['a deadlock of FerretDB by another number', serverError(1, 'ERROR: deadlock detected (SQLSTATE 40P01)')],
    ['a primary that steps down', serverError(10107)],
    ['a server that stops', serverError(91)],
    ['a PostgreSQL that starts', serverError(1, 'the database system is not yet accepting connections')],
    ['a PostgreSQL that recovers', serverError(1, 'the database system is in recovery mode')],
    ['a PostgreSQL that is gone', serverError(1, 'write failed: write unix @->/run/.s.PGSQL.5432: write: broken pipe')],
    ['a cursor of a server that was started again', serverError(43)],
    ['a broken connection', new MongoNetworkError('reset')],
    ['no server', selection],
    ['a deadlock of one operation of many', bulkError(11000, 16908292)],
    ['one that another error wraps', new Error('writing', { cause: serverError(112) })],
  ])('is %s', (_what, error) => {
    expect(isTransientDatabaseError(error)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a key that is there already', serverError(11000)],
    ['an inner error of another kind', serverError(1, 'unknown operator')],
    ['a mistake of ours', new TypeError('x is undefined')],
    ['nothing at all', undefined],
  ])('is not %s', (_what, error) => {
    expect(isTransientDatabaseError(error)).toBe(false);
  });
});

describe('a duplicate key', () => {
  it('is recognised by its number, whatever the text says', () => {
    expect(isDuplicateKey(serverError(11000))).toBe(true);
    expect(isDuplicateKey(bulkError(11000, 11000))).toBe(true);
    expect(isDuplicateKey(serverError(1, 'E11000 duplicate key'))).toBe(false);
  });

  it('is recognised where FerretDB finds it only when another write has come first at the same moment', () => {
    const late = 'conflicting key value violates exclusion constraint "documents_rum_index_25"';
    expect(isDuplicateKey(serverError(1, late))).toBe(true);
    expect(isDuplicateKey(serverError(2, late))).toBe(false);
    expect(isTransientDatabaseError(serverError(1, late))).toBe(false);
  });

  it('is not the whole story of a bulk write in which something else failed as well', () => {
    expect(isDuplicateKey(bulkError(11000, 16908292))).toBe(false);
  });
});
