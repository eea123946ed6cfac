import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BaseConfig } from './base.config.js';
import { StartProblem } from './connect-stores.js';
import type { Health } from './health.js';
import { metrics } from './metrics.js';

type Answer = { status: number; type: string; body: string };
const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** `/health/live`, `/health/ready` with what is away, and `/metrics`. */
async function answerTo(path: string, health: Health): Promise<Answer> {
  if (path === '/health/live') return json(200, { live: true });
  if (path === '/health/ready') {
    const report = await health.report();
    return json(report.ready ? 200 : 503, report);
  }
  if (path === '/metrics')
    return { status: 200, type: metrics.registry.contentType, body: await metrics.registry.metrics() };
  return json(404, { paths: ['/health/live', '/health/ready', '/metrics'] });
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}

/**
 * For those who watch the service, on a port of its own, which is reached from this machine alone unless METRICS_HOST says otherwise.
 *
 * @returns the port
 * @throws StartProblem when the port is taken
 */
export async function listenForWatchers(
  health: Health,
  { METRICS_PORT, METRICS_HOST }: Pick<BaseConfig, 'METRICS_PORT' | 'METRICS_HOST'>,
): Promise<number> {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    answerTo(request.method === 'GET' ? path : '', health).then(
      (answer) => send(response, answer),
      () => send(response, json(500, {})),
    );
  });
  await listen(server, METRICS_PORT, METRICS_HOST);
  return (server.address() as AddressInfo).port;
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const sentence = `Port ${port} is taken: stop what listens there or set METRICS_PORT.`;
      failed(taken ? new StartProblem(sentence, { cause: error }) : error);
    });
    server.listen(port, host, listening);
  });
