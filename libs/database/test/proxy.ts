import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Fault = 'request' | 'answer';

/** A way to the database on which a server takes nothing more, or on which requests and answers are lost. */
export async function startProxy(target: URL) {
  const sockets = new Set<Socket>();
  const clients: Socket[] = [];
  const faults: { command: string; lost: Fault }[] = [];
  const server = createServer((client) => {
    const there = connect(Number(target.port), target.hostname);
    for (const socket of [client, there]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [client, there].forEach((end) => end.destroy()));
    }
    clients.push(client);
    client.on('data', (bytes) => {
      const index = faults.findIndex(({ command }) => bytes.includes(`${command}\0`));
      const [fault] = index < 0 ? [] : faults.splice(index, 1);
      if (fault?.lost === 'request') client.destroy();
      if (fault?.lost === 'answer') {
        there
          .unpipe(client)
          .once('data', () => client.destroy())
          .resume();
      }
    });
    client.pipe(there);
    there.pipe(client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    stall: () => clients.forEach((client) => client.unpipe().pause()),
    /** Of the next requests with this command so many are lost on the way, or are worked on and their answer is. */
    lose: (lost: Fault, command: string, times = 1) => {
      for (let one = 0; one < times; one++) faults.push({ command, lost });
    },
    /** What was to be lost and never came. */
    left: () => faults.length,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
