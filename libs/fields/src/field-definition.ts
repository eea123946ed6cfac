import type { FieldKind } from '@roundtrip/contracts';

/** An allowed value of a LIST or MULTI_LIST. */
export interface CriterionValue {
  code: string;
  name: string;
  rank: number;
  active: boolean;
}

/** A criterion or an authorisation as the rest of the product uses it. */
export interface FieldDefinition {
  /** `criteria.CODE` or `authorisations.CODE`: the path in the contact document, in plans and in rules. */
  path: string;
  code: string;
  name: string;
  kind: FieldKind;
  rank: number;
  active: boolean;
  /** Of LIST and MULTI_LIST, by rank, inactive ones included. */
  values: CriterionValue[];
}

/** What reading and writing cells needs to know of a field. */
export type CellField = Pick<FieldDefinition, 'code' | 'name' | 'kind' | 'values'>;
