// `node deploy/local/dist/servers.js [--home DIR] [--ports-offset N] [--only kafka,mongo]`: the servers without the
// services, for work on one service and for tests. Prints the environment that reaches them as one line of JSON when
// they are ready; runs until Ctrl-C.
import { parseArgs } from 'node:util';
import { stackHome } from './home.js';
import { stackPorts } from './ports.js';
import { serverNames, type ServerName } from './servers/server-names.js';
import { openScreen } from './screen.js';
import { StackError } from './stack-error.js';
import { startServers } from './servers/start-servers.js';
import { untilStopped } from './processes/until-stopped.js';

const { values } = parseArgs({
  options: { home: { type: 'string' }, 'ports-offset': { type: 'string' }, only: { type: 'string' } },
});

function chosen(list: string | undefined): ServerName[] {
  if (list === undefined) return [...serverNames];
  return list.split(',').map((name) => {
    const known = serverNames.find((server) => server === name);
    if (known === undefined) throw new StackError(`${name} is no server: choose from ${serverNames.join(', ')}.`);
    return known;
  });
}

const stop = untilStopped();
try {
  const servers = await startServers({
    home: values.home ?? stackHome(),
    ports: stackPorts(process.env, Number(values['ports-offset'] ?? 0)),
    only: chosen(values.only),
    // Standard output is for whoever reads the environment.
    ...openScreen(process.stderr),
    signal: stop.signal,
  });
  console.log(JSON.stringify(servers.env));
  await stop.requested;
  await servers.stop();
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error instanceof StackError ? error.message : error);
    process.exitCode = 1;
  }
}
stop.end();
