import { eventually, type ReceivedSpan, type TraceReceiver } from '@roundtrip/test-kit/client';
import { traceOf } from '@roundtrip/tracing';
import { mailSent } from '@roundtrip/contracts';

/** Of processes that are traced: sent soon, so that nobody waits for them. */
export const tracedInto = (receiver: TraceReceiver): Record<string, string> => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  OTEL_BSP_SCHEDULE_DELAY: '200',
});

/** The trace of a job whose mail is sent, when all of it has come: the gateway hears of the mail last. */
export function wholeTrace(receiver: TraceReceiver, jobId: string): Promise<ReceivedSpan[]> {
  const { traceId } = traceOf(jobId);
  return eventually(async () => {
    const spans = receiver.spans().filter((span) => span.traceId === traceId);
    const known = new Set(spans.map(({ spanId }) => spanId));
    const isWhole = spans.every(({ parentSpanId }) => parentSpanId === undefined || known.has(parentSpanId));
    return isWhole && spans.some(({ name }) => name === `deliver ${mailSent.topic}`) ? spans : undefined;
  });
}
