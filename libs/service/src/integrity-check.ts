import { Hourly } from './hourly.js';
import { type GaugeDescription, measureGauges } from './measured-gauges.js';

/** Looks whether what must hang together does, and tells as a gauge how much of it did not when it was looked at last. */
export abstract class IntegrityCheck extends Hourly {
  private broken: number | undefined;

  constructor(
    name: string,
    private readonly gauge: GaugeDescription,
  ) {
    super(name);
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
    const read = () => (this.broken === undefined ? [] : [{ gauge: this.gauge.name, value: this.broken }]);
    measureGauges([this.gauge], read, { keptMs: 0 });
  }

  async sweep(): Promise<void> {
    this.broken = await this.countBroken();
  }

  protected abstract countBroken(): Promise<number>;
}
