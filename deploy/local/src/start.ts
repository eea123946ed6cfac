// `npm start`: the whole product on this machine, until Ctrl-C. `npm start -- --cluster`: each part of it several times.
import { parseArgs } from 'node:util';
import { stackHome } from './home.js';
import { stackPorts } from './ports.js';
import { StackError } from './stack-error.js';
import { openScreen } from './screen.js';
import { startStack } from './start-stack.js';
import { untilStopped } from './processes/until-stopped.js';
import { signInLinks } from './demo/sign-in-links.js';
import { welcome } from './demo/welcome.js';

const stop = untilStopped();
const { log, status } = openScreen(process.stdout);
try {
  const { cluster } = options();
  const stack = await startStack({
    home: stackHome(),
    ports: stackPorts(),
    env: process.env,
    cluster,
    log,
    status,
    signal: stop.signal,
  });
  log(welcome(stack.demo, await signInLinks(stack.demo)));
  const reason = await stop.requested;
  log(`stopping (${reason})`);
  await stack.stop();
  log('stopped; the data is kept for the next start');
} catch (error) {
  if (stop.signal.aborted) log('stopped before it was ready');
  else console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 1;
}
stop.end();

function options(): { cluster: boolean } {
  try {
    const { values } = parseArgs({ options: { cluster: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    throw new StackError(`npm start knows --cluster alone: ${error instanceof Error ? error.message : String(error)}`);
  }
}
