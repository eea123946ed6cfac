import { type Context, context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { traceparentOf } from './trace-ids.js';

/** Ids, codes, counts and names of ours: never a value, a name of a file or a person, an address or the text of an error. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Something that is being done, and shown in a trace. */
export class TracedWork {
  constructor(
    private readonly span: Span,
    private readonly around: Context,
  ) {}

  /** For whoever goes on with it, as a header. */
  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return traceparentOf({ traceId, spanId, isSampled: traceFlags % 2 === 1 });
  }

  contextIn(around: Context): Context {
    return trace.setSpan(around, this.span);
  }

  /** Does the work, and ends with it. What is traced in it is shown beneath. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await context.with(this.contextIn(this.around), work);
      this.end();
      return result;
    } catch (error) {
      this.end(error);
      throw error;
    }
  }

  note(attributes: Attributes): void {
    this.span.setAttributes({ ...attributes });
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  happened(event: string, attributes: Attributes): void {
    this.span.addEvent(event, { ...attributes });
  }

  /** @param code of ours, or of the library that failed */
  failed(code: string): void {
    this.span.setAttribute('error.type', code);
    this.span.setStatus({ code: SpanStatusCode.ERROR });
  }

  /** @param error that it ends with */
  end(error?: unknown): void {
    if (error !== undefined) this.failed(errorType(error));
    this.span.end();
  }
}

/** Its code, else its class. Its text stays out: foreign errors quote the data that they fail on. */
export function errorType(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^[\w.-]{1,60}$/.test(code)) return code;
  return error instanceof Error ? error.name : 'object';
}
