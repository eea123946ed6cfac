import type { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';
import { groupOf, ProviderFixture } from './provider-fixture.js';

/** What a spec needs that asks every route: all of them, and of each kind of thing one that the first institution has. */
export interface Walk {
  gateway: GatewayFixture;
  /** The same gateway, with the provider by which people sign in to it. */
  fixture: ProviderFixture;
  operations: Operation[];
  /** Ids, by the names of path parameters. */
  ours: Record<string, string>;
}

export async function startWalk(): Promise<Walk> {
  // Nobody works on what is walked, and on a slow machine a walk takes longer than a gateway waits before it asks again.
  const fixture = await ProviderFixture.start({ env: { JOB_SILENCE_MS: '3600000' } });
  const { gateway } = fixture;
  const operations = (await operationsOf(gateway)).filter(({ path }) => path.startsWith('/v1/'));
  const [targetId = ''] = Object.values(gateway.institution.targets);
  const template = await gateway.post('/v1/templates', { dataType: 'criteria', targetId });
  const upload = await gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER;[new] X\r\n');
  const contacts = await gateway.get('/v1/contacts?limit=1');
  const key = await gateway.post('/v1/api-keys', { name: 'Walked', role: 'viewer' });
  const walked = await fixture.signIn(fixture.person('walked', [groupOf('viewer')]));
  const ours = {
    personId: (await walked.ask('GET', '/v1/me')).json.id,
    targetId,
    templateId: template.json.templateId,
    importId: upload.json.importId,
    keyId: key.json.keyId,
    contactNumber: contacts.json.items[0].contactNumber,
    code: 'PROFESSION',
    valueCode: 'TEACHER',
  };
  return { gateway, fixture, operations, ours };
}

export interface Operation {
  method: string;
  path: string;
  role: string;
  operation: Json;
}

/** Every operation of the gateway's own OpenAPI document. */
export async function operationsOf(gateway: GatewayFixture): Promise<Operation[]> {
  const { json } = await gateway.get('/openapi.json', { as: 'nobody' });
  return Object.entries<Record<string, Json>>(json.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      role: operation['x-role'] as string,
      operation,
    })),
  );
}

export const fillPath = (path: string, values: Record<string, string>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'unknown'));

export const exampleBody = (operation: Json): unknown => operation.requestBody?.content?.['application/json']?.example;
