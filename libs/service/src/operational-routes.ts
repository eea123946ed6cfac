import type { INestApplication } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Health } from './health.js';
import { metrics } from './metrics.js';

/**
 * `/health/live`, `/health/ready` and `/metrics`, the same in every service. They stand before Nest's router, so that no guard,
 * prefix or filter of a service can close them to those who watch it.
 */
export function addOperationalRoutes(app: INestApplication): void {
  const health = app.get(Health);
  const http = app.getHttpAdapter();
  http.get('/health/live', (_request: Request, response: Response) => {
    response.json({ live: true });
  });
  http.get('/health/ready', async (_request: Request, response: Response) => {
    const report = await health.report();
    response.status(report.ready ? 200 : 503).json(report);
  });
  http.get('/metrics', async (_request: Request, response: Response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
