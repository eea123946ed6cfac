import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const swept = new Map<string, Promise<void>>();

/**
 * Makes a folder that only this process uses and that is its to remove. What is in it belongs to people: the first time in a process,
 * the folders that killed processes of this machine have left in the same place are removed.
 *
 * @param use what for, as a word: `upload`
 */
export async function temporaryFolder(use: string, parent = tmpdir()): Promise<string> {
  // What cannot be removed must not keep anybody from working.
  const sweep = swept.get(parent) ?? removeLeftFolders(parent).catch(() => {});
  swept.set(parent, sweep);
  await sweep;
  return mkdtemp(join(parent, `roundtrip-${use}-${hostname()}-${process.pid}-`));
}

/** One that carries our own number was left by a process that had it before: in a container it is always the same. */
async function removeLeftFolders(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, host, pid] = /^roundtrip-[a-z]+-(.+)-(\d+)-\w{6}$/.exec(name) ?? [];
    if (host !== hostname() || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
