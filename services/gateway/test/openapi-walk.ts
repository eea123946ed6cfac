import type { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

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
