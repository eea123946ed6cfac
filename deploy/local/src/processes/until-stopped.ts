// Ctrl-C reaches this process twice under npm, once from the terminal and once passed on by npm, so that only the first
// request counts. The stop itself has a time limit, and what it would leave is stopped by the guard.
export interface StopRequest {
  signal: AbortSignal;
  /** Resolves with the reason when somebody wants the end. */
  requested: Promise<string>;
  /** Nothing is watched any more, so that the process can end. */
  end(): void;
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Answers when to stop: at a signal, or when npm, which started this, has died without passing one on. */
export function untilStopped(): StopRequest {
  const stop = new AbortController();
  const parent = process.ppid;
  let watch: NodeJS.Timeout | undefined;
  const requested = new Promise<string>((resolve) => {
    const request = (reason: string) => {
      clearInterval(watch);
      resolve(reason);
      stop.abort(new Error(`stopped by ${reason}`));
    };
    for (const signal of signals) process.on(signal, () => request(signal));
    if (process.env['npm_lifecycle_event'] !== undefined) {
      watch = setInterval(() => {
        if (process.ppid !== parent) request('the end of npm');
      }, 500);
    }
  });
  return { signal: stop.signal, requested, end: () => clearInterval(watch) };
}
