import { describe, expect, it } from '@jest/globals';
import { TookTooLong, withTimeout } from './with-timeout.js';

describe('waiting', () => {
  it('ends when the time is over', async () => {
    await expect(withTimeout(10, new Promise(() => undefined))).rejects.toBeInstanceOf(TookTooLong);
    await expect(withTimeout(1000, Promise.resolve('in time'))).resolves.toBe('in time');
  });
});
