import { readFileSync } from 'node:fs';

const unit = JSON.parse(readFileSync(new URL('./jest.config.json', import.meta.url), 'utf8'));

/** Every spec, on servers that the run starts by itself (ports and data of its own). One worker: the services under test need the other core. */
export default {
  ...unit,
  maxWorkers: 1,
  // A timer that a failed spec has left behind must not hold up the run that tells of it.
  forceExit: true,
  globalSetup: '<rootDir>/.config/start-servers.mjs',
  globalTeardown: '<rootDir>/.config/stop-servers.mjs',
  reporters: ['default', '<rootDir>/.config/closing-line.reporter.mjs'],
};
