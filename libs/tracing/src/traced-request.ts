import { type Context, context, createContextKey, SpanKind, trace } from '@opentelemetry/api';
import { placeOf, remoteContext } from './place.js';
import { type Attributes, TracedWork } from './span.js';
import { spanMaker } from './span-maker.js';
import { readTraceparent, traceOf } from './trace-ids.js';

const REQUEST = createContextKey('roundtrip request');

/**
 * A request that may bring about work. What that is turns out on the way: from then on the request is the first span of its trace. A trace
 * that the caller is in himself is linked, and no more: strangers do not decide what is recorded.
 */
export class TracedRequest {
  private readonly startTime = Date.now();
  private span: TracedWork | undefined;

  /** @param traceparent of the caller */
  constructor(private readonly traceparent?: string) {}

  within<T>(work: () => T): T {
    return context.with(context.active().setValue(REQUEST, this), work);
  }

  /** @see requestIsAbout */
  about(subject: string, isNew: boolean): void {
    const maker = spanMaker();
    if (!maker || this.span) return;
    const caller = readTraceparent(this.traceparent);
    const options = {
      kind: SpanKind.SERVER,
      startTime: this.startTime,
      attributes: { 'roundtrip.job.id': subject },
      links: caller ? [{ context: remoteContext(caller) }] : [],
    };
    const around = context.active();
    const span = isNew
      ? maker.startRoot('request', options, traceOf(subject))
      : maker.start('request', options, placeOf(maker, subject, around).parent);
    this.span = new TracedWork(span, around);
  }

  /** What is done for it is shown beneath. */
  contextIn(around: Context): Context {
    return this.span ? this.span.contextIn(around) : around;
  }

  end(name: string, attributes: Attributes, failedWith?: string): void {
    if (!this.span) return;
    this.span.rename(name);
    this.span.note(attributes);
    if (failedWith !== undefined) this.span.failed(failedWith);
    this.span.end();
  }
}

/**
 * Says which job the request that is being answered brings about.
 *
 * @param isNew it is the one that the job came of; others, as one that asks it to stop, are shown beneath that one
 */
export function requestIsAbout(subject: string, isNew: boolean): void {
  if (spanMaker()) requestIn(context.active())?.about(subject, isNew);
}

const requestIn = (active: Context): TracedRequest | undefined => active.getValue(REQUEST) as TracedRequest | undefined;

/** The same function, that goes on with what is traced now: the events of a request's stream know nothing of it. */
export const goingOn = <F extends (...parameters: never[]) => unknown>(work: F): F =>
  spanMaker() ? context.bind(currentContext(), work) : work;

/** What is being done, and traced, at the moment. */
export function currentContext(): Context {
  const active = context.active();
  return trace.getSpan(active) ? active : (requestIn(active)?.contextIn(active) ?? active);
}
