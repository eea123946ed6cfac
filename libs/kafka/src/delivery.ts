import { AsyncLocalStorage } from 'node:async_hooks';

/** What a handler learns about a message besides its data. */
export interface Delivery {
  eventId: string;
  correlationId: string;
  causationId: string;
  occurredAt: string;
  topic: string;
  /** Fires when the message is another member's now, or the process has to stop: leave, nothing will be acknowledged. */
  signal: AbortSignal;
}

interface Trace {
  correlationId: string;
  eventId?: string;
}

const traces = new AsyncLocalStorage<Trace>();

/** What the code that runs at the moment was caused by. */
export const currentTrace = (): Trace | undefined => traces.getStore();

/** Events that `work` publishes carry this correlation and, when given, the event that caused them. */
export const withTrace = <T>(trace: Trace, work: () => T): T => traces.run(trace, work);
