// The database where there is no root for FerretDB, and the second opinion on MongoDB's semantics in tests. It keeps to
// them more closely than FerretDB does, but looking up a thousand keys takes it more than a second.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StackPorts } from '../ports.js';
import { accepts } from './ready-checks.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

export function secantusdbServer(home: string, ports: StackPorts, environment: string): ProcessSpec[] {
  const folder = join(home, 'secantusdb');
  mkdirSync(folder, { recursive: true });
  return [
    {
      name: 'secantusdb',
      isServer: true,
      // The environment was renamed after it was made, so that its programs name the wrong interpreter.
      command: join(environment, 'bin/python'),
      args: [
        join(environment, 'bin/secantusd-py'),
        '--host=127.0.0.1',
        `--port=${String(ports.mongo)}`,
        `--storage-path=${join(folder, 'data')}`,
        '--sync-on-commit',
        '--standalone',
        '--log-level=WARNING',
      ],
      // It reads secantusd.toml of its folder.
      cwd: folder,
      stopGraceMs: 20_000,
      ready: () => accepts(ports.mongo),
      readyWithinMs: 120_000,
    },
  ];
}
