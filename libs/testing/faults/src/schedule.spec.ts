import { describe, expect, it } from '@jest/globals';
import { brokerSessionMs, clusterScheduleOf, nameOf, scheduleOf, sessionTimeoutMs } from './schedule.js';

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

describe('a schedule of faults of a cluster', () => {
  const schedules = Array.from({ length: 100 }, (_, seed) => clusterScheduleOf(seed));

  it('has what happens to one machine as well', () => {
    for (const faults of schedules)
      expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThan(new Set(['kill', 'pause']).size);
    expect(clusterScheduleOf(7)).toEqual(clusterScheduleOf(7));
  });

  it('lets no more than one broker of three be away at a time', () => {
    for (const faults of schedules) {
      const away = faults.filter(({ kind }) => ['broker', 'roll', 'server'].includes(kind));
      if (away.some(({ kind }) => kind !== 'server')) expect(away).toHaveLength(1);
    }
  });

  it('pauses a broker for longer than its session', () => {
    for (const fault of schedules.flat()) {
      if (fault.kind === 'broker' && fault.how === 'pause') expect(fault.forMs).toBeGreaterThan(brokerSessionMs);
    }
  });

  it('comes to each kind within a hundred runs', () => {
    const names = new Set(schedules.flat().map(nameOf));
    for (const name of ['kill -9 one broker', 'pause one broker', 'moved leaders', 'rolling restart'])
      expect(names).toContain(name);
  });
});
