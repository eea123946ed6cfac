// npm run seed -- [--contacts N] [--if-missing] [--keys-file PATH]
// Makes the two institutions of the demonstration in the database that MONGO_URL names. Progress goes to stderr; the last
// line of stdout is JSON with the institutions and their keys.
import { parseArgs } from 'node:util';
import { connectDatabase, databaseUrl, ensureIndexes, type WholeDatabase } from '@roundtrip/database';
import { ensureApiKeys, type RoleKeys } from './api-keys.js';
import { type DemoInstitution, museum, theatre } from './institutions.js';
import { type KeptKeys, readKeysFile, writeKeysFile } from './keys-file.js';
import { ensureGroupRoles, isSeeded, seedInstitution } from './seed-institution.js';

interface Arguments {
  mongoUrl: string;
  contacts: number;
  ifMissing: boolean;
  keysFile: string | undefined;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      contacts: { type: 'string', default: '10000' },
      'if-missing': { type: 'boolean', default: false },
      'keys-file': { type: 'string' },
    },
  });
  const mongoUrl = databaseUrl(process.env);
  if (!mongoUrl) throw new Error('MONGO_URL must name the database, e.g. mongodb://127.0.0.1:37017/roundtrip');
  const contacts = Number(values.contacts);
  if (!Number.isInteger(contacts) || contacts < 0 || contacts > 50_000_000) {
    throw new Error('--contacts must be a whole number from 0 to 50000000');
  }
  return { mongoUrl, contacts, ifMissing: values['if-missing'], keysFile: values['keys-file'] };
}

async function seed(
  db: WholeDatabase,
  id: string,
  like: DemoInstitution,
  contacts: number,
  ifMissing: boolean,
): Promise<void> {
  if (ifMissing && (await isSeeded(db, id))) return;
  const step = Math.max(1, Math.ceil(contacts / 20));
  const startedAt = Date.now();
  let shown = 0;
  const onProgress = (done: number, total: number): void => {
    if (done < total && done - shown < step) return;
    shown = done;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    process.stderr.write(`${like.name}: ${done} of ${total} contacts, ${seconds} s\n`);
  };
  await seedInstitution(db, { id, like, contacts, seed: 1, withUnusable: true, onProgress });
}

async function main(): Promise<void> {
  const { mongoUrl, contacts, ifMissing, keysFile } = readArguments();
  await ensureIndexes(mongoUrl);
  const db = await connectDatabase(mongoUrl);
  try {
    const kept: KeptKeys = keysFile === undefined ? {} : await readKeysFile(keysFile);
    const institutions: { id: string; name: string; keys: RoleKeys }[] = [];
    for (const [id, like, size] of [
      ['demo', theatre, contacts],
      ['second', museum, 200],
    ] as const) {
      await seed(db, id, like, size, ifMissing);
      await ensureGroupRoles(db, id, like);
      institutions.push({ id, name: like.name, keys: await ensureApiKeys(db, id, kept[id]) });
    }
    const keys = Object.fromEntries(institutions.map((institution) => [institution.id, institution.keys]));
    if (keysFile !== undefined) await writeKeysFile(keysFile, { ...kept, ...keys });
    process.stdout.write(`${JSON.stringify({ institutions })}\n`);
  } finally {
    await db.close();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `The demo institutions could not be made: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
