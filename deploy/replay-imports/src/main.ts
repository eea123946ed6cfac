// `npm run replay-imports -- --since TIME`: after the database was restored, does again what was done since its backup. Ends with 1 when
// something differs from what it was or is left to be done by hand, and with one clear sentence when something is not as it must be.
import { runCommand } from './commands.js';

try {
  const isAllAsItWas = await runCommand(process.argv.slice(2), process.env, (line) => console.log(line));
  if (!isAllAsItWas) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
