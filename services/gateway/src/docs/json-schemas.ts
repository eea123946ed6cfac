import { z } from 'zod';

type Json = Record<string, unknown>;

/** JSON Schemas of zod schemas. Those with a name of their own (`meta({ id })`) become components, the rest stands where it is used. */
export class JsonSchemas {
  readonly components: Record<string, Json> = {};

  /** @param plain the schema itself even if it is a component */
  of(schema: z.ZodType, io: 'input' | 'output', plain = false): Json {
    // In a wrapper, as zod writes the outermost schema out even if it has a name.
    const { $defs = {}, properties } = z.toJSONSchema(z.object({ schema }), {
      io,
      unrepresentable: 'any',
    }) as unknown as {
      $defs?: Record<string, Json>;
      properties: { schema: Json };
    };
    for (const [name, definition] of Object.entries($defs)) this.components[name] ??= tidy(definition);
    const result = tidy(properties.schema);
    const name = typeof result['$ref'] === 'string' ? result['$ref'].split('/').at(-1) : undefined;
    return plain && name !== undefined ? (this.components[name] ?? result) : result;
  }
}

/** References point to the document's components; a pattern that only repeats a format is noise. */
function tidy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(tidy) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Json)
    .filter(
      ([key, part]) =>
        !(key === 'pattern' && 'format' in value) && !(key === 'id' && typeof part === 'string' && '$ref' in value),
    )
    .map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string' ? part.replace('#/$defs/', '#/components/schemas/') : tidy(part),
    ]);
  return Object.fromEntries(entries) as T;
}
