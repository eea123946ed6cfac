import {
  type FieldFault,
  MAX_RULE_DEPTH,
  MAX_RULE_LEAVES,
  operandOf,
  operatorsByKind,
  type RuleGroup,
  ruleGroups,
  type Sentence,
} from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { quote } from '../cells/cell-text.js';
import { closest } from '../closest.js';
import type { Definitions } from '../definitions.js';
import { type RuleField, ruleFields } from './rule-fields.js';
import { checkValue } from './rule-value.rules.js';

/**
 * What is wrong with a rule, each with its JSON pointer; empty: nothing. The rule may be any JSON. An empty group counts as a
 * leaf, so that the size of a rule is bounded.
 */
export function checkRule(rule: unknown, definitions: Definitions): FieldFault[] {
  const fields = ruleFields(definitions);
  let leaves = 0;

  function checkNode(node: unknown, depth: number, pointer: string): FieldFault[] {
    const group = groupOf(node);
    if (group === undefined || group.rules.length === 0) leaves++;
    if (leaves > MAX_RULE_LEAVES) return [];
    if (group === undefined) return checkLeaf(node, fields, pointer);
    if (depth > MAX_RULE_DEPTH) return [{ pointer, message: [sentence('rule-too-deep', { most: MAX_RULE_DEPTH })] }];
    return group.rules.flatMap((child, index) => checkNode(child, depth + 1, `${pointer}/${group.name}/${index}`));
  }

  const problems = checkNode(rule, 1, '');
  if (leaves > MAX_RULE_LEAVES)
    problems.push({ pointer: '', message: [sentence('rule-too-long', { most: MAX_RULE_LEAVES })] });
  return problems;
}

export function groupOf(node: unknown): { name: RuleGroup; rules: unknown[] } | undefined {
  if (!isObject(node)) return undefined;
  const [name, ...others] = Object.keys(node);
  const group = ruleGroups.find((candidate) => candidate === name);
  const rules = group === undefined ? undefined : node[group];
  return group !== undefined && others.length === 0 && Array.isArray(rules) ? { name: group, rules } : undefined;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkLeaf(node: unknown, fields: ReadonlyMap<string, RuleField>, pointer: string): FieldFault[] {
  if (!isObject(node) || typeof node['field'] !== 'string' || typeof node['is'] !== 'string') {
    return [{ pointer, message: [sentence('rule-node', { groups: ruleGroups.join(', ') })] }];
  }
  const stranger = Object.keys(node).find((key) => !['field', 'is', 'value'].includes(key));
  if (stranger !== undefined)
    return [{ pointer, message: [sentence('rule-property-unknown', { property: quote(stranger) })] }];

  const { field: name, is, value } = node as { field: string; is: string; value?: unknown };
  const field = fields.get(name);
  if (!field) return [{ pointer: `${pointer}/field`, message: unknownField(name, [...fields.keys()]) }];

  const allowed = operatorsByKind[field.kind];
  const operator = allowed.find((candidate) => candidate === is);
  if (!operator) return [{ pointer: `${pointer}/is`, message: unknownOperator(is, name, allowed) }];
  return checkValue(value, operandOf(operator), field, `${pointer}/value`);
}

function unknownField(name: string, known: readonly string[]): Sentence[] {
  const near = closest(name, known);
  const hint = near === undefined ? sentence('rule-field-names') : sentence('did-you-mean', { meant: near });
  return [sentence('rule-field-unknown', { field: quote(name) }), hint];
}

function unknownOperator(is: string, field: string, allowed: readonly string[]): Sentence[] {
  const near = closest(is, allowed);
  return [
    sentence('rule-operator-unknown', { operator: quote(is), field }),
    ...(near === undefined ? [] : [sentence('did-you-mean', { meant: near })]),
    sentence('rule-operators', { operators: allowed.join(', ') }),
  ];
}
