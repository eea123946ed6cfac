import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs one spec in its long form: `long-run.mjs <config> <spec> --cases 1000000 --seed 7` sets CASES and SEED, which the spec reads.
 */
const [config, spec, ...options] = process.argv.slice(2);
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };
for (let at = 0; at < options.length; at += 2) {
  const name = /^--([a-z]+)$/.exec(options[at])?.[1];
  const value = options[at + 1];
  if (name === undefined || !/^\d+$/.test(value ?? '')) {
    console.error(`Options are like --seed 7, not ${options.slice(at, at + 2).join(' ')}`);
    process.exit(2);
  }
  env[name.toUpperCase()] = value;
}
const root = join(import.meta.dirname, '..');
const jest = join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, '-c', join(root, '.config', config), '--runTestsByPath', spec], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
