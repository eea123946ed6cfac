// npm run second-store: the product on another object store than MinIO, SeaweedFS: what libs/files promises, a home that is started again, the rights of the services, and the tour
// on a stack of its own. Installs SeaweedFS at the first run (some minutes). Ends with 1 when something is not as it must be.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStack } from '@roundtrip/e2e';

const root = join(import.meta.dirname, '../../../../..');
process.env['ROUNDTRIP_OBJECT_STORE'] = 'seaweedfs';
// Else the specs would ask another store than this.
delete process.env['S3_ENDPOINT'];

async function run(program: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`);
}

async function specs(...args: string[]): Promise<void> {
  const jest = ['-c', '.config/jest.all.config.mjs', '--selectProjects=servers', ...args];
  await run(join(root, 'node_modules/jest/bin/jest.js'), jest, { NODE_OPTIONS: '--experimental-vm-modules' });
}

async function tour(): Promise<void> {
  const stack = await startStack({ contacts: 500 });
  try {
    await run(fileURLToPath(import.meta.resolve('@roundtrip/tour/program')), [], { ROUNDTRIP_HOME: stack.home });
  } finally {
    await stack.stop();
  }
}

try {
  await specs('--runTestsByPath', 'libs/files/test/object-store.int.spec.ts');
  await specs('--runTestsByPath', 'deploy/local/test/object-store.int.spec.ts');
  await specs('--runTestsByPath', 'deploy/local/test/access.int.spec.ts', '-t', 'the object store');
  await tour();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
