// A lock between processes of one machine: a listening socket in Linux' abstract namespace. The kernel frees the name
// when its holder dies, however it dies, so there are no stale locks to detect.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Lock {
  release(): Promise<void>;
}

/** Takes the lock, or answers undefined when another process has it. */
export async function tryLock(name: string): Promise<Lock | undefined> {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  const taken = await listen(server, `\0roundtrip-${hash}`);
  if (!taken) return undefined;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Waits for the lock as long as it takes; `waiting` is called once when somebody else has it. */
export async function waitForLock(name: string, waiting: () => void, signal: AbortSignal): Promise<Lock> {
  let lock = await tryLock(name);
  if (lock === undefined) waiting();
  while (lock === undefined) {
    await sleep(500, undefined, { signal });
    lock = await tryLock(name);
  }
  return lock;
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen({ path }, () => resolve(true));
  });
}
