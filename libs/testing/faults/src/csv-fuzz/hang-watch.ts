import { Worker } from 'node:worker_threads';

/** A thread of its own, because an endless loop leaves none of its process's timers a turn. */
const watch = `
  const { parentPort, workerData } = require('node:worker_threads');
  let seed;
  let timer;
  parentPort.on('message', (next) => {
    seed = next;
    clearTimeout(timer);
    timer = setTimeout(() => {
      require('node:fs').writeSync(2, 'The reader hangs: npm run fuzz:csv -- --seed ' + seed + ' --cases 1\\n');
      process.kill(process.pid, 'SIGKILL');
    }, workerData.limitMs);
  });
`;

/** Ends the process, with the seed on stderr, when a case takes longer than this. */
export class HangWatch {
  private readonly worker: Worker;

  constructor(limitMs: number) {
    this.worker = new Worker(watch, { eval: true, workerData: { limitMs } });
  }

  begin(seed: number): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.worker.postMessage(seed);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
