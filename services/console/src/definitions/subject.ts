import type { CriterionKind } from '@roundtrip/contracts';
import type { Authorisation, Criterion, CriterionValue } from '@roundtrip/gateway/api';
import { changed, created, type DefinitionForm } from './definition-form.js';

/** What is edited, or, without `current`, made. */
export type Subject =
  | { type: 'criterion'; current?: Criterion }
  | { type: 'authorisation'; current?: Authorisation }
  | { type: 'value'; of: Criterion; current?: CriterionValue };

export interface SaveRequest {
  method: 'post' | 'put';
  path: string;
  body: object;
}

const listOf = { criterion: '/v1/criteria', authorisation: '/v1/authorisations' } as const;
const at = (path: string, code: string): string => `${path}/${encodeURIComponent(code)}`;

/** How the API is asked for it. */
export function saveRequestOf(subject: Subject, form: DefinitionForm, code: string, kind: CriterionKind): SaveRequest {
  const { type, current } = subject;
  const body = current ? changed(current, form) : created(form);
  if (type === 'value') {
    return { method: 'put', path: at(`${at('/v1/criteria', subject.of.code)}/values`, current?.code ?? code), body };
  }
  if (current) return { method: 'put', path: at(listOf[type], current.code), body };
  return { method: 'post', path: listOf[type], body: { code, ...(type === 'criterion' && { kind }), ...body } };
}

/** A value that is asked for with a code that is there would change that one. */
export const codeIsTaken = (subject: Subject, code: string): boolean =>
  subject.type === 'value' && !subject.current && subject.of.values.some((value) => value.code === code);
