// `npm run explain -- <rule>`: how the database finds the contacts of a rule, for those who run the product. The rule is JSON, a file that
// holds it, or the code of a target. It reads MONGO_URL, else the running embedded stack; `--institution` is `demo` if absent.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectDatabase, databaseOfCommand } from '@roundtrip/database';
import { explainRule } from './explain-rule.js';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { institution: { type: 'string', default: 'demo' } },
  });
  const [rule] = positionals;
  if (rule === undefined) throw new Error(`Which rule? Give it as JSON, as a file, or as the code of a target.`);
  const database = await connectDatabase(await databaseOfCommand(process.env));
  try {
    const asked = existsSync(rule) ? readFileSync(rule, 'utf8') : rule;
    const lines = await explainRule(database, values.institution, asked, new Date());
    console.log(lines.join('\n'));
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
