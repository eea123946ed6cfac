import type { TemplateDataType } from '@roundtrip/contracts';
import type { FieldDefinition } from './field-definition.js';

/** The fields of an institution by rank, active and inactive. */
export interface Definitions {
  criteria: FieldDefinition[];
  authorisations: FieldDefinition[];
}

/** The fields that a template has columns for unless others are wanted, by rank. */
export const activeFields = (definitions: Definitions, dataType: TemplateDataType): FieldDefinition[] =>
  definitions[dataType].filter((field) => field.active);

/** The fields of a template: those that are wanted, in that order. Where one is not active, or not there, there is a hole. */
export function shownFields(
  definitions: Definitions,
  dataType: TemplateDataType,
  wanted: readonly string[] | undefined,
): (FieldDefinition | undefined)[] {
  const active = activeFields(definitions, dataType);
  return wanted?.map((code) => active.find((field) => field.code === code)) ?? active;
}
