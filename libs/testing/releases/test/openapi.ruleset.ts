/* oxlint-disable unicorn/no-thenable -- a rule of spectral says by `then` what is done with what it has found */
import { roles } from '@roundtrip/contracts/words';
import type { IFunctionResult, RulesetDefinition, RulesetFunction } from '@stoplight/spectral-core';
import functions from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';

// How the REST interface speaks: what everybody asks of an OpenAPI document, and what the routes of this product have in common.

interface Operation {
  operationId: string;
  summary: string;
  'x-role': string;
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, Answer>;
}
interface Answer {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: { $ref?: string; properties?: Record<string, unknown> } }>;
}

const operations = '$.paths[*][get,post,put,patch,delete]';

/** A rule of an operation: what is wrong with it, if anything. */
const operationRule = (faultOf: (operation: Operation, method: string, path: string) => string | false) => {
  const look: RulesetFunction = (operation, _options, { path }): IFunctionResult[] => {
    const [, address, method] = path.map(String);
    const fault = faultOf(operation as Operation, method ?? '', address ?? '');
    return fault === false ? [] : [{ message: fault }];
  };
  return { given: operations, severity: 'error', resolved: false, then: { function: look } } as const;
};

/** A rule of each property of a body. */
const propertyRule = (faultOf: (name: string, schema: { format?: string } | null) => string | false) => {
  const look: RulesetFunction = (properties): IFunctionResult[] =>
    Object.entries(properties as Record<string, { format?: string } | null>)
      .map(([name, schema]) => faultOf(name, schema))
      .filter((fault) => fault !== false)
      .map((message) => ({ message }));
  return { given: '$..properties', severity: 'error', resolved: false, then: { function: look } } as const;
};

const isProblem = ([status]: [string, Answer]): boolean => !/^[23]/.test(status);
const withCredential = (operation: Operation): boolean => operation['x-role'] !== 'none';

export const openApiRuleset: RulesetDefinition = {
  extends: [[rulesets.oas as RulesetDefinition, 'all']],
  rules: {
    // Whoever runs an installation is to be asked, and it is licensed to nobody.
    'info-contact': 'off',
    'info-license': 'off',
    'license-url': 'off',
    // A summary is a sentence here, and mostly enough; so is the word of a tag. They stand in the order of the page of documents.
    'operation-description': 'off',
    'tag-description': 'off',
    'openapi-tags-alphabetical': 'off',
    // The ids in a path are named by what they are of.
    'oas3-parameter-description': {
      given: '$.paths[*][*].parameters[?(@.in !== "path")]',
      severity: 'error',
      then: { field: 'description', function: functions.truthy },
    },
    'summary-is-a-sentence': operationRule(
      ({ summary }) => !/^[A-Z].*[.?]$/.test(summary) && 'A summary is a sentence, with a full stop',
    ),
    'role-is-known': operationRule(
      (operation) => !['none', 'any', ...roles].includes(operation['x-role']) && `x-role is ${operation['x-role']}`,
    ),
    'path-is-kebab-case': {
      given: '$.paths',
      severity: 'error',
      then: {
        field: '@key',
        function: functions.pattern,
        functionOptions: { match: '^(/([a-z0-9.-]+|\\{[a-zA-Z]+\\}))+$' },
      },
    },
    'property-is-camel-case': propertyRule((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name) && `${name} is not camelCase`),
    'problem-is-problem-json': operationRule(({ responses }) => {
      const others = Object.entries(responses)
        .filter(isProblem)
        .filter(
          ([, { content }]) =>
            content?.['application/problem+json']?.schema?.$ref !== '#/components/schemas/Problem' &&
            content?.['application/json']?.schema?.properties?.['ready'] === undefined,
        );
      return others.length > 0 && `${others.map(([status]) => status).join(', ')}: no application/problem+json`;
    }),
    'problem-may-come': operationRule(({ responses }) => !('default' in responses) && 'Any problem may come'),
    'wait-is-told': operationRule(({ responses }) => {
      const silent = ['429', '503'].filter((status) => {
        const { content = {}, headers = {} } = responses[status] ?? {};
        return 'application/problem+json' in content && !('Retry-After' in headers);
      });
      return silent.length > 0 && `${silent.join(', ')}: no Retry-After`;
    }),
    'post-can-be-repeated': operationRule(
      (operation, method) =>
        method === 'post' &&
        withCredential(operation) &&
        !operation.parameters.some(({ name }) => name === 'Idempotency-Key') &&
        'A POST with a credential takes an Idempotency-Key',
    ),
    'credential-is-refused': operationRule(
      (operation) =>
        withCredential(operation) &&
        ['401', '403', '429'].some((status) => !(status in operation.responses)) &&
        'Who needs a credential can be refused: 401, 403, 429',
    ),
    'id-may-be-unknown': operationRule(
      ({ responses }, _method, path) => path.includes('{') && !('404' in responses) && 'An id may be unknown: 404',
    ),
    'body-has-an-example': operationRule(
      ({ requestBody }) =>
        Object.values(requestBody?.content ?? {}).some(({ example }) => example === undefined) &&
        'A request body is shown by an example',
    ),
    'list-has-pages': operationRule(({ operationId, parameters, responses }) => {
      const names = parameters.map(({ name }) => name);
      const page = responses['200']?.content?.['application/json']?.schema?.properties ?? {};
      const isPaged = ['limit', 'cursor'].every((name) => names.includes(name));
      const isPage = ['items', 'nextCursor'].every((name) => name in page);
      return isPaged !== isPage && `${operationId}: limit, cursor, items and nextCursor belong together`;
    }),
    'time-is-called-at': propertyRule(
      (name, schema) =>
        schema?.format === 'date-time' && !/(?:^at|At)$/.test(name) && `${name} is a time, and not called At`,
    ),
  },
};
