// The database where there is no root for FerretDB, and the second opinion on MongoDB's semantics in tests. It keeps to
// them more closely than FerretDB does, but looking up a thousand keys takes it more than a second. It asks nobody for a password: it
// cannot be told of a user at its start, and one that is made over its port would be made by anybody.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { accepts } from './ready-checks.js';
import type { ServerPlace } from './server-place.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

export function secantusdbServer({ home, ports, path: environment }: ServerPlace): ProcessSpec[] {
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
