import type { Rule, RuleLeaf } from '@roundtrip/contracts';
import { kindTraits, operatorsByKind, type RuleGroup, ruleGroups } from '@roundtrip/contracts/words';
import { operandOf } from './operators.js';
import type { RuleField } from './rule-fields.js';

/** The rule while it is edited: each part has a name of its own, so that it keeps its place and focus while others come and go. */
export type RuleNode = GroupNode | LeafNode;
export interface GroupNode {
  id: string;
  group: RuleGroup;
  children: RuleNode[];
}
export interface LeafNode extends RuleLeaf {
  id: string;
}

let lastId = 0;
const newId = (): string => `part-${++lastId}`;

export const isGroup = (node: RuleNode): node is GroupNode => 'group' in node;

export function toTree(rule: Rule): GroupNode {
  const node = toNode(rule);
  return isGroup(node) ? node : { id: newId(), group: 'all', children: [node] };
}

function toNode(rule: Rule): RuleNode {
  const name = ruleGroups.find((one) => one in rule);
  if (name === undefined) return { id: newId(), ...(rule as RuleLeaf) };
  return { id: newId(), group: name, children: (rule as Record<RuleGroup, Rule[]>)[name].map(toNode) };
}

export function toRule(node: RuleNode): Rule {
  if (isGroup(node)) return { [node.group]: node.children.map(toRule) } as Rule;
  const { field, is, value } = node;
  return operandOf(is) === 'nothing' ? { field, is } : { field, is, value };
}

export const newGroup = (): GroupNode => ({ id: newId(), group: 'any', children: [] });

export const newLeaf = (field: RuleField): LeafNode => {
  const is = operatorsByKind[field.kind][0] ?? 'notEmpty';
  return { id: newId(), field: field.field, is, value: firstValue(field, is) };
};

/** The condition on another field, or with another operator: the value stays when it can mean the same. */
export const withField = (leaf: LeafNode, field: RuleField): LeafNode => ({ ...newLeaf(field), id: leaf.id });

export function withOperator(leaf: LeafNode, field: RuleField, is: string): LeafNode {
  const [before, after] = [operandOf(leaf.is), operandOf(is)];
  if (before === after) return { ...leaf, is };
  if (before === 'one' && after === 'list' && isFilled(leaf.value)) return { ...leaf, is, value: [leaf.value] };
  const only: unknown = before === 'list' && after === 'one' ? (leaf.value as unknown[])[0] : undefined;
  return { ...leaf, is, value: only ?? firstValue(field, is) };
}

function firstValue(field: RuleField, is: string): unknown {
  switch (operandOf(is)) {
    case 'nothing':
      return undefined;
    case 'list':
      return [];
    case 'days':
      return 30;
    case 'pair':
      return ['', ''];
    case 'one':
      return kindTraits[field.kind].yesNo ? true : '';
  }
}

const isFilled = (value: unknown): boolean => value !== '' && value !== undefined && value !== null;

/** Whether every condition has what it compares with: before that there is nothing to count. */
export function isComplete(node: RuleNode): boolean {
  if (isGroup(node)) return node.children.every(isComplete);
  const { is, value } = node;
  switch (operandOf(is)) {
    case 'nothing':
      return true;
    case 'list':
    case 'pair':
      return Array.isArray(value) && value.length > 0 && value.every(isFilled);
    default:
      return isFilled(value);
  }
}

/** The part that a JSON pointer of the API leads to, e.g. `/rule/all/0/any/1/value`. */
export function partAt(root: GroupNode, pointer: string): RuleNode {
  let node: RuleNode = root;
  for (const step of pointer.split('/')) {
    const child: RuleNode | undefined = isGroup(node) && /^\d+$/.test(step) ? node.children[Number(step)] : undefined;
    if (child) node = child;
  }
  return node;
}
