import { Gauge, type Registry } from 'prom-client';
import { metrics } from './metrics.js';
import { withTimeout } from './with-timeout.js';

/** What is told of a gauge: names of labels are few and closed, values never name an institution or a person. */
export interface GaugeDescription {
  name: string;
  help: string;
  labels?: readonly string[];
}

/** A value of one of the gauges, by its name. */
export interface Figure {
  gauge: string;
  labels?: Readonly<Record<string, string>>;
  value: number;
}

interface Options {
  /** So long one reading serves all who ask. */
  keptMs?: number;
  registry?: Registry;
}

/** Shorter than what Prometheus waits for. */
const patienceMs = 4_000;

/**
 * Gauges that are read when somebody asks for the metrics, all of them by one reading, and by no timer: who is not watched reads nothing.
 * While the reading fails they are not there, since an old value would be taken for a true one. Gauges of these names that are there
 * already are replaced.
 *
 * @param read gives each value that there is; what it does not give is not shown
 */
export function measureGauges(
  descriptions: readonly GaugeDescription[],
  read: () => Promise<readonly Figure[]> | readonly Figure[],
  { keptMs = 5_000, registry = metrics.registry }: Options = {},
): void {
  let last: { at: number; figures: Promise<readonly Figure[]> } | undefined;
  const figures = (): Promise<readonly Figure[]> => {
    const now = performance.now();
    if (!last || now - last.at > keptMs) {
      const reading = withTimeout(patienceMs, Promise.resolve().then(read)).catch(() => []);
      last = { at: now, figures: reading };
    }
    return last.figures;
  };
  for (const { name, help, labels = [] } of descriptions) {
    registry.removeSingleMetric(name);
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      async collect() {
        const own = (await figures()).filter((figure) => figure.gauge === name);
        this.reset();
        // Without labels a reset is a zero.
        if (labels.length === 0) this.remove();
        for (const figure of own) this.set({ ...figure.labels }, figure.value);
      },
    });
    if (labels.length === 0) gauge.remove();
  }
}
