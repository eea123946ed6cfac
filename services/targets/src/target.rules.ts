import { type FieldFault, type Rule, withoutName } from '@roundtrip/contracts';
import type { TargetDocument } from '@roundtrip/database';
import {
  checkRule,
  composed,
  type Definitions,
  identifierText,
  isName,
  isTargetCode,
  ruleInStoredLetters,
} from '@roundtrip/fields';
import { sentence } from '@roundtrip/words';
import { appliedBefore, remember } from './applied-requests.js';
import { type Decision, refuse } from './decision.js';
import { type Refusal, refused } from './refusal.js';
import type { RequestOf } from './requests.repository.js';

/** A rule stands in one document, beside the fields of a template. */
const MAX_RULE_BYTES = 256 * 1024;

type Request = RequestOf<'target-save'>;

export const targetUnknown = (): Refusal => refused(404, 'TARGET_UNKNOWN', sentence('target-unknown'));

export const targetCodeTaken = (code: string): Refusal =>
  refused(409, 'TARGET_CODE_TAKEN', sentence('target-code-taken', { code }), [
    { pointer: '/code', message: [sentence('code-taken')] },
  ]);

/** Decides about a request to create or replace a target. `current`: the target as it is, of the same institution. */
export function decideTarget(
  current: TargetDocument | undefined,
  asked: Request,
  definitions: Definitions,
): Decision<TargetDocument> {
  const request = inStoredLetters(asked, definitions);
  const before = current && appliedBefore(current.appliedRequests, request.requestId);
  if (before) return { outcome: 'applied', ...before };
  if (request.intent === 'create' && current) return refuse(targetCodeTaken(request.code));
  if (request.intent === 'replace' && !current) return refuse(targetUnknown());

  const problems = targetProblems(request, definitions);
  return problems.length > 0 ? refuse(invalid(problems)) : { outcome: 'save', ...nextVersion(current, request) };
}

const inStoredLetters = (request: Request, definitions: Definitions): Request => ({
  ...request,
  code: identifierText(request.code),
  name: composed(request.name),
  rule: ruleInStoredLetters(request.rule, definitions) as Rule,
});

function nextVersion(
  current: TargetDocument | undefined,
  request: Request,
): { document: TargetDocument; created: boolean } {
  const created = current === undefined;
  const requestedAt = new Date(request.requestedAt);
  const document: TargetDocument = {
    _id: request.targetId,
    institution: request.institution,
    code: request.code,
    name: request.name,
    rule: request.rule,
    createdBy: current?.createdBy ?? withoutName(request.requestedBy),
    createdAt: current?.createdAt ?? requestedAt,
    updatedAt: requestedAt,
    version: (current?.version ?? 0) + 1,
    appliedRequests: remember(current?.appliedRequests ?? [], request.requestId, created),
  };
  return { document, created };
}

function targetProblems({ code, name, rule }: Request, definitions: Definitions): FieldFault[] {
  const problems: FieldFault[] = [];
  if (!isTargetCode(code)) {
    problems.push({ pointer: '/code', message: [sentence('target-code-form')] });
  }
  if (!isName(name)) problems.push({ pointer: '/name', message: [sentence('name-form')] });
  if (Buffer.byteLength(JSON.stringify(rule)) > MAX_RULE_BYTES) {
    const message = [sentence('rule-too-large', { most: MAX_RULE_BYTES / 1024 })];
    return [...problems, { pointer: '/rule', message }];
  }
  const ofRule = checkRule(rule, definitions);
  return [...problems, ...ofRule.map(({ pointer, message }) => ({ pointer: `/rule${pointer}`, message }))];
}

function invalid(problems: FieldFault[]): Refusal {
  const ofRule = problems.some((problem) => problem.pointer.startsWith('/rule'));
  return ofRule
    ? refused(422, 'RULE_INVALID', sentence('rule-invalid'), problems)
    : refused(422, 'TARGET_INVALID', sentence('target-invalid'), problems);
}
