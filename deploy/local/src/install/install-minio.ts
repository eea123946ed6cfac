import { join } from 'node:path';
import { versions } from '../versions.js';
import { goInstall } from './go-install.js';
import type { InstallDisplay } from './install-display.js';
import { installOnce } from './install-once.js';

/** Answers the path of the MinIO binary. Built from source, because its makers release nothing else. */
export async function installMinio(cache: string, display: InstallDisplay, signal: AbortSignal): Promise<string> {
  const folder = await installOnce({
    cache,
    server: 'minio',
    version: versions.minio,
    display,
    signal,
    build: (partial, report) =>
      goInstall({
        module: 'github.com/minio/minio',
        version: versions.minio,
        mainPackage: '.',
        folder: partial,
        instead: 'S3_ENDPOINT',
        report,
        signal,
      }),
  });
  return join(folder, 'minio');
}
