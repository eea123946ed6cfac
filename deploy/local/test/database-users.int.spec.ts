// The users that the database of docker-compose gets. No mongod is at hand where this is built: SecantusDB knows users and roles of one's own as
// well. What it is not asked: that a mongod without users takes the first one from its own machine alone, and that a role is held to
// collections.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ServiceName, services } from '@roundtrip/contracts';
import {
  collectionOwners,
  connectDatabase,
  ensureIndexes,
  privilegesOf,
  writeDatabaseUsers,
} from '@roundtrip/database';
import { beginInstalls } from '../src/install/install-servers.js';
import { freePorts, type StackPorts } from '../src/ports.js';
import { accepts } from '../src/servers/ready-checks.js';
import { secantusdbServer } from '../src/servers/secantusdb.server.js';
import { stackSecrets } from '../src/secrets.js';

jest.setTimeout(300_000);

const refused = /not authori[sz]ed/i;
let home: string;
let ports: StackPorts;
let path: string;
let server: ChildProcess;
const users = services.map((name) => ({ name, password: `${name}-password-of-some-length` }));
const addressOf = (user: string, password: string): string =>
  `mongodb://${user}:${password}@127.0.0.1:${String(ports.mongo)}/roundtrip?authSource=admin`;
const operator = () => addressOf('roundtrip', 'password-of-the-operator');

async function start(...more: string[]): Promise<void> {
  const [spec] = secantusdbServer({ home, ports, kafkaNodes: [], path, secrets: stackSecrets(home) });
  if (!spec) throw new Error('there is no server');
  server = spawn(spec.command, [...spec.args, ...more], { cwd: spec.cwd, stdio: 'ignore' });
  for (const end = Date.now() + 60_000; !(await accepts(ports.mongo));) {
    if (Date.now() > end) throw new Error('SecantusDB did not start');
    await sleep(50);
  }
}
async function stop(): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'database-users-'));
  ports = await freePorts();
  path = await beginInstalls({ log: () => {} }, { only: ['mongo'], database: 'secantusdb' }).pathOf('mongo');
  // Open, as the database of an older version is: the operator is the first user.
  await start();
  await writeDatabaseUsers(operator(), users);
  await ensureIndexes(operator());
  await stop();
  await start('--auth');
  // As at the next start.
  await writeDatabaseUsers(operator(), users);
});
afterAll(async () => {
  await stop();
  rmSync(home, { recursive: true });
});

/** As the database keeps it. */
async function roleOf(name: ServiceName): Promise<unknown> {
  const database = await connectDatabase(operator());
  try {
    const admin = database.models.contacts.db.getClient().db('admin');
    const command = { rolesInfo: { role: name, db: 'admin' }, showPrivileges: true };
    return ((await admin.command(command)) as { roles: unknown[] }).roles[0];
  } finally {
    await database.close();
  }
}

describe('the users of the database', () => {
  it.each(users)('let $name write what is its own, and read the rest', async ({ name, password }) => {
    const database = await connectDatabase(addressOf(name, password));
    const ownerships = Object.entries(collectionOwners);
    try {
      for (const [collection, owner] of ownerships) {
        const { collection: documents } = database.models[collection as keyof typeof collectionOwners];
        await documents.findOne({});
        const write = () => documents.updateOne({ _id: 'nobody' as never }, { $set: { a: 1 } });
        if (owner === name) await write();
        // Who may write one collection may write all, to SecantusDB: of the rest the role itself has to tell.
        else if (!ownerships.some(([, other]) => other === name)) await expect(write()).rejects.toThrow(refused);
      }
      await expect(database.dropDatabase()).rejects.toThrow(refused);
    } finally {
      await database.close();
    }
    expect(await roleOf(name)).toMatchObject({ role: name, privileges: privilegesOf(name, 'roundtrip'), roles: [] });
  });

  it('let nobody in with another password, and do not make the operator anew', async () => {
    await expect(connectDatabase(addressOf('gateway', 'wrong'))).rejects.toThrow(/auth/i);
    await expect(writeDatabaseUsers(addressOf('roundtrip', 'wrong'), users)).rejects.toThrow(/auth/i);
  });
});
