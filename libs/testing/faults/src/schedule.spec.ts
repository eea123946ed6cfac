import { describe, expect, it } from '@jest/globals';
import { nameOf, scheduleOf, sessionTimeoutMs } from './schedule.js';

const hundred = Array.from({ length: 100 }, (_, seed) => scheduleOf(seed));

describe('a schedule of faults', () => {
  it('is the same for the same seed', () => {
    expect(scheduleOf(7)).toEqual(scheduleOf(7));
    expect(scheduleOf(7)).not.toEqual(scheduleOf(8));
  });

  it('has kills, a pause and replayed messages in every run', () => {
    for (const faults of hundred) {
      const kinds = new Set(faults.map(({ kind }) => kind));
      expect([...kinds]).toEqual(expect.arrayContaining(['kill', 'pause', 'replay', 'smtp']));
    }
  });

  it('pauses for longer than the session of a consumer', () => {
    for (const fault of hundred.flat())
      if (fault.kind === 'pause') expect(fault.forMs).toBeGreaterThan(sessionTimeoutMs);
  });

  it('comes to every service and every server within a hundred runs', () => {
    const names = new Set(hundred.flat().map(nameOf));
    for (const name of [
      'kill -9 kafka',
      'stop kafka',
      'kill -9 mongo',
      'stop mongo',
      'kill -9 minio',
      'stop minio',
      'erased contacts',
    ])
      expect(names).toContain(name);
    for (const service of [
      'gateway',
      'targets',
      'template-export',
      'import-validation',
      'bulk-update',
      'notifications',
    ]) {
      expect(names).toContain(`kill -9 ${service}`);
      expect(names).toContain(`pause ${service}`);
    }
  });
});
