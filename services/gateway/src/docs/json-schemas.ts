import { z } from 'zod';
import { componentExamples } from './component-examples.js';

type Json = Record<string, unknown>;

/** JSON Schemas of zod schemas. Those with a name of their own (`meta({ id })`) become components, the rest stands where it is used. */
export class JsonSchemas {
  readonly components: Record<string, Json> = {};

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    // In a wrapper, as zod writes the outermost schema out even if it has a name.
    const { $defs = {}, properties } = z.toJSONSchema(z.object({ schema }), {
      io,
      unrepresentable: 'any',
    }) as unknown as { $defs?: Record<string, Json>; properties: { schema: Json } };
    for (const [name, definition] of Object.entries($defs)) {
      const example = componentExamples[name];
      this.components[name] ??= { ...tidy(definition, io), ...(example !== undefined && { examples: [example] }) };
    }
    return tidy(properties.schema, io);
  }
}

/** What zod says and a reader does not need: patterns that repeat a format, the limits of integers, and that answers never grow. */
const isNoise = (key: string, value: unknown, holder: Json, io: 'input' | 'output'): boolean =>
  (key === 'pattern' && 'format' in holder) ||
  (io === 'output' && key === 'additionalProperties' && value === false) ||
  ((key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER);

function tidy<T>(value: T, io: 'input' | 'output'): T {
  if (Array.isArray(value)) return value.map((item: unknown) => tidy(item, io)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const holder = value as Json;
  const entries = Object.entries(holder)
    .filter(([key, part]) => !isNoise(key, part, holder, io))
    .map(([key, part]) => [key, key === '$ref' ? toComponent(String(part)) : tidy(part, io)]);
  return Object.fromEntries(entries) as T;
}

const toComponent = (reference: string): string => reference.replace('#/$defs/', '#/components/schemas/');
