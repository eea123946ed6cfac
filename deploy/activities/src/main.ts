// `npm run activities:verify`: whether it still stands who did what, as it was written. Ends with 1 when it does not, or when something is
// not as it must be.
import { runCommand } from './commands.js';

try {
  const isWhole = await runCommand(process.argv.slice(2), process.env, (line) => console.log(line));
  if (!isWhole) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
