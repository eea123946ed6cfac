import { EMPTY, type FieldKind, kindTraits } from '@roundtrip/contracts';
import { type Definitions, type FieldDefinition, guardFormula } from '@roundtrip/fields';

export interface CriterionValueRow {
  type: 'criterion' | 'authorisation';
  kind: FieldKind;
  code: string;
  name: string;
  active: boolean;
  /** Null for a field that takes any value of its kind. */
  valueCode: string | null;
  valueName: string | null;
  valueActive: boolean | null;
  /** As it may be pasted into a `[new]` cell. */
  example: string;
}

/** "Access criterion values": what a `[new]` cell of each field may hold, one row a value, by rank. */
export const criterionValueRows = ({ criteria, authorisations }: Definitions): CriterionValueRow[] => [
  ...criteria.flatMap((field) => rowsOf('criterion', field)),
  ...authorisations.flatMap((field) => rowsOf('authorisation', field)),
];

function rowsOf(type: CriterionValueRow['type'], field: FieldDefinition): CriterionValueRow[] {
  const { kind, code, name, active } = field;
  const values = valuesOf(field);
  const shared = { type, kind, code, name, active };
  if (values.length === 0) {
    return [{ ...shared, valueCode: null, valueName: null, valueActive: null, example: exampleOf(field) }];
  }
  return values.map((value) => ({
    ...shared,
    valueCode: value.code,
    valueName: value.name,
    valueActive: value.active,
    example: kindTraits[kind].several || !value.active ? exampleOf(field) : cellOf(field, value.code),
  }));
}

const yesAndNo = [
  { code: 'TRUE', name: 'True', active: true },
  { code: 'FALSE', name: 'False', active: true },
];
const removal = { code: EMPTY, name: 'Never stated', active: true };

function valuesOf({ kind, values }: FieldDefinition): { code: string; name: string; active: boolean }[] {
  if (kind === 'AUTHORISATION') return [...yesAndNo, removal];
  if (kind === 'BOOLEAN') return yesAndNo;
  return values;
}

/** A code that looks like a formula would run where it is pasted; `Empty` is a word of ours, which removes. */
const cellOf = ({ kind }: FieldDefinition, code: string): string => (kind === 'LIST' ? guardFormula(code) : code);

/** For a set: two of the active codes, joined as the file wants them. */
function exampleOf({ kind, values }: FieldDefinition): string {
  const usable = values.filter((value) => value.active).map((value) => value.code);
  const examples: Record<FieldKind, string> = {
    LIST: guardFormula(usable[0] ?? ''),
    MULTI_LIST: guardFormula(usable.slice(0, 2).join('|')),
    BOOLEAN: 'TRUE',
    AUTHORISATION: 'TRUE',
    TEXT: 'Any text',
    NUMBER: '12.5',
    DATE: '2026-05-31',
  };
  return examples[kind];
}
