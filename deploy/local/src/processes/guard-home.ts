import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';

const guards = new Map<string, { child: ChildProcess; users: number }>();

/**
 * Makes sure that the processes of this home are stopped when this process dies. Answers how to end that; it waits for
 * the guard, because not every machine clears away processes whose parent has gone.
 */
export function guardHome(home: string): () => Promise<void> {
  const guard = guards.get(home) ?? { child: spawnGuard(home), users: 0 };
  guards.set(home, guard);
  guard.users += 1;
  let ended = false;
  return async () => {
    if (ended) return;
    ended = true;
    guard.users -= 1;
    if (guard.users > 0) return;
    guards.delete(home);
    const { child } = guard;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.ref();
    child.stdin?.end();
    await gone;
  };
}

function spawnGuard(home: string): ChildProcess {
  // The path is the compiled file also when a test runs this source through a transformer.
  const program = join(import.meta.dirname, '../../dist/processes/guard.js');
  const child = spawn(process.execPath, [program, home], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  (child.stdin as Socket | null)?.unref();
  return child;
}
