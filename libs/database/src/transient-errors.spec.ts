import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { isDuplicateKey, isTransientDatabaseError, retryTransient } from './transient-errors.js';

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

const failing = (times: number, error: Error) => {
  let calls = 0;
  const work = () => (++calls <= times ? Promise.reject(error) : Promise.resolve(calls));
  return { work, calls: () => calls };
};

describe('retrying', () => {
  it('goes on until the work succeeds', async () => {
    await expect(retryTransient(failing(3, serverError(112)).work)).resolves.toBe(4);
  });

  it('ends after eight tries with the last error', async () => {
    const fault = serverError(112);
    const { work, calls } = failing(100, fault);
    await expect(retryTransient(work)).rejects.toBe(fault);
    expect(calls()).toBe(8);
  });

  it('does not repeat what will never succeed', async () => {
    const { work, calls } = failing(1, serverError(11000));
    await expect(retryTransient(work)).rejects.toMatchObject({ code: 11000 });
    expect(calls()).toBe(1);
  });

  it('ends when nobody waits any more', async () => {
    const stop = new AbortController();
    const { work, calls } = failing(100, serverError(112));
    const retried = retryTransient(work, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    await expect(retried).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls()).toBeLessThan(4);
  });
});
