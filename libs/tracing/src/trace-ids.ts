import { createHash } from 'node:crypto';

/** Of a W3C trace context, in hexadecimal: 32 digits, and 16. */
export interface TraceIds {
  traceId: string;
  spanId: string;
}

export interface RemoteSpan extends TraceIds {
  isSampled: boolean;
}

/**
 * The trace of a job, or of a request to save something, and its first span: the request that it came of. Both follow from its id. So what is
 * said again, minutes later, by another process, or to one whose message tells of no trace, belongs to the same trace, nobody has to keep
 * anything, and all decide alike whether a job is recorded.
 */
export function traceOf(subject: string): TraceIds {
  const digits = createHash('sha256').update(`roundtrip ${subject}`).digest('hex');
  return { traceId: digits.slice(0, 32), spanId: digits.slice(32, 48) };
}

/** As the header `traceparent` has it: https://www.w3.org/TR/trace-context/ */
export const traceparentOf = ({ traceId, spanId, isSampled }: RemoteSpan): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

const form = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]([\da-f])(?:-.*)?$/;

/** Undefined for what is no `traceparent`. */
export function readTraceparent(header: string | undefined): RemoteSpan | undefined {
  const [, traceId, spanId, flags] = form.exec(header ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, isSampled: Number.parseInt(flags, 16) % 2 === 1 };
}
