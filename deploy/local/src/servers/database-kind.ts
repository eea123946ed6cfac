import { existsSync } from 'node:fs';

/** What stands for MongoDB in the embedded stack; see the comments of the two servers. */
export const databaseKinds = ['ferretdb', 'secantusdb'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** FerretDB where it can run, which needs root and Debian's packages; else SecantusDB, which needs only Python. */
export function databaseKind(env: NodeJS.ProcessEnv = process.env): DatabaseKind {
  const asked = databaseKinds.find((kind) => kind === env['ROUNDTRIP_DATABASE']);
  return asked ?? (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? 'ferretdb' : 'secantusdb');
}
