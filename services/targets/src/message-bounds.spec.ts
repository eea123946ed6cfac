import { describe, expect, it } from '@jest/globals';
import { type Rule, requestRefused, targetSaveRequested } from '@roundtrip/contracts';
import { criterionField, type Resolution } from '@roundtrip/database';
import type { Definitions } from '@roundtrip/fields';
import { maxMessageBytes } from '@roundtrip/kafka';
import { MAX_ACTIVE_FIELDS } from './definition.rules.js';
import { decideTarget } from './target.rules.js';

/** What this service says and hears stays below what a broker takes, however much there is to say. */

const name = '\ud800'.repeat(200);
const codeOf = (index: number): string => `F${String(index).padStart(39, '0')}`;
const fields = Array.from({ length: MAX_ACTIVE_FIELDS }, (_, index) =>
  criterionField({
    _id: `inst:${codeOf(index)}`,
    institution: 'inst',
    code: codeOf(index),
    name,
    kind: index === 0 ? 'NUMBER' : index === 1 ? 'LIST' : 'TEXT',
    rank: index + 1,
    active: true,
    values: Array.from({ length: 2000 }, (__, value) => ({ code: `V${value}`, name, rank: value, active: true })),
    version: 1,
    appliedRequests: [],
  }),
);
const definitions: Definitions = { criteria: fields, authorisations: [] };
const ruleOf = (leaves: number, value: (index: number) => unknown, field = 2, is = 'in'): Rule => ({
  all: Array.from({ length: leaves }, (_, index) => ({ field: fields[field]!.path, is, value: value(index) })),
});
const decide = (rule: Rule) =>
  decideTarget(
    undefined,
    {
      requestId: 'req_1',
      institution: 'inst',
      requestedBy: { type: 'key', id: 'key_1', name: 'Editor', role: 'editor' },
      requestedAt: '2025-01-01T00:00:00Z',
      intent: 'create',
      targetId: 'target_1',
      code: 'LARGE',
      name: 'Large',
      rule,
    },
    definitions,
  );
const bytesOf = (data: unknown): number => Buffer.byteLength(JSON.stringify(data));

describe('messages about targets and templates', () => {
  const largest = ruleOf(100, () => '🎭'.repeat(500), 2, 'contains');

  it('and their documents take a rule of a hundred conditions with long values, and all fields that an institution may have', () => {
    const decision = decide(largest);
    expect(decision.outcome).toBe('save');
    const resolution: Resolution = {
      outcome: 'resolved' as const,
      target: { targetId: 'target_1', code: 'LARGE', name, version: 1 },
      // The largest that is saved, and not only the largest of a hundred texts.
      rule: { all: [largest, { field: 'x', is: 'is', value: 'y'.repeat(256 * 1024 - bytesOf(largest)) }] },
      fields: fields.map((field) => ({ code: field.code, name: field.name, kind: field.kind })),
      count: 1_000_000,
    };
    expect(bytesOf(resolution)).toBeLessThan(1_000_000);
    expect(bytesOf(resolution)).toBeGreaterThan(700_000);
  });

  it('refuse a rule that is larger, in words, before it is saved', () => {
    const decision = decide(ruleOf(100, () => Array.from({ length: 1000 }, (_, index) => 1e20 + index), 0));
    expect(decision).toMatchObject({
      outcome: 'refused',
      refusal: {
        code: 'RULE_INVALID',
        errors: [{ pointer: '/rule', message: [{ say: 'rule-too-large', with: { most: 256 } }] }],
      },
    });
  });

  it('name twenty of thousands of faults', () => {
    const decision = decide(ruleOf(100, () => Array.from({ length: 500 }, () => 'x'), 1));
    const refusal = decision.outcome === 'refused' ? decision.refusal : undefined;
    expect(refusal?.errors).toHaveLength(21);
    expect(refusal?.errors.at(-1)?.message).toEqual([{ say: 'more-faults', with: { n: expect.any(Number) } }]);
    const message = requestRefused.data.parse({ requestId: 'req_1', institution: 'inst', ...refusal });
    expect(bytesOf(message)).toBeLessThan(50_000);
  });

  it('have a command that fits as well', () => {
    const request = {
      requestId: 'req_1',
      institution: 'inst',
      requestedBy: { type: 'key', id: 'key_1', name, role: 'editor' },
      requestedAt: '2025-01-01T00:00:00Z',
      intent: 'create',
      targetId: 'target_1',
      code: 'LARGE',
      name,
      rule: largest,
    };
    expect(bytesOf(targetSaveRequested.data.parse(request))).toBeLessThan(maxMessageBytes);
  });
});
