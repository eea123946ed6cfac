import { FIELD_ERRORS_SHOWN, languages, rule } from '@roundtrip/contracts';
import { z } from 'zod';
import { problemBody } from '../http/problem-body.js';
import type { RouteDefinition } from '../http/route.js';
import { sessionCookieName } from '../auth/session-cookie.js';
import { JsonSchemas } from './json-schemas.js';
import { limitsOf, operationOf } from './openapi.operation.js';

type Json = Record<string, unknown>;

z.globalRegistry.add(rule, {
  id: 'Rule',
  description:
    'A leaf (field, operator, value) or a group of rules: all, any, none, notAll; up to 6 deep and 100 leaves',
});

const says = 'Bulk editing of contact data: targets, templates, imports. Events are described at /asyncapi.json.';
const spoken = `What is said for people follows Accept-Language (${languages.join(', ')}), else what you have chosen (PUT /v1/me/language), else the language of the institution; Content-Language says which it is. Where a browser fetches something by itself, as by a link (Sec-Fetch-Mode: navigate), Accept-Language is what the browser is set to, and your choice goes before it. With Prefer: translations a problem is said in all of them. Programs go by codes and params.`;
const limits = `An answer to a wrong request tells the first ${FIELD_ERRORS_SHOWN} faults. Limits of a request:`;

/** The OpenAPI document of the routes: what is served and what is written come from the same definitions. */
export function openApiDocument(routes: readonly RouteDefinition[], publicUrl: string): Json {
  const schemas = new JsonSchemas();
  schemas.of(problemBody, 'output');
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route, schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Roundtrip',
      version: '1',
      description: `${says}\n\n${spoken}\n\n${limits}\n\n${limitsOf(routes)}`,
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.components, RuleInput: { $ref: '#/components/schemas/Rule' } },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: rt_…' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookieName(publicUrl),
          description: 'From POST /v1/session',
        },
      },
    },
  };
}
