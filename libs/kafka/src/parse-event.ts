import type { EventData, EventDefinition } from '@roundtrip/contracts';
import { InvalidMessage } from './kafka.errors.js';

/**
 * @param value bytes of a message; null for a tombstone
 * @throws InvalidMessage that names paths and expectations, never values
 */
export function parseEvent<D extends EventDefinition>(definition: D, value: unknown): EventData<D> {
  if (!Buffer.isBuffer(value)) throw new InvalidMessage(`${definition.topic}: no value`);
  let json: unknown;
  try {
    json = JSON.parse(value.toString('utf8'));
  } catch {
    throw new InvalidMessage(`${definition.topic}: not JSON`);
  }
  const result = definition.data.safeParse(json);
  if (result.success) return result.data as EventData<D>;
  throw new InvalidMessage(`${definition.topic}: ${describeIssues(result.error.issues)}`);
}

export const describeIssues = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the message'}: ${message}`)
    .join('; ');
