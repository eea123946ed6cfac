import type { EventDefinition } from '@roundtrip/contracts';

const definitions = new WeakMap<object, EventDefinition>();

export const markHandler = (method: object, definition: EventDefinition): void => {
  definitions.set(method, definition);
};

/** The event that a method decorated with `On` handles. */
export const definitionOf = (method: object): EventDefinition | undefined => definitions.get(method);
