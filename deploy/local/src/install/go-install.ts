import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstallReport } from './install-display.js';
import { partOnce } from './install-once.js';
import { runTool } from './run-tool.js';

export interface GoProgram {
  module: string;
  version: string;
  /** The main package in the module, `.` or `./cmd/name`. */
  mainPackage: string;
  /** Built in the folder of its sources: `go install` does not take a module whose go.mod replaces others. */
  inItsSources?: boolean;
  /** Where the binary goes. */
  folder: string;
  /** The variable that names a server to use instead of installing one. */
  instead: string;
  report: InstallReport;
  signal: AbortSignal;
}

/** Without symbols for a debugger: linking is quicker and the file a third smaller; stack traces do not need them. */
const flags = ['-ldflags=-s -w'];

/**
 * Builds one Go program from the module proxy. What was compiled before an interruption is in Go's own cache; only the rest is compiled,
 * and counted.
 */
export async function goInstall(go: GoProgram): Promise<void> {
  const { folder, report, signal } = go;
  const program = `${join(go.module, go.mainPackage)}@v${go.version}`;
  const build = ['build', '-v', ...flags, '-o', `${folder}/`, go.mainPackage];
  const args = go.inItsSources ? build : ['install', '-v', ...flags, program];
  const common = {
    command: 'go',
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
    whenMissing: `Install Go 1.24 or newer (https://go.dev/dl), or set ${go.instead} to a server that runs already.`,
    signal,
  };
  await partOnce({ partial: folder, name: 'go', of: [program, ...args].join(' '), signal }, async () => {
    const { sources, ...packages } = await report.during('fetching sources', async (step) => {
      const fetched = join(folder, 'go-download.log');
      await runTool({
        ...common,
        args: ['mod', 'download', '-json', `${go.module}@v${go.version}`],
        logFile: fetched,
      });
      const dir = /"Dir": "(.+)"/.exec(readFileSync(fetched, 'utf8'))?.[1];
      if (dir === undefined) throw new Error(`go mod download did not say where it put ${go.module}`);
      const list = { ...common, cwd: dir, logFile: join(folder, 'go-list.log') };
      return { sources: dir, ...(await goPackages(list, go.mainPackage, (modules) => step.count(modules, 'modules'))) };
    });
    await report.during('compiling', async (step) => {
      const missing = new Set(packages.missing);
      const tell = () => step.count(packages.all - missing.size, 'packages', packages.all);
      tell();
      const onLine = (line: string) => {
        if (missing.delete(line)) tell();
      };
      await runTool({
        ...common,
        ...(go.inItsSources && { cwd: sources }),
        args,
        logFile: join(folder, 'go-install.log'),
        onLine,
      });
    });
  });
}

/** All packages of a program, those of Go among them, and which of them have to be compiled. Fetches what is not here yet. */
async function goPackages(
  common: Omit<Parameters<typeof runTool>[0], 'args' | 'onLine'>,
  mainPackage: string,
  fetching: (modules: number) => void,
): Promise<{ all: number; missing: string[] }> {
  let modules = 0;
  let all = 0;
  const missing: string[] = [];
  await runTool({
    ...common,
    args: ['list', '-deps', '-f', '{{.ImportPath}} {{.Stale}}', mainPackage],
    onLine: (line) => {
      if (line.startsWith('go: downloading ')) fetching((modules += 1));
      const [, name, stale] = /^(\S+) (true|false)$/.exec(line) ?? [];
      if (name === undefined) return;
      all += 1;
      if (stale === 'true') missing.push(name);
    },
  });
  return { all, missing };
}
