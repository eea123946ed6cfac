import type { FieldFault, Sentence, TemplateDataType } from '@roundtrip/contracts';
import type { FieldDefinition } from '@roundtrip/fields';
import { sentence } from '@roundtrip/words';

/** What is wrong with the codes that a template is to show, by their places in the request; nothing when it can be made. */
export function wrongFields(
  codes: readonly string[],
  fields: readonly Pick<FieldDefinition, 'code' | 'active'>[],
  dataType: TemplateDataType,
): FieldFault[] {
  const known = new Map(fields.map((field) => [field.code, field]));
  const seen = new Set<string>();
  const fault = (code: string): Sentence | undefined => {
    const field = known.get(code);
    if (!field) return sentence('template-field-unknown', { code, type: dataType });
    if (!field.active) return sentence('template-field-inactive', { code, type: dataType });
    return seen.has(code) ? sentence('template-field-twice', { code, type: dataType }) : undefined;
  };
  return codes.flatMap((code, index) => {
    const message = fault(code);
    seen.add(code);
    return message === undefined ? [] : [{ pointer: `/fields/${index}`, message: [message] }];
  });
}
