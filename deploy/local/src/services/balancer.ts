import { connect, createServer, type Server, type Socket } from 'node:net';

/** Takes connections at one address and hands them to several, in turn. */
export interface Balancer {
  close(): Promise<void>;
}

/**
 * What stands before several gateways in production, as small as it can be: it looks at nothing that is said. A connection goes to the next in
 * turn that takes it; one that is down is passed over, and when none takes it, it is ended.
 *
 * @param ports on 127.0.0.1, of those behind
 * @throws when the port cannot be listened on
 */
export async function startBalancer(port: number, ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const open = new Set<Socket>();
  const kept = (socket: Socket): Socket => {
    open.add(socket);
    return socket.once('close', () => open.delete(socket));
  };
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true }, (client) => {
    kept(client).on('error', () => client.destroy());
    const first = turn++;
    tryNext(0);

    function tryNext(tried: number): void {
      const behind = ports[(first + tried) % ports.length];
      if (behind === undefined || tried === ports.length || client.destroyed) {
        client.destroy();
        return;
      }
      const gateway = kept(connect({ host: '127.0.0.1', port: behind, allowHalfOpen: true, noDelay: true }));
      const refused = (): void => tryNext(tried + 1);
      gateway.once('error', refused);
      gateway.once('connect', () => {
        gateway.off('error', refused).on('error', () => client.destroy());
        client.once('close', () => gateway.destroy());
        gateway.once('close', () => client.destroy());
        gateway.pipe(client).pipe(gateway);
      });
    }
  });
  await listening(server, port);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve());
  });
