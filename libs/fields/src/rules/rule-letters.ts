import { kindTraits, MAX_RULE_DEPTH } from '@roundtrip/contracts';
import type { Definitions } from '../definitions.js';
import { composed, identifierText } from '../letters.js';
import { type RuleField, ruleFields } from './rule-fields.js';
import { groupOf, isObject } from './rule.rules.js';

/**
 * A rule with its codes and texts as they are stored: "é" typed on macOS finds the same contacts as any other. The rule may be any JSON; what is
 * none stays as it is, for `checkRule` to refuse.
 */
export function ruleInStoredLetters(rule: unknown, definitions: Definitions): unknown {
  const fields = ruleFields(definitions);
  const node = (part: unknown, depth: number): unknown => {
    const group = groupOf(part);
    if (group)
      return depth > MAX_RULE_DEPTH ? part : { [group.name]: group.rules.map((child) => node(child, depth + 1)) };
    if (!isObject(part) || typeof part['field'] !== 'string') return part;
    const name = identifierText(part['field']);
    const field = fields.get(name);
    return { ...part, field: name, ...(field && 'value' in part && { value: storedValue(part['value'], field) }) };
  };
  return node(rule, 1);
}

function storedValue(value: unknown, field: RuleField): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => storedValue(item, field));
  if (typeof value !== 'string') return value;
  if (field.path === 'contactNumber' || field.path === 'email') return identifierText(value);
  if (!kindTraits[field.kind].coded) return composed(value);
  if (field.codes.includes(value)) return value;
  const letters = identifierText(value);
  return field.codes.find((code) => identifierText(code) === letters) ?? value;
}
