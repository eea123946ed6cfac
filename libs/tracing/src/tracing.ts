import { SpanKind, trace } from '@opentelemetry/api';
import { placeOf } from './place.js';
import { type Attributes, errorType, TracedWork } from './span.js';
import { spanMaker } from './span-maker.js';
import { readTraceparent } from './trace-ids.js';
import { currentContext } from './traced-request.js';

export interface Traced {
  name: string;
  /** Of something inside this process, if absent. */
  kind?: SpanKind;
  attributes?: Attributes;
}

/** How traces speak of a call of the database; not one for each document. */
export const databaseCall = (operation: string, collection: string, documents?: number): Traced => ({
  name: `${operation} ${collection}`,
  kind: SpanKind.CLIENT,
  attributes: {
    'db.system.name': 'mongodb',
    'db.operation.name': operation,
    'db.collection.name': collection,
    'db.operation.batch.size': documents,
  },
});

/** Does the work as a part of what is traced at the moment. What nobody asked for, as a sweep, is not traced. */
export function traced<T>(what: Traced, work: () => Promise<T>): Promise<T> {
  const begun = begin(what);
  return begun ? begun.during(work) : work();
}

/** As `traced`, until the stream that comes of it is closed. */
export async function tracedStream<T extends NodeJS.ReadableStream>(what: Traced, open: () => Promise<T>): Promise<T> {
  const begun = begin(what);
  if (!begun) return open();
  try {
    const stream = await open();
    stream.once('error', (error: unknown) => begun.failed(errorType(error)));
    stream.once('close', () => begun.end());
    return stream;
  } catch (error) {
    begun.end(error);
    throw error;
  }
}

function begin({ name, kind = SpanKind.INTERNAL, attributes = {} }: Traced): TracedWork | undefined {
  const maker = spanMaker();
  if (!maker) return undefined;
  const parent = currentContext();
  if (!trace.getSpan(parent)) return undefined;
  return new TracedWork(maker.start(name, { kind, attributes: { ...attributes } }, parent), parent);
}

/**
 * Begins something about a job, in the trace of that job, whoever does it and whenever; it is ended by the caller.
 *
 * @param subject a job, or a request to save something; of what is about none there is no trace
 * @param traceparent of a message; it counts when it is of that trace
 */
export function beginAbout(
  subject: string | undefined,
  { name, kind = SpanKind.INTERNAL, attributes = {} }: Traced,
  traceparent?: string,
): TracedWork | undefined {
  const maker = spanMaker();
  if (!maker || subject === undefined) return undefined;
  const around = currentContext();
  const { parent, links } = placeOf(maker, subject, around, readTraceparent(traceparent));
  const options = { kind, attributes: { 'roundtrip.job.id': subject, ...attributes }, links };
  return new TracedWork(maker.start(name, options, parent), around);
}

/** For logs; undefined where nothing is traced. */
export const currentTraceId = (): string | undefined => spanMaker() && trace.getSpanContext(currentContext())?.traceId;
