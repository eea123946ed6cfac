import { closingLines, firstWords, installLine, type InstallState, type StepState } from './install-lines.rules.js';

/** Where lines go. */
export interface InstallOutput {
  log: (line: string) => void;
  /** Replaces the lines at the foot of a terminal; absent where what was written stays. */
  status?: ((lines: readonly string[]) => void) | undefined;
}

/** Told by an install what it does. */
export interface InstallReport {
  /** A step of it, which ends when the work does. */
  during<T>(name: string, work: (step: StepReport) => Promise<T>): Promise<T>;
  waiting(reason: string): void;
}

export interface StepReport {
  count(done: number, of: string, total?: number): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Install = Omit<Mutable<InstallState>, 'steps'> & { steps: StepState[] };

const rewriteMs = 1_000;
const plainMs = 30_000;

/** Shows how the installs stand: one line each that is rewritten in a terminal, elsewhere a plain line each every 30 seconds. */
export class InstallDisplay {
  private readonly installs: Install[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly output: InstallOutput,
    private readonly now: () => number = Date.now,
  ) {}

  /** Something is being installed, or was. */
  get hasWorked(): boolean {
    return this.installs.length > 0;
  }

  /** @returns what the install tells, and how its end is told */
  begin(server: string): InstallReport & { ended(): void } {
    const { status, log } = this.output;
    if (!this.hasWorked) log(firstWords);
    const install: Install = { server, beganAt: this.now(), steps: [] };
    this.installs.push(install);
    this.timer ??= setInterval(() => this.show(), status ? rewriteMs : plainMs).unref();
    this.rewrite();
    return {
      during: (name, work) => this.during(install, name, work),
      waiting: (reason) => log(`${server}: ${reason}`),
      ended: () => {
        install.endedAt = this.now();
        if (!status) log(installLine(install, install.endedAt));
        this.rewrite();
      },
    };
  }

  /** No more is shown; where the time went is said if all went well. */
  end(allInstalled: boolean): void {
    clearInterval(this.timer);
    this.timer = undefined;
    if (!this.hasWorked) return;
    this.output.status?.([]);
    if (allInstalled) for (const line of closingLines(this.installs)) this.output.log(line);
  }

  private async during<T>(install: Install, name: string, work: (step: StepReport) => Promise<T>): Promise<T> {
    const step: StepState = { name, beganAt: this.now() };
    install.steps.push(step);
    this.rewrite();
    try {
      return await work({
        count: (done, of, total) => {
          step.counted = total === undefined ? { done, of } : { done, of, total };
        },
      });
    } finally {
      step.endedAt = this.now();
    }
  }

  private show(): void {
    if (this.output.status) return this.rewrite();
    const now = this.now();
    for (const install of this.installs) if (install.endedAt === undefined) this.output.log(installLine(install, now));
  }

  private rewrite(): void {
    const now = this.now();
    this.output.status?.(this.installs.map((install) => installLine(install, now)));
  }
}
