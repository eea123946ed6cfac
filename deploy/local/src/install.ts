// `node deploy/local/dist/install.js`: installs the servers and does nothing else, for machines that prepare ahead.
import { installServers } from './install/install-servers.js';
import { untilStopped } from './processes/until-stopped.js';
import { openScreen } from './screen.js';
import { StackError } from './stack-error.js';

const stop = untilStopped();
try {
  const paths = await installServers(openScreen(process.stdout), { signal: stop.signal });
  console.log(JSON.stringify(paths));
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 1;
}
stop.end();
