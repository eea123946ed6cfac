// `npm run histories:verify -- --institution ID`: whether every contact of an institution carries its whole history, and every import has changed what
// it says. It reads all of them, and MONGO_URL, else the running embedded stack. What it names is personal data. Ends with 1 when a chain is broken.
import { parseArgs } from 'node:util';
import { connectDatabase, databaseOfCommand, walkHistories } from '@roundtrip/database';

try {
  const { institution } = parseArgs({ options: { institution: { type: 'string' } } }).values;
  if (institution === undefined) throw new Error('Usage: npm run histories:verify -- --institution ID');
  const database = await connectDatabase(await databaseOfCommand(process.env));
  try {
    const { contacts, changes, faults } = await walkHistories(database, institution);
    for (const fault of faults) console.log(fault);
    const found = faults.length === 0 ? 'all of them whole' : 'NOT whole';
    console.log(`${institution}  ${contacts} contacts, ${changes} changes, ${found}`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
