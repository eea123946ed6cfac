import { type AnswerDefinition, bodyBytesAtMost, type RouteDefinition } from '../http/route.js';
import { ANSWER_MS } from '../http/deadlines.js';
import type { JsonSchemas } from './json-schemas.js';

type Json = Record<string, unknown>;

/** One route as an OpenAPI operation. `x-role` is the role that it needs. */
export function operationOf(route: RouteDefinition, schemas: JsonSchemas): Json {
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    'x-role': route.role,
    ...(route.roleNote && { 'x-role-note': route.roleNote }),
    security: route.role === 'none' ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: parametersOf(route, schemas),
    ...bodyOf(route, schemas),
    responses: responsesOf(route, schemas),
  };
}

/** What a request may ask for of each route, as a table in Markdown. */
export const limitsOf = (routes: readonly RouteDefinition[]): string =>
  ['| Route | Body | Answer within |', '| --- | --- | --- |', ...routes.map(limitsRow)].join('\n');

function limitsRow(route: RouteDefinition): string {
  const body = route.multipart ? 'UPLOAD_MAX_BYTES' : route.body ? sizeOf(route) : 'none';
  const { timeLimitMs = ANSWER_MS } = route;
  const time = timeLimitMs === 0 ? 'as long as bytes move' : `${timeLimitMs / 1000} s`;
  return `| ${route.method.toUpperCase()} ${route.path} | ${body} | ${time} |`;
}

const sizeOf = (route: RouteDefinition): string => `${bodyBytesAtMost(route) / 1024} kB`;

function parametersOf(route: RouteDefinition, schemas: JsonSchemas): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const { properties = {}, required = [] } = (route.query ? schemas.of(route.query, 'input') : {}) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description,
    schema: name === 'limit' ? { type: 'integer', minimum: 1, maximum: 200, default: 50 } : schema,
  }));
  return [...inPath, ...inQuery, ...headersOf(route)];
}

function headersOf(route: RouteDefinition): Json[] {
  if (route.path === '/v1/events') {
    const description = 'Continue after this event';
    return [{ name: 'Last-Event-ID', in: 'header', required: false, description, schema: { type: 'string' } }];
  }
  if (route.method !== 'post' || route.role === 'none') return [];
  const description = 'The same key with the same request gets the first answer again, for 24 hours';
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description,
      schema: { type: 'string', minLength: 1, maxLength: 100 },
    },
  ];
}

function bodyOf(route: RouteDefinition, schemas: JsonSchemas): Json {
  const { body, bodyOptional, multipart, example } = route;
  if (multipart) {
    return {
      requestBody: {
        description: 'Each file up to UPLOAD_MAX_BYTES',
        required: true,
        content: { 'multipart/form-data': { schema: schemas.of(multipart, 'input'), example } },
      },
    };
  }
  if (!body) return {};
  const content = {
    'application/json': { schema: schemas.of(body, 'input'), ...(example !== undefined && { example }) },
  };
  return { requestBody: { description: `Up to ${sizeOf(route)}`, required: !bodyOptional, content } };
}

function responsesOf(route: RouteDefinition, schemas: JsonSchemas): Json {
  const answers = Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer, schemas)] as const);
  const problems = Object.entries(problemsOf(route)).map(
    ([status, codes]) => [status, problemResponse(status, codes)] as const,
  );
  return { ...Object.fromEntries(problems), ...Object.fromEntries(answers), default: problemResponse('default', []) };
}

function answerOf({ description, schema, media = [], headers = {} }: AnswerDefinition, schemas: JsonSchemas): Json {
  const json = schema ? { 'application/json': { schema: schemas.of(schema, 'output') } } : {};
  const others = Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' } }]));
  const content = { ...json, ...others };
  const described = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ]);
  return {
    description,
    ...(described.length > 0 && { headers: Object.fromEntries(described) as Json }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

/** Those of the route and those that follow from what it is. */
function problemsOf(route: RouteDefinition): Record<string, readonly string[]> {
  const post = route.method === 'post' && route.role !== 'none';
  const json = route.body !== undefined;
  const holdsText = json || route.query !== undefined || route.path.includes('{');
  const implied: [number, readonly string[]][] = [
    [
      400,
      [
        ...(route.query ? ['PARAMETER_INVALID', 'CURSOR_INVALID'] : []),
        ...(json ? ['JSON_MALFORMED', 'BODY_MISSING'] : []),
      ],
    ],
    [401, route.role === 'none' ? [] : ['UNAUTHORISED']],
    [403, route.role === 'none' ? [] : ['FORBIDDEN']],
    [404, route.path.includes('{') ? ['NOT_FOUND'] : []],
    [409, post ? ['IDEMPOTENCY_KEY_IN_USE'] : []],
    [413, json ? ['BODY_TOO_LARGE'] : []],
    [415, json ? ['MEDIA_TYPE_UNSUPPORTED'] : []],
    [
      422,
      [
        ...(holdsText ? ['CHARACTER_INVALID'] : []),
        ...(json ? ['VALIDATION_FAILED'] : []),
        ...(post ? ['IDEMPOTENCY_KEY_REUSED'] : []),
      ],
    ],
    [429, route.role === 'none' ? [] : ['TOO_MANY_REQUESTS']],
    [
      503,
      [
        ...(route.path.startsWith('/v1/') ? ['TEMPORARILY_UNAVAILABLE'] : []),
        ...(route.method === 'get' ? [] : ['ACTIVITY_NOT_WRITTEN']),
      ],
    ],
  ];
  const own: Readonly<Record<number, readonly string[]>> = route.problems ?? {};
  const merged = implied.map(([status, codes]) => [status, [...new Set([...codes, ...(own[status] ?? [])])]] as const);
  const all: Record<string, readonly string[]> = { ...own, ...Object.fromEntries(merged) };
  return Object.fromEntries(Object.entries(all).filter(([, codes]) => codes.length > 0));
}

const problemResponse = (status: string, codes: readonly string[]): Json => ({
  description: codes.length > 0 ? `Problem: ${codes.join(', ')}` : 'Any other problem',
  ...(['429', '503'].includes(status) && {
    headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } },
  }),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
