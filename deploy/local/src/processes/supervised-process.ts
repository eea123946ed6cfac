import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { logFile } from '../home.js';
import { lastLine } from './last-line.js';
import { removeRecord, writeRecord } from './process-record.js';
import { StackError } from '../stack-error.js';

export interface ProcessSpec {
  /** Names the log and the record: `<home>/logs/<name>.log`, `<home>/run/<name>.pid`. */
  name: string;
  isServer: boolean;
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** What to do when the command is not on this machine. */
  whenMissing?: string;
  stopSignal?: NodeJS.Signals;
  stopGraceMs: number;
  /** Asked again and again after a start until it answers true; may throw instead of answering false. */
  ready: () => Promise<boolean>;
  readyWithinMs: number;
  /** How often a start is tried before giving up; the next tries follow after the back-off. */
  startAttempts?: number;
  /** Clears the way before each start, also before one after a crash. */
  beforeStart?: () => void;
}

export interface BackOff {
  firstMs: number;
  maxMs: number;
  /** One that has lived this long starts again after `firstMs`. */
  resetAfterMs: number;
}

export interface ProcessContext {
  home: string;
  log: (line: string) => void;
  /** Called after every start and end. */
  changed?: () => void;
  backOff?: BackOff;
}

const defaultBackOff: BackOff = { firstMs: 1000, maxMs: 15_000, resetAfterMs: 30_000 };
const deadly: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT', 'SIGHUP'];

/**
 * One process that is kept running: when it ends by itself or by somebody's kill, it is started again with back-off.
 * When it was ended through `stop` or `kill`, it stays down until `start` or `restart`.
 */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  /** Counts calls of `start`, `stop` and `kill`: a start whose number is no longer the last has been called off. */
  private command = 0;
  /** It was ready once: from then on its end is answered by another start. */
  private keptRunning = false;
  private failures = 0;
  private startedAt = 0;
  /** Size of the log before the last start. */
  private logBefore = 0;
  private startingAgain: NodeJS.Timeout | undefined;

  constructor(
    private readonly spec: ProcessSpec,
    private readonly context: ProcessContext,
  ) {}

  get name(): string {
    return this.spec.name;
  }

  /** Undefined while it is down. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits until it is ready. Throws a StackError when it cannot be started; then nothing is left. */
  async start(): Promise<void> {
    if (this.child !== undefined) return;
    clearTimeout(this.startingAgain);
    const command = ++this.command;
    const calledOff = () => command !== this.command;
    const attempts = this.spec.startAttempts ?? 1;
    this.failures = 0;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.startOnce();
        this.keptRunning = !calledOff();
        return;
      } catch (error) {
        await this.end(this.spec.stopSignal ?? 'SIGTERM');
        if (!calledOff() && attempt < attempts) await sleep(this.nextDelayMs());
        if (calledOff() || attempt === attempts) throw error;
      }
    }
  }

  /** Stops it politely, after the grace with SIGKILL. */
  async stop(): Promise<void> {
    this.command += 1;
    await this.end(this.spec.stopSignal ?? 'SIGTERM');
  }

  /** Sends a signal. One that ends processes is waited for; others (SIGSTOP, SIGCONT) are only sent. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (!deadly.includes(signal)) this.child?.kill(signal);
    else {
      this.command += 1;
      await this.end(signal);
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.keptRunning = false;
    clearTimeout(this.startingAgain);
    const { child } = this;
    if (child === undefined) return;
    const gone = exitOf(child);
    child.kill(signal);
    // One that is halted by SIGSTOP takes the signal only when it goes on.
    child.kill('SIGCONT');
    const timer = new AbortController();
    const grace = sleep(this.spec.stopGraceMs, undefined, { signal: timer.signal }).then(
      () => child.kill('SIGKILL'),
      () => false,
    );
    await gone;
    timer.abort();
    await grace;
  }

  private async startOnce(): Promise<void> {
    const child = await this.spawn();
    const gone = exitOf(child);
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    const deadline = Date.now() + this.spec.readyWithinMs;
    while (!hasEnded() && Date.now() < deadline) {
      const answered = await this.spec.ready().catch(() => false);
      // Another program on the same port may have answered while ours died of that: ours has to live as well.
      if (answered && !hasEnded()) return;
      await Promise.race([gone, sleep(100)]);
    }
    const log = logFile(this.context.home, this.name);
    const what = hasEnded()
      ? `stopped while starting (${describeEnd(child)})`
      : `was not ready after ${String(Math.round(this.spec.readyWithinMs / 1000))} s`;
    throw new StackError(`${this.name} ${what}: ${lastLine(log, this.logBefore)} (see ${log}).`);
  }

  private async spawn(): Promise<ChildProcess> {
    const { name, isServer, command, args, cwd, env, whenMissing, stopSignal = 'SIGTERM', beforeStart } = this.spec;
    const { home } = this.context;
    beforeStart?.();
    // The output goes straight into the file, so that nothing is lost when this process dies first. A session of its
    // own: Ctrl-C reaches the whole group of the terminal, but the order in which things stop is ours.
    const log = openSync(logFile(home, name), 'a');
    this.logBefore = fstatSync(log).size;
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    const spawned = new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error: NodeJS.ErrnoException) => {
        const known = error.code === 'ENOENT' && whenMissing !== undefined;
        reject(known ? new StackError(`${command} is not installed. ${whenMissing}`) : error);
      });
    });
    if (child.pid !== undefined) {
      writeRecord(home, { name, isServer, stopSignal }, child.pid);
      this.child = child;
      this.startedAt = Date.now();
      child.once('exit', () => this.hasEnded(child));
    }
    await spawned;
    this.context.changed?.();
    return child;
  }

  private hasEnded(child: ChildProcess): void {
    this.child = undefined;
    removeRecord(this.context.home, this.name);
    this.context.changed?.();
    if (this.keptRunning) this.startAgain(`stopped (${describeEnd(child)})`);
  }

  private startAgain(why: string): void {
    const delayMs = this.nextDelayMs();
    const log = logFile(this.context.home, this.name);
    this.context.log(`${this.name} ${why}, starting it again in ${String(delayMs / 1000)} s (see ${log})`);
    this.startingAgain = setTimeout(() => {
      this.spawn().catch((error: unknown) => {
        if (this.keptRunning) this.startAgain(`could not be started: ${String(error)}`);
      });
    }, delayMs);
  }

  private nextDelayMs(): number {
    const { firstMs, maxMs, resetAfterMs } = this.context.backOff ?? defaultBackOff;
    if (Date.now() - this.startedAt >= resetAfterMs) this.failures = 0;
    const delayMs = Math.min(maxMs, firstMs * 2 ** this.failures);
    this.failures += 1;
    return delayMs;
  }
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

function describeEnd(child: ChildProcess): string {
  return child.signalCode ?? `code ${String(child.exitCode)}`;
}
