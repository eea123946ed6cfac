import type { Context, Span, SpanOptions } from '@opentelemetry/api';
import type { TraceIds } from './trace-ids.js';

export interface SpanMaker {
  start(name: string, options: SpanOptions, parent: Context): Span;
  /** The first of a trace, with ids that are known already. */
  startRoot(name: string, options: SpanOptions, ids: TraceIds): Span;
  /** Whether a trace of this id is recorded, when nobody has decided on it before. */
  isSampled(traceId: string): boolean;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

let maker: SpanMaker | undefined;

/** None while nothing is traced: then each function of this package looks here, does the work, and that is all. */
export const spanMaker = (): SpanMaker | undefined => maker;

export const useSpanMaker = (next: SpanMaker | undefined): void => {
  maker = next;
};

export const isTracing = (): boolean => maker !== undefined;
