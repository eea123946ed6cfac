import { describe, expect, it } from '@jest/globals';
import { notAccepted } from '../accepted.rules.js';
import { asyncApiChanges } from './asyncapi-changes.rules.js';
import { openApiChanges } from './openapi-changes.rules.js';
import type { Json } from './schema-changes.rules.js';

const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const text = { type: 'string' };
const operation = {
  operationId: 'createTarget',
  'x-role': 'editor',
  parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 200 } }],
  requestBody: { required: false, ...json({ type: 'object', properties: { code: text } }) },
  responses: {
    201: { headers: { Location: {} }, ...json({ type: 'object', properties: { code: text }, required: ['code'] }) },
    409: { content: { 'application/problem+json': {} } },
  },
};
const openApi = (post: Json): Json => ({ paths: { '/v1/targets': { post } } });
const changedTo = (change: object): string[] =>
  openApiChanges(openApi(operation), openApi({ ...operation, ...change }));

describe('a change of the REST interface', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['another name of the operation', { operationId: 'newTarget' }, ['operationId was createTarget, is newTarget']],
    ['fewer may', { 'x-role': 'admin' }, ['was for editor, is for admin']],
    ['more may', { 'x-role': 'viewer' }, []],
    ['a parameter less', { parameters: [] }, ['query parameter limit: is gone']],
    [
      'a parameter that must be there',
      { parameters: [...operation.parameters, { name: 'of', in: 'query', required: true, schema: text }] },
      ['query parameter of: is required'],
    ],
    [
      'a parameter that takes less',
      { parameters: [{ ...operation.parameters[0], schema: { type: 'integer', maximum: 100 } }] },
      ['query parameter limit: maximum was 200, is 100'],
    ],
    ['a body that must be there', { requestBody: { ...operation.requestBody, required: true } }, ['body: is required']],
    [
      'a property of the body that must be there',
      { requestBody: json({ type: 'object', properties: { code: text }, required: ['code'] }) },
      ['body: the property code is required'],
    ],
    ['a body of another type', { requestBody: { content: { 'text/csv': {} } } }, ['body: application/json is gone']],
    ['an answer less', { responses: { 409: operation.responses['409'] } }, ['answer 201: is gone']],
    ['a problem less', { responses: { 201: operation.responses['201'] } }, []],
    [
      'an answer that may lack a property, and has no header',
      { responses: { 201: json({ type: 'object', properties: { code: text, more: text } }) } },
      ['answer 201: the header Location is gone', 'answer 201: the property code may be absent'],
    ],
  ])('is told when there is %s', (_what, change, said) => {
    const expected = said.map((what) => expect.stringMatching(new RegExp(`^POST /v1/targets(?:, |: )${what}$`)));
    expect(changedTo(change)).toEqual(expected);
  });

  it('is told when an operation or a path is gone', () => {
    expect(openApiChanges(openApi(operation), { paths: { '/v1/targets': { get: operation } } })).toEqual([
      'POST /v1/targets: is gone',
    ]);
    expect(openApiChanges(openApi(operation), { paths: {} })).toEqual(['POST /v1/targets: is gone']);
  });
});

const message = {
  traits: [{ $ref: '#/components/messageTraits/event' }],
  payload: { $ref: '#/components/schemas/a.b.v1' },
  bindings: { kafka: { key: { type: 'string', description: '{importId}' } } },
  'x-event-id': '{importId}:begun',
};
const asyncApi = (payload: Json, more: object = {}, headers: string[] = ['event-id']): Json => ({
  channels: { 'a.b.v1': { messages: { event: { $ref: '#/components/messages/a.b.v1' } } } },
  components: {
    messages: { 'a.b.v1': { ...message, ...more } },
    messageTraits: { event: { headers: { type: 'object', properties: {}, required: headers } } },
    schemas: { 'a.b.v1': payload },
  },
});
const payload = { type: 'object', properties: { importId: text }, required: ['importId'] };

describe('a change of messages', () => {
  it.each<[string, Json, string[]]>([
    ['nothing', asyncApi(payload), []],
    [
      'a property that may be there',
      asyncApi({ ...payload, properties: { importId: text, parts: { type: 'integer' } } }),
      [],
    ],
    [
      'a property that must be there',
      asyncApi({ ...payload, required: ['importId', 'parts'] }),
      ['v1: the property parts is required'],
    ],
    ['a property less', asyncApi({ type: 'object', properties: {} }), ['v1: the property importId is gone']],
    [
      'a value that readers of before do not know',
      asyncApi({ ...payload, properties: { importId: { anyOf: [text, { type: 'null' }] } } }),
      ['v1.importId: the kind null is new'],
    ],
    [
      'another key',
      asyncApi(payload, { bindings: { kafka: { key: { description: '{institution}' } } } }),
      ['a.b.v1: the key was {importId}, is {institution}'],
    ],
    [
      'another event id',
      asyncApi(payload, { 'x-event-id': '{importId}' }),
      ['a.b.v1: the event id was {importId}:begun, is {importId}'],
    ],
    [
      'another header',
      asyncApi(payload, {}, ['event-id', 'producer']),
      ['a.b.v1, headers: the property producer is required'],
    ],
    ['a topic less', { channels: {} }, ['a.b.v1: the topic is gone']],
  ])('is told when there is %s', (_what, after, said) => {
    expect(asyncApiChanges(asyncApi(payload), after)).toEqual(
      said.map((what) => (what.startsWith('v1') ? `a.b.${what}` : what)),
    );
  });
});

describe('a breaking change that is wanted', () => {
  it('is accepted with a reason, as long as it is there', () => {
    const accepted = [{ change: 'a is gone', because: 'nobody has it' }];
    expect(notAccepted(['a is gone'], accepted)).toEqual([]);
    expect(notAccepted(['a is gone', 'b is gone'], accepted)).toEqual(['b is gone']);
    expect(notAccepted(['a is gone'], [{ change: 'a is gone', because: ' ' }])).toEqual(['a is gone']);
    expect(notAccepted([], accepted)).toEqual(['accepted, and not there: a is gone']);
  });
});
