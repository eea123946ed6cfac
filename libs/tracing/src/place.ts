import { type Context, type Link, ROOT_CONTEXT, trace, TraceFlags } from '@opentelemetry/api';
import type { SpanMaker } from './span-maker.js';
import { type RemoteSpan, traceOf } from './trace-ids.js';

/**
 * Where in the trace of a job something belongs: beneath what its message says, or what is done at the moment, when that is of the same trace;
 * else beneath the request that the job came of.
 */
export function placeOf(
  maker: SpanMaker,
  subject: string,
  around: Context,
  said?: RemoteSpan,
): { parent: Context; links: Link[] } {
  const first = traceOf(subject);
  if (said?.traceId === first.traceId) return { parent: remote(said), links: [] };
  const current = trace.getSpanContext(around);
  if (current?.traceId === first.traceId) return { parent: around, links: [] };
  const parent = remote({ ...first, isSampled: maker.isSampled(first.traceId) });
  // Done on the way of another job: the end of one lets the next one begin.
  return { parent, links: current ? [{ context: current }] : [] };
}

const remote = (span: RemoteSpan): Context => trace.setSpanContext(ROOT_CONTEXT, remoteContext(span));

export const remoteContext = ({ traceId, spanId, isSampled }: RemoteSpan) => ({
  traceId,
  spanId,
  traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  isRemote: true,
});
