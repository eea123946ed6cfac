// A folder of the cache either does not exist or is complete: the install happens in `<folder>.partial`, which gets its
// final name by a rename at the very end. What an interrupted install left in there is continued by the next one.
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForLock } from '../processes/hold-lock.js';
import { runTool } from './run-tool.js';

export type Progress = (line: string) => void;

export interface Install {
  cache: string;
  server: string;
  version: string;
  /** Does the work in the folder it is given; may find there what an interrupted run left. */
  build: (partial: string) => Promise<void>;
  /** Said every 15 seconds while it works, with the time it has taken. */
  working: string;
  progress: Progress;
  signal: AbortSignal;
}

/** Answers the folder of the finished install, after installing if need be. */
export async function installOnce(install: Install): Promise<string> {
  const { cache, server, version, progress, signal } = install;
  const folder = join(cache, `${server}-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const waiting = () => progress(`${server}: another process is installing it, waiting`);
  const lock = await waitForLock(`install ${folder}`, waiting, signal);
  const started = Date.now();
  const elapsed = () => `${String(Math.round((Date.now() - started) / 1000))} s`;
  const timer = setInterval(() => progress(`${server}: ${install.working}, ${elapsed()}`), 15_000);
  try {
    if (existsSync(folder)) return folder;
    progress(`${server}: installing version ${version}`);
    const partial = `${folder}.partial`;
    await mkdir(partial, { recursive: true });
    await install.build(partial);
    // The name must not reach the disk before the content does.
    await runTool({
      command: 'sync',
      args: ['-f', partial],
      logFile: join(partial, 'sync.log'),
      whenMissing: 'It is part of coreutils.',
      signal,
    });
    await rename(partial, folder);
    progress(`${server}: installed in ${elapsed()}`);
    return folder;
  } finally {
    clearInterval(timer);
    await lock.release();
  }
}
