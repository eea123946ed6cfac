import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '@roundtrip/contracts';
import { randomOf } from '@roundtrip/demo';
import { eraseContacts } from './erase-contacts.js';
import type { FaultStack } from './fault-stack.js';
import { type Fault, nameOf } from './schedule.js';

/** Lets the faults of a schedule happen, and counts those that did. */
export class FaultInjector {
  readonly injected: string[] = [];

  constructor(
    private readonly stack: FaultStack,
    private readonly schedule: readonly Fault[],
    private readonly seed: number,
  ) {}

  /** Resolves when all faults of the act have happened and everything runs again. @throws when a server cannot be started again */
  async play(act: 1 | 2): Promise<void> {
    await Promise.all(
      this.schedule.map((fault, index) => (fault.act === act ? this.happen(fault, index) : Promise.resolve())),
    );
  }

  private async happen(fault: Fault, index: number): Promise<void> {
    await sleep(fault.atMs);
    const done = await this.inject(fault, index);
    if (done) this.injected.push(nameOf(fault));
  }

  private async inject(fault: Fault, index: number): Promise<boolean> {
    const { running, smtp, replayer, leaders } = this.stack;
    switch (fault.kind) {
      case 'kill':
        return (await this.signal(fault.service, fault.worker, 'SIGKILL')) !== undefined;
      case 'pause': {
        const pid = await this.signal(fault.service, fault.worker, 'SIGSTOP');
        if (pid === undefined) return false;
        await sleep(fault.forMs);
        // It may have been killed meanwhile.
        return send(pid, 'SIGCONT');
      }
      case 'replay': {
        const random = randomOf(this.seed, 3_000_000 + index);
        return (await replayer.replay(random, fault.messages)) > 0;
      }
      case 'erase':
        return eraseContacts(
          this.stack.database,
          { pids: () => this.processes('bulk-update').flatMap(({ pid }) => pid ?? []), signal: send },
          erasurePatienceMs,
        );
      case 'smtp':
        smtp.mode = fault.mode;
        await sleep(fault.forMs);
        smtp.heal();
        return true;
      case 'server': {
        const server = running.servers.server(fault.server);
        await (fault.how === 'kill' ? server.kill('SIGKILL') : server.stop());
        await sleep(fault.forMs);
        await server.start();
        return true;
      }
      case 'broker': {
        const broker = this.brokers()[fault.broker];
        const pid = broker?.pid;
        if (broker === undefined || pid === undefined) return false;
        await (fault.how === 'kill' ? broker.kill('SIGKILL') : send(pid, 'SIGSTOP'));
        await sleep(fault.forMs);
        await (fault.how === 'kill' ? broker.start() : send(pid, 'SIGCONT'));
        await leaders.untilInSync();
        return true;
      }
      case 'leader':
        return (await leaders.moveFrom(fault.broker + 1)) > 0;
      case 'roll':
        for (const { process } of running.services.workers) await process.restart();
        for (const broker of this.brokers()) {
          await broker.restart();
          await leaders.untilInSync();
        }
        return true;
    }
  }

  private brokers() {
    return this.stack.running.servers.server('kafka').processes;
  }

  private processes(service: ServiceName) {
    return this.stack.running.services.workers.filter((one) => one.service === service).map(({ process }) => process);
  }

  /** One that is down at this moment is waited for a little. */
  private async signal(service: ServiceName, worker: number, signal: NodeJS.Signals): Promise<number | undefined> {
    const process = this.processes(service)[worker];
    for (const until = Date.now() + 2_000; Date.now() < until; await sleep(50)) {
      const pid = process?.pid;
      if (pid !== undefined && send(pid, signal)) return pid;
    }
    return undefined;
  }
}

/** The import is asked for at the beginning of the act, and short. */
const erasurePatienceMs = 30_000;

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
