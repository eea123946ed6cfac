import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import type { Express } from 'express';
import helmet from 'helmet';
import { serveConsole } from './console/console.pages.js';
import { GatewayConfig } from './config.js';
import { answerBadHttp } from './http/bad-http.js';
import { traceRequests } from './http/trace-requests.js';

/** Longest time that an upload may take in all; that it stands still is noticed much earlier (imports/). */
const UPLOAD_MS = 3600_000;

const YEAR_S = 365 * 24 * 3600;

/** Nothing may be loaded from elsewhere, nothing may frame us. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
};

/** What has to be set on the server before the routes. */
export function prepareHttp(app: INestApplication): void {
  const express = app.getHttpAdapter().getInstance() as Express;
  express.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  const { SLOW_REQUEST_MS, PUBLIC_URL, PROXIES } = app.get(GatewayConfig);
  express.set('trust proxy', PROXIES);
  // Of this host alone: what its neighbours do is not ours to say.
  const strictTransportSecurity = PUBLIC_URL.startsWith('https:') && { maxAge: YEAR_S, includeSubDomains: false };
  traceRequests(express);
  app.use(helmet({ contentSecurityPolicy, referrerPolicy: { policy: 'no-referrer' }, strictTransportSecurity }));
  serveConsole(express);
  const server = app.getHttpServer() as Server & { connectionsCheckingInterval: number };
  server.requestTimeout = UPLOAD_MS;
  server.headersTimeout = SLOW_REQUEST_MS;
  // How often Node looks at the two: read when the server begins to listen.
  server.connectionsCheckingInterval = SLOW_REQUEST_MS / 4;
  server.on('clientError', answerBadHttp);
}
