// `node deploy/local/dist/install.js`: installs the servers and does nothing else, for machines that prepare ahead.
import { installServers } from './install/install-servers.js';
import { openScreen } from './screen.js';
import { StackError } from './stack-error.js';

try {
  const paths = await installServers(openScreen(process.stdout));
  console.log(JSON.stringify(paths));
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 1;
}
