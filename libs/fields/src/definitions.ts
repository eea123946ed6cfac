import type { TemplateDataType } from '@roundtrip/contracts';
import type { FieldDefinition } from './field-definition.js';

/** The fields of an institution by rank, active and inactive. */
export interface Definitions {
  criteria: FieldDefinition[];
  authorisations: FieldDefinition[];
}

/** The fields that a template of the data type has a column for, by rank. */
export const activeFields = (definitions: Definitions, dataType: TemplateDataType): FieldDefinition[] =>
  definitions[dataType].filter((field) => field.active);
