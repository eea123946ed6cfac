import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { collectProcessMetrics } from './process-metrics.js';

const read = async (registry: Registry) => {
  const metrics = await registry.getMetricsAsJSON();
  return Object.fromEntries(metrics.map(({ name, values }) => [name, values[0]?.value]));
};

describe('what is told of a process', () => {
  it('is its time, its memory and its event loop, and nothing that needs a timer between two readings', async () => {
    const registry = new Registry();
    collectProcessMetrics(registry);
    const names = Object.keys(await read(registry));
    expect(names).toEqual(
      expect.arrayContaining([
        'process_cpu_seconds_total',
        'process_resident_memory_bytes',
        'nodejs_eventloop_lag_seconds',
      ]),
    );
    expect(names.filter((name) => /eventloop_lag_\w+_seconds/.test(name))).toEqual([]);
  });

  it('says how busy the event loop was since it was asked last', async () => {
    const registry = new Registry();
    collectProcessMetrics(registry);
    await read(registry);
    const share = (await read(registry))['nodejs_eventloop_utilization_ratio'];
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  });
});
