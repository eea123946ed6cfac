import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const unit = JSON.parse(readFileSync(new URL('./jest.config.json', import.meta.url), 'utf8'));
const rootDir = join(import.meta.dirname, '..');
const withServers = '\\.(int|e2e)\\.spec\\.ts$';

/** Every spec, on servers that the run starts by itself (ports and data of its own). */
export default {
  rootDir,
  // Two cores: specs of pure modules two at a time, those with servers in two lanes.
  maxWorkers: 2,
  // Modules of a spec are not all freed after it (Jest, with modules of ES): near two gigabytes a worker does little but collect garbage.
  workerIdleMemoryLimit: '700MB',
  projects: [
    { ...unit, rootDir, displayName: 'unit', testPathIgnorePatterns: ['/node_modules/', withServers] },
    {
      ...unit,
      rootDir,
      displayName: 'servers',
      testMatch: ['<rootDir>/{libs,services,deploy}/**/*.{int,e2e}.spec.ts'],
      runner: '<rootDir>/.config/two-lanes.runner.mjs',
      globalSetup: '<rootDir>/.config/start-servers.mjs',
      globalTeardown: '<rootDir>/.config/stop-servers.mjs',
    },
  ],
  // Of projects it is not read.
  testTimeout: unit.testTimeout,
  // A timer that a failed spec has left behind must not hold up the run that tells of it.
  forceExit: true,
  reporters: ['default', '<rootDir>/.config/closing-line.reporter.mjs'],
};
