export { SpanKind } from '@opentelemetry/api';
export { type Attributes, errorType, TracedWork } from './span.js';
export { isTracing } from './span-maker.js';
export { startTracing, stopTracing } from './start-tracing.js';
export { traceOf } from './trace-ids.js';
export { goingOn, requestIsAbout, TracedRequest } from './traced-request.js';
export { beginAbout, currentTraceId, databaseCall, type Traced, traced, tracedStream } from './tracing.js';
export { tracesSamplers, type TracingSettings } from './tracing-settings.js';
