import type { ServerName } from './server-names.js';
import type { SupervisedProcess } from '../processes/supervised-process.js';

/**
 * A server of the stack: one process, or several that only make sense together. They are started in their order, unless they are equals that
 * wait for each other.
 */
export class RunningServer {
  constructor(
    readonly name: ServerName,
    readonly processes: readonly SupervisedProcess[],
    private readonly areEquals = false,
  ) {}

  /** The process that clients talk to; undefined while it is down. */
  get pid(): number | undefined {
    return this.processes.at(-1)?.pid;
  }

  /** All its processes that run at this moment, the one that clients talk to first. */
  get pids(): number[] {
    return this.processes.toReversed().flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  async start(): Promise<void> {
    await this.each(this.processes, (process) => process.start());
  }

  /** Stops it politely. It stays down until `start` or `restart`. */
  async stop(): Promise<void> {
    await this.each(this.processes.toReversed(), (process) => process.stop());
  }

  /** Sends a signal to all its processes. One that ends them is waited for, and they stay down until `start`. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    await Promise.all(this.processes.map((process) => process.kill(signal)));
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async each(
    processes: readonly SupervisedProcess[],
    work: (process: SupervisedProcess) => Promise<void>,
  ): Promise<void> {
    if (this.areEquals) await Promise.all(processes.map(work));
    else for (const process of processes) await work(process);
  }
}
