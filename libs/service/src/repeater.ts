import type { Logger } from '@nestjs/common';

/** Does something again and again, never twice at a time. What fails is logged by name and tried again next time. */
export class Repeater {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(
    private readonly pauseMs: number,
    private readonly work: () => Promise<void>,
    private readonly logger: Pick<Logger, 'warn'>,
    /** Before the first time. */
    private readonly firstPauseMs = pauseMs,
  ) {}

  /** May be started again after a stop, also while that is still waited for. */
  start(): void {
    this.stopped = false;
    this.plan(this.firstPauseMs);
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(pauseMs: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.once()).finally(() => this.plan(this.pauseMs));
    }, pauseMs);
    this.timer.unref();
  }

  private async once(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.logger.warn({
        message: 'Will be tried again',
        errorName: error instanceof Error ? error.name : typeof error,
      });
    }
  }
}
