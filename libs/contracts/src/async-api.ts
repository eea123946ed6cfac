import { z } from 'zod';
import { catalogue } from './catalogue.js';
import { type EventDefinition, type ServiceName, services } from './event.js';
import { eventIdText, keyText } from './key-text.js';
import { rule } from './rule.js';

type Json = Record<string, unknown>;

/** What is not required came later: older messages lack it. */
const headers: Json = {
  type: 'object',
  required: ['event-id', 'correlation-id', 'causation-id', 'occurred-at', 'producer'],
  properties: {
    'event-id': {
      type: 'string',
      description: 'Derived from the data: the same fact has the same id, so that repeats can be dropped',
    },
    'correlation-id': { type: 'string', description: 'The same for everything that one request led to' },
    'causation-id': { type: 'string', description: 'The event that led to this one' },
    'occurred-at': { type: 'string', format: 'date-time' },
    producer: { type: 'string', enum: [...services] },
    'content-type': { type: 'string', const: 'application/json' },
    traceparent: {
      type: 'string',
      description: 'The trace of the job that the event is about, when it is traced (W3C)',
    },
    ce_specversion: { type: 'string', const: '1.0', description: 'The message is a CloudEvent in binary mode' },
    ce_id: { type: 'string', description: 'As event-id' },
    ce_source: { type: 'string', enum: services.map((service) => `/roundtrip/${service}`) },
    ce_type: { type: 'string', enum: catalogue.map(({ topic }) => `roundtrip.${topic}`) },
    ce_time: { type: 'string', format: 'date-time', description: 'As occurred-at' },
    ce_subject: {
      type: 'string',
      description: 'What the event is about: the id of a template, an import, or a request to save something',
    },
  },
};

/** The catalogue as an AsyncAPI 3.0 document: every channel, who sends it and who receives it. */
export function asyncApi(): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Roundtrip events',
      version: '1.0.0',
      description:
        'Everything between services is an event: delivered at least once, in order of its key. A new optional field keeps the version of a topic; anything else is a new topic.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(catalogue.map((definition) => [definition.topic, channel(definition)])),
    operations: Object.fromEntries(catalogue.flatMap(operations)),
    components: {
      messages: Object.fromEntries(catalogue.map((definition) => [definition.topic, message(definition)])),
      messageTraits: { event: { headers } },
      schemas: schemas(),
    },
  };
}

const ref = (path: string): Json => ({ $ref: `#/${path}` });

const channel = (definition: EventDefinition): Json => ({
  address: definition.topic,
  description: definition.says,
  messages: { event: ref(`components/messages/${definition.topic}`) },
});

function operations(definition: EventDefinition): [string, Json][] {
  const on = (action: 'send' | 'receive', service: ServiceName): [string, Json] => [
    `${service}.${action}s.${definition.topic}`,
    {
      action,
      channel: ref(`channels/${definition.topic}`),
      messages: [ref(`channels/${definition.topic}/messages/event`)],
      tags: [{ name: service }],
    },
  ];
  return [on('send', definition.producer), ...definition.consumers.map((service) => on('receive', service))];
}

const message = (definition: EventDefinition): Json => ({
  name: definition.topic,
  summary: definition.says,
  traits: [ref('components/messageTraits/event')],
  payload: ref(`components/schemas/${definition.topic}`),
  bindings: { kafka: { key: { type: 'string', description: keyText(definition) } } },
  'x-event-id': eventIdText(definition),
});

/** Unknown fields are stripped, not rejected: hence the input side of the schemas. */
function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  registry.add(rule, { id: 'Rule' });
  for (const { topic, data } of catalogue) registry.add(data, { id: topic });
  const generated = z.toJSONSchema(registry, {
    target: 'draft-7',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    // The pattern repeats the format, leap years and all.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(generated.schemas).map(([id, { $schema: _dialect, $id: _own, ...schema }]) => [id, schema]),
  );
}
