// A folder of the cache either does not exist or is complete: the install happens in `<folder>.partial`, which gets its
// final name by a rename at the very end. What an interrupted install left in there is continued by the next one.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForLock } from '../processes/hold-lock.js';
import type { InstallDisplay, InstallReport } from './install-display.js';
import { endLeftTools, runTool } from './run-tool.js';

export interface Install {
  cache: string;
  server: string;
  version: string;
  /** Does the work in the folder it is given; may find there what an interrupted run left. */
  build: (partial: string, report: InstallReport) => Promise<void>;
  display: InstallDisplay;
  signal: AbortSignal;
}

/** Answers the folder of the finished install, after installing if need be. */
export async function installOnce({ cache, server, version, build, display, signal }: Install): Promise<string> {
  const folder = join(cache, `${server}-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const report = display.begin(server);
  const waiting = () => report.waiting('another process is installing it, waiting');
  const lock = await waitForLock(`install ${folder}`, waiting, signal);
  try {
    if (!existsSync(folder)) {
      const partial = `${folder}.partial`;
      await mkdir(partial, { recursive: true });
      endLeftTools(partial);
      await build(partial, report);
      await reachDisk(partial, signal);
      await rename(partial, folder);
    }
    report.ended();
    return folder;
  } finally {
    await lock.release();
  }
}

/**
 * Does a part of an install, unless an earlier start has finished the same: that is noted in the folder once its files are on disk.
 *
 * @param of what the part is made from; another text means that it is done anew
 */
export async function partOnce(
  part: { partial: string; name: string; of: string; signal: AbortSignal },
  work: () => Promise<void>,
): Promise<void> {
  const note = join(part.partial, `${part.name}.done`);
  if (existsSync(note) && readFileSync(note, 'utf8') === part.of) return;
  await work();
  await reachDisk(part.partial, part.signal);
  await writeFile(note, part.of);
}

/** A name must not reach the disk before the content does. */
const reachDisk = (folder: string, signal: AbortSignal): Promise<void> =>
  runTool({
    command: 'sync',
    args: ['-f', folder],
    logFile: join(folder, 'sync.log'),
    whenMissing: 'It is part of coreutils.',
    signal,
  });
