import { join } from 'node:path';
import { versions } from '../versions.js';
import { goInstall } from './go-install.js';
import { installOnce, type Progress } from './install-once.js';

/** Answers the path of the MinIO binary. Built from source, because its makers release nothing else. */
export async function installMinio(cache: string, progress: Progress, signal: AbortSignal): Promise<string> {
  const folder = await installOnce({
    cache,
    server: 'minio',
    version: versions.minio,
    working: 'compiling (about four minutes on two cores)',
    progress,
    signal,
    build: (partial) =>
      goInstall({
        program: `github.com/minio/minio@v${versions.minio}`,
        folder: partial,
        logFolder: partial,
        instead: 'S3_ENDPOINT',
        signal,
      }),
  });
  return join(folder, 'minio');
}
