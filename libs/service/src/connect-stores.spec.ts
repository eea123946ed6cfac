import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { connectToDatabase, StartProblem, waitForStore } from './connect-stores.js';

Logger.overrideLogger(false);

const away = new Error('connect ECONNREFUSED');
const isAway = (error: unknown): boolean => error === away;
const waits = { patienceMs: 60, pauseMs: 5 };

describe('connecting to a store', () => {
  it('waits for one that is still starting', async () => {
    let tries = 0;
    const connect = async (): Promise<string> => {
      tries += 1;
      if (tries < 4) throw away;
      return 'connected';
    };
    expect(await waitForStore('The store', connect, isAway, { ...waits, patienceMs: 60_000 })).toBe('connected');
  });

  it('gives up after a while with a sentence that names it', async () => {
    const connect = () => Promise.reject(away);
    await expect(waitForStore('The store at s3:9000', connect, isAway, waits)).rejects.toThrow(
      'The store at s3:9000 does not answer: connect ECONNREFUSED',
    );
  });

  it('does not wait for one that refuses', async () => {
    let tries = 0;
    const connect = async (): Promise<void> => {
      tries += 1;
      throw new Error('Access denied');
    };
    await expect(waitForStore('The store', connect, isAway, waits)).rejects.toThrow(
      'The store refuses us: Access denied',
    );
    expect(tries).toBe(1);
  });

  it('never shows the password of the database', async () => {
    const MONGO_URL = 'mongodb://root:hunter2@/roundtrip';
    const problem: unknown = await connectToDatabase({ MONGO_URL }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect((problem as Error).message).not.toContain('hunter2');
  });
});
