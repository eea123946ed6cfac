import type { EventDefinition } from '@roundtrip/contracts';
import type { DeadLetterHook } from './dead-letter.js';

/** What `On` says about a method. */
export interface HandledEvent {
  definition: EventDefinition;
  onDeadLetter?: DeadLetterHook<object, EventDefinition>;
}

const handled = new WeakMap<object, HandledEvent>();

export const markHandler = (method: object, event: HandledEvent): void => {
  handled.set(method, event);
};

/** The event that a method decorated with `On` handles. */
export const handledBy = (method: object): HandledEvent | undefined => handled.get(method);
