import type { TemplateDataType } from '@roundtrip/contracts';
import type { Resolution } from '@roundtrip/database';
import type { Definitions, FieldDefinition } from '@roundtrip/fields';

export type Resolved = Extract<Resolution, { outcome: 'resolved' }>;

/**
 * The template's fields as they were when it was resolved, in that order; what has been renamed, ranked or deactivated since
 * changes nothing. Only the values, which say the order of a MULTI_LIST cell, come from the definitions as they are.
 */
export function templateFields(
  dataType: TemplateDataType,
  resolved: Pick<Resolved, 'fields'>,
  definitions: Definitions,
): FieldDefinition[] {
  const current = new Map(definitions[dataType].map((field) => [field.code, field]));
  return resolved.fields.map(({ code, name, kind }, rank) => ({
    path: `${dataType}.${code}`,
    code,
    name,
    kind,
    rank,
    active: true,
    values: current.get(code)?.values ?? [],
  }));
}
