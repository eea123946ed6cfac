import { describe, expect, it } from '@jest/globals';
import { asyncApi, catalogue, updateProgressed } from './index.js';

interface Document {
  asyncapi: string;
  channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>;
  operations: Record<string, { action: string; channel: { $ref: string }; tags: { name: string }[] }>;
  components: {
    schemas: Record<string, { required?: string[]; properties?: object }>;
    messages: Record<string, object>;
  };
}

const document = asyncApi() as unknown as Document;

/** What a reference within the document points to. */
const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);

const refsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => (name === '$ref' ? [String(inner)] : refsIn(inner)));

describe('the AsyncAPI document', () => {
  it('has a channel, a message and a schema for every event of the catalogue, and no others', () => {
    const topics = catalogue.map(({ topic }) => topic).toSorted();
    expect(document.asyncapi).toBe('3.0.0');
    expect(Object.keys(document.channels).toSorted()).toEqual(topics);
    expect(Object.keys(document.components.messages).toSorted()).toEqual(topics);
    expect(Object.keys(document.components.schemas).toSorted()).toEqual(['Rule', ...topics].toSorted());
  });

  it('lets the producer of a topic send it and each consumer receive it', () => {
    for (const { topic, producer, consumers } of catalogue) {
      const of = Object.values(document.operations).filter(({ channel }) => channel.$ref === `#/channels/${topic}`);
      const services = (action: string) =>
        of.filter((operation) => operation.action === action).flatMap(({ tags }) => tags);
      expect(services('send')).toEqual([{ name: producer }]);
      expect(services('receive')).toEqual(consumers.map((name) => ({ name })));
    }
  });

  it('points nowhere but into itself', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => !ref.startsWith('#/') || at(ref) === undefined)).toEqual([]);
  });

  it('describes the data as the schema has it, and can be sent as JSON', () => {
    expect(document.components.schemas[updateProgressed.topic]).toMatchObject({
      type: 'object',
      required: ['importId', 'institution', 'linesDone', 'linesTotal'],
      properties: { importId: { type: 'string' }, linesDone: { type: 'integer', minimum: 0 } },
    });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
