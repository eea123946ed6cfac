import { at, isObject, type Json, objectIn, SchemaChanges } from './schema-changes.rules.js';

/**
 * What of the messages of a release is understood no more: those that still lie in Kafka are read by the new version, and while it
 * is brought in the old one reads what the new one says. So a schema may grow by optional properties alone; all else is a new topic.
 *
 * @param before the AsyncAPI document of the release @param after the one of today
 * @returns a line for each breaking change
 */
export function asyncApiChanges(before: Json, after: Json): string[] {
  const changes = new SchemaChanges(before, after);
  const [were, are] = [objectIn(before, 'channels'), objectIn(after, 'channels')];
  for (const topic of Object.keys(were)) {
    if (!(topic in are)) {
      changes.note(`${topic}: the topic is gone`);
      continue;
    }
    const [was, is] = [messageOf(before, were[topic]), messageOf(after, are[topic])];
    for (const [what, textOf] of Object.entries(fixed)) {
      if (textOf(was) !== textOf(is))
        changes.note(`${topic}: ${what} was ${textOf(was) || 'absent'}, is ${textOf(is) || 'absent'}`);
    }
    changes.compare(headersOf(before, was), headersOf(after, is), `${topic}, headers`, ['writer', 'reader']);
    changes.compare(was['payload'], is['payload'], topic, ['writer', 'reader']);
  }
  return changes.breaking();
}

/** What the order and the dropping of repeats stand on. */
const fixed: Readonly<Record<string, (message: Json) => string>> = {
  'the key': (message) => text(objectIn(objectIn(objectIn(message, 'bindings'), 'kafka'), 'key')['description']),
  'the event id': (message) => text(message['x-event-id']),
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const resolved = (document: Json, value: unknown): unknown =>
  isObject(value) && typeof value['$ref'] === 'string' ? at(document, value['$ref']) : value;

/** Each topic has one kind of message. */
function messageOf(document: Json, channel: unknown): Json {
  const message = resolved(document, Object.values(objectIn(channel, 'messages'))[0]);
  return isObject(message) ? message : {};
}

function headersOf(document: Json, message: Json): Json {
  const traits = Array.isArray(message['traits']) ? (message['traits'] as unknown[]) : [];
  return objectIn(resolved(document, traits[0]), 'headers');
}
