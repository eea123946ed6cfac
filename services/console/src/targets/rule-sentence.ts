import type { Words } from '../words/en.js';
import { operandOf, type Operator } from './operators.js';
import type { RuleField } from './rule-fields.js';
import { isGroup, type LeafNode, type RuleNode } from './rule-tree.js';

export interface Speech {
  words: Words;
  fields: ReadonlyMap<string, RuleField>;
  date(iso: string): string;
  number(n: number): string;
}

/** The rule as a person would say it. */
export function sentenceOf(node: RuleNode, speech: Speech): string {
  const { rule } = speech.words;
  if (!isGroup(node)) return conditionOf(node, speech);
  const parts = node.children.map((child) =>
    isGroup(child) && child.children.length > 1 ? `(${sentenceOf(child, speech)})` : sentenceOf(child, speech),
  );
  if (parts.length === 0) return rule.nothing[node.group];
  switch (node.group) {
    case 'all':
      return parts.join(` ${rule.and} `);
    case 'any':
      return parts.join(` ${rule.or} `);
    case 'none':
      return rule.not(parts.join(` ${rule.or} `));
    case 'notAll':
      return rule.not(parts.join(` ${rule.and} `));
  }
}

function conditionOf({ field, is, value }: LeafNode, speech: Speech): string {
  const { rule } = speech.words;
  const known = speech.fields.get(field);
  const name = known?.label ?? field;
  const operator = rule.operators[is as Operator] ?? is;
  const said = (one: unknown): string => valueOf(one, known, speech);
  switch (operandOf(is)) {
    case 'nothing':
      return `${name} ${operator}`;
    case 'list':
      return `${name} ${operator} ${(value as unknown[]).map(said).join(', ') || '…'}`;
    case 'pair': {
      const [from, to] = value as [unknown, unknown];
      return `${name} ${rule.between(said(from), said(to))}`;
    }
    case 'days':
      return `${name} ${operator} ${rule.days(Number(value))}`;
    case 'one':
      return `${name} ${operator} ${said(value)}`;
  }
}

function valueOf(value: unknown, field: RuleField | undefined, { words, date, number }: Speech): string {
  if (value === '' || value === undefined || value === null) return '…';
  if (typeof value === 'boolean') return words.values[value ? 'true' : 'false'];
  if (typeof value === 'number') return number(value);
  const text = value as string;
  if (field?.kind === 'DATE') return date(text);
  return field?.values.find((one) => one.value === text)?.label.replace(/ \([^)]*\)$/, '') ?? words.rule.quoted(text);
}
