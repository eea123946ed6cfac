import type { FieldError, TemplateDataType } from '@roundtrip/contracts';
import type { FieldDefinition } from '@roundtrip/fields';

const one: Readonly<Record<TemplateDataType, string>> = { criteria: 'criterion', authorisations: 'authorisation' };

/** What is wrong with the codes that a template is to show, by their places in the request; nothing when it can be made. */
export function wrongFields(
  codes: readonly string[],
  fields: readonly Pick<FieldDefinition, 'code' | 'active'>[],
  dataType: TemplateDataType,
): FieldError[] {
  const known = new Map(fields.map((field) => [field.code, field]));
  const seen = new Set<string>();
  const fault = (code: string): string | undefined => {
    const field = known.get(code);
    if (!field) return `"${code}" is the code of no ${one[dataType]} of your institution.`;
    if (!field.active) return `The ${one[dataType]} ${code} is inactive. Activate it, or leave it out.`;
    return seen.has(code) ? `The ${one[dataType]} ${code} stands twice. Name it once.` : undefined;
  };
  return codes.flatMap((code, index) => {
    const message = fault(code);
    seen.add(code);
    return message === undefined ? [] : [{ pointer: `/fields/${index}`, message }];
  });
}
