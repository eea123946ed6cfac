import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import type { ServiceLog } from './service.log.js';

/** What an answer that is under way gets, before event streams and idle connections are cut. */
const httpGraceMs = 3_000;

/**
 * SIGTERM and SIGINT: HTTP ends, the consumer finishes its running messages within the grace, then producer and stores are closed. A
 * second signal ends the process at once.
 */
export function stopOnSignals(app: INestApplication, log: ServiceLog, stopGraceMs: number): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.log({ message: 'Stopping', signal });
    setTimeout(
      () => {
        log.error({ message: 'The stop took too long' });
        process.exit(1);
      },
      stopGraceMs + httpGraceMs + 10_000,
    ).unref();
    const server = app.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), httpGraceMs).unref();
    await app.close();
    log.log({ message: 'Stopped' });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error({ message: 'The stop failed' }, error);
        process.exit(1);
      });
    });
  }
}
