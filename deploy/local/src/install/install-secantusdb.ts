import { join } from 'node:path';
import { versions } from '../versions.js';
import type { InstallDisplay } from './install-display.js';
import { installOnce } from './install-once.js';
import { runTool } from './run-tool.js';

const whenMissing =
  'Install Python 3.11 or newer (apt-get install python3-venv), or set MONGO_URL to a MongoDB that runs already.';

/** Answers a Python environment with SecantusDB in it. */
export function installSecantusdb(cache: string, display: InstallDisplay, signal: AbortSignal): Promise<string> {
  return installOnce({
    cache,
    server: 'secantusdb',
    version: versions.secantusdb,
    display,
    signal,
    build: async (partial, report) => {
      await runTool({
        command: 'python3',
        args: ['-m', 'venv', partial],
        logFile: join(partial, 'venv.log'),
        whenMissing,
        signal,
      });
      const fetchPackages = () =>
        runTool({
          command: join(partial, 'bin/python'),
          args: ['-m', 'pip', 'install', '--quiet', `SecantusDB==${versions.secantusdb}`],
          logFile: join(partial, 'pip.log'),
          whenMissing,
          signal,
        });
      await report.during('fetching packages', fetchPackages);
    },
  });
}
