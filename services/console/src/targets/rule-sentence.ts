import type { ConsoleWords } from '@roundtrip/words/console';
import { operandOf, operatorWords } from './operators.js';
import type { RuleField } from './rule-fields.js';
import { type GroupNode, isGroup, type LeafNode, type RuleNode } from './rule-tree.js';

export interface Speech {
  words: ConsoleWords;
  fields: ReadonlyMap<string, RuleField>;
  date(iso: string): string;
  number(n: number): string;
}

/** The contacts of a rule as a person would name them. */
export function sentenceOf(rule: RuleNode, speech: Speech): string {
  const { targets } = speech.words;
  const meant = meaningOf(rule);
  if (meant === true) return targets.holdsAll;
  if (meant === false) return targets.holdsNone;
  if (!isGroup(meant)) return targets.holds({ sentence: clause(meant, speech) });
  if (negatives.includes(meant.group)) return targets.holdsAllBut({ sentence: join(meant, speech) });
  const [refusing, asking] = [meant.children.filter(isNegative), meant.children.filter((child) => !isNegative(child))];
  if (meant.group !== 'all' || refusing.length === 0) return targets.holds({ sentence: clause(meant, speech) });
  const but = join(refusing.length === 1 ? (refusing[0] as GroupNode) : group('any', refusing.map(opposite)), speech);
  if (asking.length === 0) return targets.holdsAllBut({ sentence: but });
  return targets.holdsBut({ sentence: join(group('all', asking), speech), not: but });
}

/**
 * The rule without what says nothing: a group without a condition holds everybody or nobody, a group of one is that one.
 *
 * @returns true for all contacts, false for none
 */
function meaningOf(node: RuleNode): RuleNode | boolean {
  if (!isGroup(node)) return node;
  const negative = negatives.includes(node.group);
  const joins = node.group === 'all' || node.group === 'notAll' ? 'all' : 'any';
  const neutral = joins === 'all';
  const meant = node.children.map(meaningOf);
  if (meant.includes(!neutral)) return negative === neutral;
  const children = meant.filter((child) => typeof child !== 'boolean');
  const [only] = children;
  if (only === undefined) return negative !== neutral;
  if (children.length > 1) return { ...node, children };
  if (!negative) return only;
  if (!isGroup(only)) return { ...node, group: 'none', children };
  return negatives.includes(only.group) ? opposite(only) : { ...only, group: only.group === 'any' ? 'none' : 'notAll' };
}

const group = (name: GroupNode['group'], children: RuleNode[]): GroupNode => ({ id: '', group: name, children });
const negatives: readonly GroupNode['group'][] = ['none', 'notAll'];
const isNegative = (node: RuleNode): node is GroupNode => isGroup(node) && negatives.includes(node.group);

function opposite(node: GroupNode): RuleNode {
  const [only] = node.children;
  if (node.children.length === 1 && only) return only;
  return { ...node, group: node.group === 'none' ? 'any' : 'all' };
}

/** What stands in a group, without what the group makes of it. */
function join({ group: name, children }: GroupNode, speech: Speech): string {
  const { and, or } = speech.words.rule;
  const parts = children.map((child) =>
    isGroup(child) && children.length > 1 ? `(${clause(child, speech)})` : clause(child, speech),
  );
  return parts.join(` ${name === 'all' || name === 'notAll' ? and : or} `);
}

function clause(node: RuleNode, speech: Speech): string {
  if (!isGroup(node)) return conditionOf(node, speech);
  if (!isNegative(node)) return join(node, speech);
  const joined = join(node, speech);
  return speech.words.rule.not({ sentence: node.children.length > 1 ? `(${joined})` : joined });
}

function conditionOf({ field, is, value }: LeafNode, speech: Speech): string {
  const { rule } = speech.words;
  const known = speech.fields.get(field);
  const name = known?.said ?? rule.said.field({ name: field });
  const operator = operatorWords(speech.words, known?.kind, is);
  const said = (one: unknown): string => valueOf(one, known, speech);
  switch (operandOf(is)) {
    case 'nothing':
      return `${name} ${operator}`;
    case 'list':
      return `${name} ${operator} ${(value as unknown[]).map(said).join(', ') || '…'}`;
    case 'pair': {
      const [from, to] = value as [unknown, unknown];
      return `${name} ${rule[known?.kind === 'DATE' ? 'betweenDates' : 'between']({ from: said(from), to: said(to) })}`;
    }
    case 'days':
      return `${name} ${rule[is === 'inNextDays' ? 'inNextDays' : 'inLastDays']({ n: Number(value) })}`;
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
  return (
    field?.values.find((one) => one.value === text)?.label.replace(/ \([^)]*\)$/, '') ?? words.rule.quoted({ text })
  );
}
