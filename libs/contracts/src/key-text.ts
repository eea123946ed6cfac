import type { EventDefinition } from './event.js';

/** A stand-in for event data that answers every path with its own name in braces. */
const named = (path: string): object =>
  new Proxy(
    {},
    {
      get: (_target, property) => {
        if (property === Symbol.toPrimitive) return () => `{${path}}`;
        if (typeof property === 'symbol') return undefined;
        return named(path === '' ? property : `${path}.${property}`);
      },
    },
  );

const textOf = (derive: EventDefinition['key']): string => {
  // A key that is a field as it is comes back as a stand-in, not as a text.
  const derived: unknown = derive(named(''));
  return String(derived);
};

/** How the Kafka key is made, e.g. `{importId}:{chunk}`. */
export const keyText = (definition: EventDefinition): string => textOf(definition.key);

/** How the event id is made, e.g. `{importId}:completed`. */
export const eventIdText = (definition: EventDefinition): string => textOf(definition.id);
