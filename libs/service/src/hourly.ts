import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Repeater } from './repeater.js';

export const HOUR_MS = 3_600_000;

/** Done soon after the start and once an hour, on every replica, each at its own time. */
export abstract class Hourly implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly repeater: Repeater;

  constructor(name: string) {
    const firstMs = 60_000 * (1 + Math.random());
    this.repeater = new Repeater(HOUR_MS, () => this.sweep(new Date()), new Logger(name), firstMs);
  }

  abstract sweep(now: Date): Promise<void>;

  onApplicationBootstrap(): void {
    this.repeater.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.repeater.stop();
  }
}
