import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asyncApi, catalogue, type EventDefinition, subjectOf } from '@roundtrip/contracts';
import { type CloudEvent, Kafka } from 'cloudevents';
import { readDelivery, toMessage } from './message-headers.js';

interface Golden {
  key: string;
  eventId: string;
  data: object;
}
interface Headers {
  properties: Record<string, { enum?: string[]; const?: string }>;
}

const folder = join(import.meta.dirname, '../../contracts/fixtures');
const goldens = (topic: string): Golden[] =>
  JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8')) as Golden[];
const topics = catalogue.map((definition) => [definition.topic, definition] as const);
const at = new Date('2026-03-02T08:05:00.000Z');

const messageOf = (definition: EventDefinition, data: object, occurredAt = at) => {
  const { key, value, headers } = toMessage(definition, data, definition.producer, occurredAt);
  return { key: String(key), value: String(value), body: value, headers: headers as Record<string, string> };
};

/** As the SDK of CloudEvents reads it. @throws ValidationError */
function asCloudEvent(definition: EventDefinition, data: object, occurredAt?: Date): CloudEvent {
  const message = messageOf(definition, data, occurredAt);
  expect(Kafka.isEvent(message)).toBe(true);
  const event = Kafka.toEvent(message) as CloudEvent;
  event.validate();
  return event;
}

describe('a message', () => {
  it.each(topics)('of %s is a CloudEvent in binary mode, by the SDK of those', (topic, definition) => {
    for (const { key, eventId, data } of goldens(topic)) {
      expect(asCloudEvent(definition, data).toJSON()).toMatchObject({
        specversion: '1.0',
        id: eventId,
        source: `/roundtrip/${definition.producer}`,
        type: `roundtrip.${topic}`,
        time: at.toISOString(),
        subject: subjectOf(data),
        datacontenttype: 'application/json',
        partitionkey: key,
        data,
      });
    }
  });

  it.each(topics)('of %s has no header that the AsyncAPI document does not describe', (topic, definition) => {
    const { components } = asyncApi() as { components: { messageTraits: { event: { headers: Headers } } } };
    const { properties } = components.messageTraits.event.headers;
    for (const { data } of goldens(topic)) {
      const { headers } = messageOf(definition, data);
      expect(Object.keys(headers).filter((name) => !(name in properties))).toEqual([]);
      for (const [name, value] of Object.entries(headers)) {
        const { enum: allowed = [value], const: only = value } = properties[name]!;
        expect(allowed).toContain(value);
        expect(only).toBe(value);
      }
    }
  });

  it.each(topics)('of %s is about the job or the request that its id begins with', (topic) => {
    for (const { eventId, data } of goldens(topic)) expect(eventId.split(':')[0]).toBe(subjectOf(data));
  });

  it('that is said again has the same id and source, which no other has', () => {
    // A request wishes for one thing; only here one id stands for several.
    const ofJobs = (topic: string) => goldens(topic).filter(({ data }) => !('requestId' in data));
    const all = topics.flatMap(([topic, definition]) => ofJobs(topic).map(({ data }) => ({ definition, data })));
    expect(all.length).toBeGreaterThan(20);
    const facts = new Map<string, Set<string>>();
    for (const { definition, data } of all) {
      const [event, again] = [at, new Date()].map((time) => asCloudEvent(definition, data, time));
      expect([again!.id, again!.source]).toEqual([event!.id, event!.source]);
      const fact = `${event!.source} ${event!.id}`;
      // The same fact in an older form is the same.
      facts.set(fact, (facts.get(fact) ?? new Set()).add(definition.topic.replace(/\.v\d+$/, '')));
    }
    expect([...facts].filter(([, forms]) => forms.size > 1)).toEqual([]);
  });

  it('that has nothing of a CloudEvent, as one of before, is read as it is', () => {
    const [, definition] = topics[0]!;
    const [golden] = goldens(definition.topic);
    const { value, headers } = messageOf(definition, golden!.data);
    const before = Object.entries(headers).filter(([name]) => !name.startsWith('ce_') && name !== 'content-type');
    const message = {
      key: null,
      value: Buffer.from(value),
      headers: Object.fromEntries(before.map(([name, text]) => [name, Buffer.from(text)])),
      timestamp: String(at.getTime()),
      attributes: 0,
      offset: '7',
    };
    const delivery = readDelivery({ topic: definition.topic, partition: 0, message }, new AbortController().signal);
    expect(delivery).toMatchObject({ eventId: golden!.eventId, occurredAt: at.toISOString() });
  });
});
