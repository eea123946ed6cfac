import { describe, expect, it } from '@jest/globals';
import { isDue } from './jobs.sweep.js';

const requestedAt = new Date('2026-03-01T10:00:00Z');
const after = (seconds: number): Date => new Date(requestedAt.getTime() + seconds * 1000);

describe('publishing a queued job again', () => {
  it('happens within seconds when Kafka never got it', () => {
    expect(isDue({ requestedAt }, after(5))).toBe(false);
    expect(isDue({ requestedAt }, after(8))).toBe(true);
  });

  it('happens 30 s after it was published first', () => {
    expect(isDue({ requestedAt, publishedAt: after(1) }, after(30))).toBe(false);
    expect(isDue({ requestedAt, publishedAt: after(1) }, after(31))).toBe(true);
  });

  it('gets rarer the longer the job waits', () => {
    expect(isDue({ requestedAt, publishedAt: after(600) }, after(1_100))).toBe(false);
    expect(isDue({ requestedAt, publishedAt: after(600) }, after(1_200))).toBe(true);
  });
});
