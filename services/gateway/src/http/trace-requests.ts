import { isTracing, TracedRequest } from '@roundtrip/tracing';
import type { Express } from 'express';
import { contextOf } from './request-context.js';

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Requests that may bring about work are traced, from their first byte to the last of their answer; what is only read is not. */
export function traceRequests(express: Express): void {
  if (!isTracing()) return;
  express.use((request, response, next) => {
    const { method, headers } = request;
    if (readMethods.has(method)) return next();
    const { traceparent } = headers;
    const traced = new TracedRequest(typeof traceparent === 'string' ? traceparent : undefined);
    response.once('close', () => {
      // Never the address as it was asked for, in which anything may stand.
      const route = contextOf(request)?.route.path ?? 'unknown';
      const { statusCode } = response;
      const attributes = {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': statusCode,
      };
      traced.end(`${method} ${route}`, attributes, statusCode >= 500 ? String(statusCode) : undefined);
    });
    traced.within(next);
  });
}
