import { type FieldFault, kindTraits } from '@roundtrip/contracts';
import { type AuthorisationDocument, type CriterionDocument, contactId } from '@roundtrip/database';
import { isDefinitionCode, isName } from '@roundtrip/fields';
import { sentence } from '@roundtrip/words';
import type { RequestOf } from './requests.repository.js';
import { appliedBefore, remember } from './applied-requests.js';
import { mergeValue, mergeValues, tooManyValues, valueOfLetters, valueProblems } from './criterion-value.rules.js';
import { type Decision, refuse } from './decision.js';
import { type Refusal, refused } from './refusal.js';

export type DefinitionRequest = RequestOf<'definition-save'>;
type Asked<T extends DefinitionRequest['definition']['type']> = Extract<DefinitionRequest['definition'], { type: T }>;
type Definition = CriterionDocument | AuthorisationDocument;

export const hasValues = (kind: CriterionDocument['kind'] | undefined): boolean =>
  kind !== undefined && kindTraits[kind].coded;

const unknown = (code: string): Refusal => refused(404, 'DEFINITION_UNKNOWN', sentence('definition-unknown', { code }));

const taken = (code: string): Refusal =>
  refused(409, 'DEFINITION_CODE_TAKEN', sentence('definition-code-taken', { code }), [
    { pointer: '/code', message: [sentence('code-taken')] },
  ]);

const invalid = (problems: FieldFault[]): Refusal =>
  refused(422, 'DEFINITION_INVALID', sentence('definition-invalid'), problems);

/** A template has two columns for each active field of its data type, and names them all in one message. */
export const MAX_ACTIVE_FIELDS = 500;

/** The fields of the same data type as they are. */
export interface Others {
  lastRank: number;
  active: number;
}

/** Creates or replaces a criterion. What the request leaves out is kept, or takes its default: rank after the last, active. */
export function decideCriterion(
  current: CriterionDocument | undefined,
  request: DefinitionRequest,
  asked: Asked<'criterion'>,
  others: Others,
): Decision<CriterionDocument> {
  const early = answerAtOnce(current, request, asked.code);
  if (early) return early;

  const kind = asked.kind ?? current?.kind;
  const problems = definitionProblems(current, asked, others);
  if (kind === undefined) problems.push({ pointer: '/kind', message: [sentence('kind-needed')] });
  if (current && kind !== current.kind) {
    problems.push({ pointer: '/kind', message: [sentence('kind-fixed', { kind: current.kind })] });
  }
  if (asked.values && asked.values.length > 0 && !hasValues(kind)) {
    problems.push({ pointer: '/values', message: [sentence('kind-without-values')] });
  }
  problems.push(...valueProblems(asked.values ?? []));
  if (problems.length > 0 || kind === undefined) return refuse(invalid(problems));

  const values = asked.values ? mergeValues(current?.values ?? [], asked.values) : (current?.values ?? []);
  const tooMany = asked.values ? tooManyValues(values, '/values') : [];
  if (tooMany.length > 0) return refuse(invalid(tooMany));
  const document = { ...nextVersion(current, request, asked, others.lastRank), kind, values };
  return { outcome: 'save', document, created: current === undefined };
}

/** Creates or replaces one value of a criterion; the criterion has to be there. */
export function decideCriterionValue(
  current: CriterionDocument | undefined,
  request: DefinitionRequest,
  asked: Asked<'criterion-value'>,
): Decision<CriterionDocument> {
  const before = current && appliedBefore(current.appliedRequests, request.requestId);
  if (before) return { outcome: 'applied', ...before };
  if (!current) return refuse(unknown(asked.code));
  if (!hasValues(current.kind)) {
    return refuse(
      invalid([
        { pointer: '', message: [sentence('criterion-without-values', { code: current.code, kind: current.kind })] },
      ]),
    );
  }
  const existing = valueOfLetters(current.values, asked.value.code);
  if (existing && request.intent === 'create') return refuse(taken(asked.value.code));

  const wanted = { ...asked.value, name: asked.value.name ?? existing?.name };
  const problems = valueProblems([wanted], '');
  if (problems.length > 0 || wanted.name === undefined) return refuse(invalid(problems));

  const created = existing === undefined;
  const values = mergeValue(current.values, { ...wanted, name: wanted.name });
  const tooMany = created ? tooManyValues(values, '/code') : [];
  if (tooMany.length > 0) return refuse(invalid(tooMany));
  return {
    outcome: 'save',
    document: {
      ...current,
      values,
      version: current.version + 1,
      appliedRequests: remember(current.appliedRequests, request.requestId, created),
    },
    created,
  };
}

/** Creates or replaces an authorisation. */
export function decideAuthorisation(
  current: AuthorisationDocument | undefined,
  request: DefinitionRequest,
  asked: Asked<'authorisation'>,
  others: Others,
): Decision<AuthorisationDocument> {
  const early = answerAtOnce(current, request, asked.code);
  if (early) return early;
  const problems = definitionProblems(current, asked, others);
  if (problems.length > 0) return refuse(invalid(problems));
  const document = nextVersion(current, request, asked, others.lastRank);
  return { outcome: 'save', document, created: current === undefined };
}

/** What needs no look at the rest of the request: answered before, not there, there already. */
function answerAtOnce(current: Definition | undefined, request: DefinitionRequest, code: string) {
  const before = current && appliedBefore(current.appliedRequests, request.requestId);
  if (before) return { outcome: 'applied' as const, ...before };
  if (request.intent === 'create' && current) return refuse(taken(code));
  if (request.intent === 'replace' && !current) return refuse(unknown(code));
  return undefined;
}

function definitionProblems(
  current: Definition | undefined,
  asked: Asked<'criterion' | 'authorisation'>,
  { active }: Others,
): FieldFault[] {
  const problems: FieldFault[] = [];
  const becomesActive = (asked.active ?? current?.active ?? true) && current?.active !== true;
  if (becomesActive && active >= MAX_ACTIVE_FIELDS) {
    const type = asked.type === 'criterion' ? 'criteria' : 'authorisations';
    const message = [sentence('fields-active-too-many', { most: MAX_ACTIVE_FIELDS, type })];
    problems.push({ pointer: '/active', message });
  }
  if (!isDefinitionCode(asked.code)) {
    problems.push({ pointer: '/code', message: [sentence('definition-code-form')] });
  }
  const name = asked.name ?? current?.name;
  if (name === undefined) problems.push({ pointer: '/name', message: [sentence('name-needed')] });
  else if (!isName(name)) problems.push({ pointer: '/name', message: [sentence('name-form')] });
  return problems;
}

function nextVersion(
  current: Definition | undefined,
  { requestId, institution }: DefinitionRequest,
  asked: Asked<'criterion' | 'authorisation'>,
  lastRank: number,
): AuthorisationDocument {
  return {
    _id: contactId(institution, asked.code),
    institution,
    code: asked.code,
    name: asked.name ?? current?.name ?? asked.code,
    rank: asked.rank ?? current?.rank ?? lastRank + 1,
    active: asked.active ?? current?.active ?? true,
    version: (current?.version ?? 0) + 1,
    appliedRequests: remember(current?.appliedRequests ?? [], requestId, current === undefined),
  };
}
