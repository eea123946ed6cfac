import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import mongoose from 'mongoose';
import { retryRead, retryTransient } from './retry-transient.js';

const { MongoServerError, MongoServerSelectionError } = mongoose.mongo;
const serverError = (code: number) => new MongoServerError({ message: '', errmsg: '', code });
const nobody = new MongoServerSelectionError('nobody', { error: null } as never);

/** @param tookMs until each try has failed */
const failing = (times: number, error: Error, tookMs = 0) => {
  let calls = 0;
  const work = async () => {
    if (++calls > times) return calls;
    await new Promise((failed) => setTimeout(failed, tookMs));
    throw error;
  };
  return { work, calls: () => calls };
};

const whenAllTimeHasPassed = async <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => {});
  await jest.advanceTimersByTimeAsync(120_000);
  return promise;
};

describe('retrying', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('goes on until the work succeeds', async () => {
    await expect(whenAllTimeHasPassed(retryTransient(failing(3, serverError(112)).work))).resolves.toBe(4);
  });

  it('ends after eight tries with the last error', async () => {
    const fault = serverError(112);
    const { work, calls } = failing(100, fault);
    await expect(whenAllTimeHasPassed(retryTransient(work))).rejects.toBe(fault);
    expect(calls()).toBe(8);
  });

  it('does not repeat what will never succeed', async () => {
    const { work, calls } = failing(1, serverError(11000));
    await expect(whenAllTimeHasPassed(retryTransient(work))).rejects.toMatchObject({ code: 11000 });
    expect(calls()).toBe(1);
  });

  it('does not wait once more for a connection of a pool that lets nobody wait longer', async () => {
    const noConnection = Object.assign(new Error('none was free'), { name: 'MongoWaitQueueTimeoutError' });
    const { work, calls } = failing(1, noConnection);
    await expect(whenAllTimeHasPassed(retryTransient(work))).rejects.toBe(noConnection);
    expect(calls()).toBe(1);
  });

  it('tries a write eight times also while each try looks five seconds for a server', async () => {
    const { work, calls } = failing(100, nobody, 5_000);
    await expect(whenAllTimeHasPassed(retryTransient(work))).rejects.toBe(nobody);
    expect(calls()).toBe(8);
  });

  it('does not look for a server again after a read has looked five seconds for it', async () => {
    const { work, calls } = failing(100, nobody, 5_000);
    await expect(whenAllTimeHasPassed(retryRead(work))).rejects.toBe(nobody);
    expect(calls()).toBe(1);
  });

  it.each([0, 5_000])('reads again after a fault that was told after %d ms', async (tookMs) => {
    await expect(whenAllTimeHasPassed(retryRead(failing(2, serverError(11600), tookMs).work))).resolves.toBe(3);
  });
});
