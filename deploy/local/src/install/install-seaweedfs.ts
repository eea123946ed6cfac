import { join } from 'node:path';
import { versions } from '../versions.js';
import { goInstall } from './go-install.js';
import type { InstallDisplay } from './install-display.js';
import { installOnce } from './install-once.js';

/** Answers the path of the SeaweedFS binary. */
export async function installSeaweedfs(cache: string, display: InstallDisplay, signal: AbortSignal): Promise<string> {
  const folder = await installOnce({
    cache,
    server: 'seaweedfs',
    version: versions.seaweedfs,
    display,
    signal,
    build: (partial, report) =>
      goInstall({
        module: 'github.com/seaweedfs/seaweedfs',
        version: versions.seaweedfs,
        mainPackage: './weed',
        // Its go.mod replaces modules.
        inItsSources: true,
        folder: partial,
        instead: 'S3_ENDPOINT',
        report,
        signal,
      }),
  });
  return join(folder, 'weed');
}
