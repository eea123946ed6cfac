import { existsSync, readFileSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from '../stack-error.js';
import { versions } from '../versions.js';
import { goInstall } from './go-install.js';
import type { InstallDisplay, InstallReport, StepReport } from './install-display.js';
import { installOnce, partOnce } from './install-once.js';
import { runTool } from './run-tool.js';

const folderOfFiles = join(import.meta.dirname, '../../postgres');
const script = join(folderOfFiles, 'install.sh');
const otherwise = 'set MONGO_URL to a MongoDB that runs already, or use `docker compose up`';

/**
 * Answers a folder that is the root of a small Debian with PostgreSQL, DocumentDB and FerretDB in it, nothing of which
 * is installed into the machine itself. Each stack runs its own linked copy of it (see ferretdb.server.ts).
 */
export async function installFerretdb(cache: string, display: InstallDisplay, signal: AbortSignal): Promise<string> {
  const folder = await installOnce({
    cache,
    server: 'ferretdb',
    version: versions.ferretdb,
    display,
    signal,
    build: async (partial, report) => {
      if (!existsSync('/usr/bin/apt-get')) {
        throw new StackError(
          `The database can be installed on Debian only, and this machine has no apt-get: ${otherwise}.`,
        );
      }
      if (process.getuid?.() !== 0) {
        throw new StackError(`The database runs under chroot, which needs root: start as root, ${otherwise}.`);
      }
      const compiled = goInstall({
        module: 'github.com/FerretDB/FerretDB/v2',
        version: versions.ferretdb,
        mainPackage: './cmd/ferretdb',
        folder: partial,
        instead: 'MONGO_URL',
        report,
        signal,
      });
      // One waits for the network and the disk while the other computes.
      const outcomes = await Promise.allSettled([compiled, installPostgres(partial, report, signal)]);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      const inRoot = join(partial, 'root/usr/bin/ferretdb');
      await rm(inRoot, { force: true });
      await link(join(partial, 'ferretdb'), inRoot);
    },
  });
  return join(folder, 'root');
}

function installPostgres(partial: string, report: InstallReport, signal: AbortSignal): Promise<void> {
  const of = readFileSync(script, 'utf8') + readFileSync(join(folderOfFiles, 'postgresql.conf'), 'utf8');
  return partOnce({ partial, name: 'postgres', of, signal }, () =>
    report.during('PostgreSQL from Debian packages', (step) =>
      runTool({
        command: 'bash',
        args: [script, partial],
        logFile: join(partial, 'postgres.log'),
        whenMissing: 'Install it with apt-get install bash.',
        signal,
        onLine: (line) => countUnpacked(line, step),
      }),
    ),
  );
}

function countUnpacked(line: string, step: StepReport): void {
  const [, done, total] = /^unpacked (\d+) of (\d+)$/.exec(line) ?? [];
  if (done !== undefined) step.count(Number(done), 'unpacked', Number(total));
}
