import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from '../stack-error.js';
import { versions } from '../versions.js';
import { goInstall } from './go-install.js';
import { installOnce, type Progress } from './install-once.js';
import { runTool } from './run-tool.js';

const script = join(import.meta.dirname, '../../postgres/install.sh');
const otherwise = 'set MONGO_URL to a MongoDB that runs already, or use `docker compose up`';

/**
 * Answers a folder that is the root of a small Debian with PostgreSQL, DocumentDB and FerretDB in it, nothing of which
 * is installed into the machine itself. Each stack runs its own linked copy of it (see ferretdb.server.ts).
 */
export async function installFerretdb(cache: string, progress: Progress, signal: AbortSignal): Promise<string> {
  const folder = await installOnce({
    cache,
    server: 'ferretdb',
    version: versions.ferretdb,
    working: 'unpacking PostgreSQL and compiling (about one minute)',
    progress,
    signal,
    build: async (partial) => {
      if (!existsSync('/usr/bin/apt-get')) {
        throw new StackError(
          `The database can be installed on Debian only, and this machine has no apt-get: ${otherwise}.`,
        );
      }
      if (process.getuid?.() !== 0) {
        throw new StackError(`The database runs under chroot, which needs root: start as root, ${otherwise}.`);
      }
      const bin = join(partial, 'root/usr/bin');
      await mkdir(bin, { recursive: true });
      await goInstall({
        program: `github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v${versions.ferretdb}`,
        folder: partial,
        logFolder: partial,
        instead: 'MONGO_URL',
        signal,
      });
      await runTool({
        command: 'bash',
        args: [script, partial],
        logFile: join(partial, 'postgres.log'),
        whenMissing: 'Install it with apt-get install bash.',
        signal,
      });
    },
  });
  return join(folder, 'root');
}
