// `npm run dead-letters -- list|show|replay`: what could not be processed, for those who run the product. Ends with 1 and one clear
// sentence when something is not as it must be.
import { runCommand } from './commands.js';

try {
  await runCommand(process.argv.slice(2), process.env, (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
