import type { INestApplication } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Health } from './health.js';

/**
 * `/health/live` and `/health/ready` on the port that everybody reaches, for load balancers: whether, and not why. What is away and the
 * metrics are for those who watch the service (`listenForWatchers`). They stand before Nest's router, so that no guard, prefix or filter
 * of a service can close them.
 */
export function addHealthRoutes(app: INestApplication): void {
  const health = app.get(Health);
  const http = app.getHttpAdapter();
  http.get('/health/live', (_request: Request, response: Response) => {
    response.json({ live: true });
  });
  http.get('/health/ready', async (_request: Request, response: Response) => {
    const { ready } = await health.report();
    response.status(ready ? 200 : 503).json({ ready });
  });
}
