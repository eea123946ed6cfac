import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Demo, demoFile } from './demo/demo-file.js';
import { stackHome } from './home.js';
import { StackError } from './stack-error.js';

/** `npm start` as a process of its own. */
export interface StackApart {
  child: ChildProcess;
  /** What it says of itself when it is ready. */
  demo: Demo;
  ended: Promise<unknown>;
}

/**
 * Starts a whole stack, of this checkout or of another one, and waits until it is ready.
 *
 * @param program the file that `npm start` runs
 * @param env with ROUNDTRIP_HOME
 * @throws StackError when it ends before
 */
export async function startApart(program: string, env: NodeJS.ProcessEnv): Promise<StackApart> {
  const file = demoFile(stackHome(env));
  // One that was killed has left its own.
  rmSync(file, { force: true });
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  while (!existsSync(file)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new StackError(`${program} has ended`);
    await sleep(200);
  }
  return { child, demo: JSON.parse(readFileSync(file, 'utf8')) as Demo, ended };
}
