import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

/** prom-client measures these by a timer of its own, which wakes a process a hundred times a second though nothing is to be done. */
const measuredByTimer = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map(
  (figure) => `nodejs_eventloop_lag_${figure}_seconds`,
);
/** The longest that a timer can be set to. */
const never = 2 ** 31 - 1;

/** What the process itself uses: time, memory, handles, and how busy its event loop is. All of it is measured when it is asked for. */
export function collectProcessMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: never });
  for (const name of measuredByTimer) registry.removeSingleMetric(name);
  let last: EventLoopUtilization | undefined;
  const utilization = new Gauge({
    name: 'nodejs_eventloop_utilization_ratio',
    help: 'Share of the time since the last reading in which the event loop was busy',
    registers: [],
    collect() {
      const now = performance.eventLoopUtilization();
      this.set(performance.eventLoopUtilization(now, last).utilization);
      last = now;
    },
  });
  registry.registerMetric(utilization);
}
