import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';
import { exampleBody, fillPath, type Operation, startWalk, type Walk } from './openapi-walk.js';

/** Every route of the OpenAPI document: what is wrong is refused wherever it stands, and never a fault of ours. */

interface Refused {
  what: string;
  status: number;
  code?: string;
}

describe('a wrong request', () => {
  let gateway: GatewayFixture;
  let fixture: Walk['fixture'];
  let operations: Operation[];
  let ours: Walk['ours'];

  beforeAll(async () => {
    ({ gateway, fixture, operations, ours } = await startWalk());
  }, 90_000);
  afterAll(() => fixture.close());

  const parametersOf = (place: 'path' | 'query') =>
    operations.flatMap((operation) =>
      ((operation.operation.parameters ?? []) as Json[])
        .filter((parameter) => parameter.in === place)
        .map((parameter) => ({ operation, name: parameter.name as string })),
    );
  const ask = async ({ method, path, operation }: Operation, address: string, body?: string): Promise<Refused> => {
    const given = body ?? (exampleBody(operation) === undefined ? undefined : JSON.stringify(exampleBody(operation)));
    const { status, json } = await gateway.ask(method, address, given === undefined ? {} : { body: given });
    return { what: `${method} ${path}`, status, code: json?.code };
  };
  /** An authorisation is named by the same parameter as a criterion. */
  const addressOf = (path: string, values: Record<string, string>): string =>
    fillPath(
      path,
      path.startsWith('/v1/authorisations')
        ? { ...values, code: values['code'] === ours['code'] ? 'EMAIL' : values['code']! }
        : values,
    );

  const key = 'k'.repeat(60_000);
  it.each([
    ['thousands of unknown names', Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`unknown-${n}`, n]))],
    ['one name of 60,000 characters', { [key]: { [key]: 1 } }],
    ['lists of wrong things', { rule: { all: Array.from({ length: 4_000 }, () => ({ [key.slice(0, 10)]: 1 })) } }],
    [
      'a rule of long names',
      {
        code: 'X',
        name: 'X',
        rule: { all: Array.from({ length: 90 }, () => ({ field: key.slice(0, 2_000), is: 'x' })) },
      },
    ],
    ['thousands of wrong values', { values: Array.from({ length: 4_000 }, () => 0) }],
  ])('that holds %s has a short answer wherever it goes', async (_, body) => {
    const withBody = operations.filter(({ operation }) => operation.requestBody?.content?.['application/json']);
    expect(withBody.length).toBeGreaterThan(10);
    for (const { method, path } of withBody) {
      const { status, text } = await gateway.ask(method, addressOf(path, ours), { body });
      const answer = { path, isRefused: status >= 400 && status < 500, isShort: text.length < 15_000 };
      expect(answer).toEqual({ path, isRefused: true, isShort: true });
    }
  });

  it('without a credential is refused above 4 kB', async () => {
    const body = JSON.stringify({ key: 'k'.repeat(5_000) });
    const { status, json } = await gateway.ask('POST', '/v1/session', { body, as: 'nobody' });
    expect({ status, code: json.code }).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('that is too large leaves a connection that answers the next ones', async () => {
    const statuses: number[] = [];
    for (const length of [400_000, 100, 100, 300_000, 180_000, 180_000, 400_000, 100, 100, 100]) {
      const { status } = await gateway.ask('POST', '/v1/api-keys', { body: { key: 'k'.repeat(length) } });
      statuses.push(status);
    }
    expect(statuses).toEqual([413, 422, 422, 413, 422, 422, 413, 422, 422, 422]);
  });

  it('with NUL in its path is 422, whatever stands there', async () => {
    const inPath = parametersOf('path');
    expect(inPath.length).toBeGreaterThan(15);
    for (const { operation, name } of inPath) {
      expect([name, await ask(operation, addressOf(operation.path, { ...ours, [name]: 'a\0b' }))]).toEqual([
        name,
        { what: `${operation.method} ${operation.path}`, status: 422, code: 'CHARACTER_INVALID' },
      ]);
    }
  });

  it('with NUL in its query is refused, as 422 where any text may stand', async () => {
    const inQuery = parametersOf('query');
    expect(inQuery.length).toBeGreaterThan(10);
    for (const { operation, name } of inQuery) {
      const answer = await ask(operation, `${addressOf(operation.path, ours)}?${name}=%00`);
      expect([name, [400, 422].includes(answer.status) ? 'refused' : answer]).toEqual([name, 'refused']);
    }
    for (const address of ['/v1/contacts?query=%00', '/v1/contacts?query=Jo%00', '/v1/contacts?cursor=%00']) {
      const { status, json } = await gateway.get(address);
      expect([address, status, json.code]).toEqual([address, 422, 'CHARACTER_INVALID']);
    }
  });

  it('with a position of a list that nothing can stand at is 400', async () => {
    for (const position of ['"\\u0000"', '"a\\ud800"']) {
      const cursor = Buffer.from(position).toString('base64url');
      const { status, json } = await gateway.get(`/v1/contacts?cursor=${cursor}`);
      expect([position, status, json.code]).toEqual([position, 400, 'CURSOR_INVALID']);
    }
  });

  it('whose body is JSON, and no object, is refused by every route that reads one', async () => {
    const reading = operations.filter(({ operation }) => exampleBody(operation) !== undefined);
    expect(reading.length).toBeGreaterThan(10);
    const before = await gateway.database.jobs.countDocuments({});
    for (const operation of reading) {
      for (const body of ['null', '[]', '""', '0', 'false', '[null]']) {
        const answer = await ask(operation, addressOf(operation.path, ours), body);
        expect([body, answer]).toEqual([
          body,
          { what: `${operation.method} ${operation.path}`, status: 422, code: 'VALIDATION_FAILED' },
        ]);
      }
      for (const body of [' ', '\r\n', '{', 'undefined']) {
        const answer = await ask(operation, addressOf(operation.path, ours), body);
        expect([body, answer]).toEqual([
          body,
          { what: `${operation.method} ${operation.path}`, status: 400, code: 'JSON_MALFORMED' },
        ]);
      }
    }
    expect(await gateway.database.jobs.countDocuments({})).toBe(before);
  });

  it('with NUL or half of a character in any text of its body is 422, and names the place', async () => {
    for (const operation of operations) {
      const example = exampleBody(operation.operation) as Record<string, unknown> | undefined;
      if (example === undefined) continue;
      for (const [name, value] of Object.entries(example)) {
        if (typeof value !== 'string') continue;
        for (const bad of ['a\0', '\ud800']) {
          const { status, json } = await gateway.ask(operation.method, addressOf(operation.path, ours), {
            body: { ...example, [name]: bad },
          });
          expect([operation.path, name, status, json.code, json.errors?.[0]?.pointer]).toEqual([
            operation.path,
            name,
            422,
            'CHARACTER_INVALID',
            `/${name}`,
          ]);
        }
      }
    }
    const rule = { all: [{ field: 'contact.lastName', is: 'contains', value: 'a\0' }] };
    const { status, json } = await gateway.post('/v1/targets/preview', { rule });
    expect([status, json.errors]).toEqual([422, [expect.objectContaining({ pointer: '/rule/all/0/value' })]]);
  });
});
