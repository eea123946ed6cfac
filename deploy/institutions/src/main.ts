// `npm run institution -- create|list|administrator`: makes an institution and lets its administrator in, for those who run the product.
// Ends with 1 and one clear sentence when something is not as it must be.
import { createInterface } from 'node:readline/promises';
import { runCommand } from './commands.js';

const isAttended = process.stdin.isTTY && process.stdout.isTTY;

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

try {
  await runCommand(process.argv.slice(2), process.env, {
    say: (line) => console.log(line),
    ...(isAttended && { ask }),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
