import { EMPTY, type FieldKind, kindTraits, type Language } from '@roundtrip/contracts';
import { type Definitions, type FieldDefinition, guardFormula } from '@roundtrip/fields';
import { sentence, sentencesText } from '@roundtrip/words';

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
export const criterionValueRows = (
  { criteria, authorisations }: Definitions,
  language: Language,
): CriterionValueRow[] => [
  ...criteria.flatMap((field) => rowsOf('criterion', field, language)),
  ...authorisations.flatMap((field) => rowsOf('authorisation', field, language)),
];

function rowsOf(type: CriterionValueRow['type'], field: FieldDefinition, language: Language): CriterionValueRow[] {
  const { kind, code, name, active } = field;
  const values = valuesOf(field, language);
  const shared = { type, kind, code, name, active };
  if (values.length === 0) {
    return [{ ...shared, valueCode: null, valueName: null, valueActive: null, example: exampleOf(field, language) }];
  }
  return values.map((value) => ({
    ...shared,
    valueCode: value.code,
    valueName: value.name,
    valueActive: value.active,
    example: kindTraits[kind].several || !value.active ? exampleOf(field, language) : cellOf(field, value.code),
  }));
}

interface Value {
  code: string;
  name: string;
  active: boolean;
}

function valuesOf({ kind, values }: FieldDefinition, language: Language): readonly Value[] {
  if (!kindTraits[kind].yesNo) return values;
  const named = (code: string, id: 'value-true' | 'value-false' | 'value-never-stated'): Value => ({
    code,
    name: sentencesText(language, [sentence(id)]),
    active: true,
  });
  const yesAndNo = [named('TRUE', 'value-true'), named('FALSE', 'value-false')];
  return kind === 'AUTHORISATION' ? [...yesAndNo, named(EMPTY, 'value-never-stated')] : yesAndNo;
}

/** A code that looks like a formula would run where it is pasted; `Empty` is a word of ours, which removes. */
const cellOf = ({ kind }: FieldDefinition, code: string): string => (kind === 'LIST' ? guardFormula(code) : code);

/** For a set: two of the active codes, joined as the file wants them. */
function exampleOf({ kind, values }: FieldDefinition, language: Language): string {
  const usable = values.filter((value) => value.active).map((value) => value.code);
  const examples: Record<FieldKind, string> = {
    LIST: guardFormula(usable[0] ?? ''),
    MULTI_LIST: guardFormula(usable.slice(0, 2).join('|')),
    BOOLEAN: 'TRUE',
    AUTHORISATION: 'TRUE',
    TEXT: sentencesText(language, [sentence('value-any-text')]),
    NUMBER: '12.5',
    DATE: '2026-05-31',
  };
  return examples[kind];
}
