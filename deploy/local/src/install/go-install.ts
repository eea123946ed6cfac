import { join } from 'node:path';
import { runTool } from './run-tool.js';

export interface GoProgram {
  /** Import path of the main package with its version. */
  program: string;
  /** Where the binary goes. */
  folder: string;
  logFolder: string;
  /** The variable that names a server to use instead of installing one. */
  instead: string;
  signal: AbortSignal;
}

/** Builds one Go program from the module proxy. What was compiled before an interruption stays in Go's own cache. */
export async function goInstall({ program, folder, logFolder, instead, signal }: GoProgram): Promise<void> {
  await runTool({
    command: 'go',
    args: ['install', program],
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
    logFile: join(logFolder, 'go-install.log'),
    whenMissing: `Install Go 1.24 or newer (https://go.dev/dl), or set ${instead} to a server that runs already.`,
    signal,
  });
}
