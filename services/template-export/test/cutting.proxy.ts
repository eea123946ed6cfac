import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A way to the object store that can be cut in the middle of an upload. */
export class CuttingProxy {
  cuts = 0;
  private left = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(target: string): Promise<CuttingProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const proxy = new CuttingProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (client) => proxy.join(client, connect(Number(port), hostname)));
    return proxy;
  }

  /** The next uploads of objects end with a broken connection after their first bytes. */
  cutUploads(uploads: number): void {
    this.left = uploads;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  private join(client: Socket, store: Socket): void {
    for (const socket of [client, store]) {
      this.sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          client.destroy();
          store.destroy();
        });
    }
    client.on('data', (bytes: Buffer) => {
      if (this.left > 0 && bytes.subarray(0, 4).toString('latin1') === 'PUT ') {
        this.left -= 1;
        this.cuts += 1;
        client.resetAndDestroy();
        return;
      }
      store.write(bytes);
    });
    store.pipe(client);
  }
}
