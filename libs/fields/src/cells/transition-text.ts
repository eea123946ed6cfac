import { EMPTY, type FieldValue, kindTraits, type PlannedField } from '@roundtrip/contracts';
import { unguardFormula } from './cell-text.js';
import { formatValue } from './format-value.js';

/** A value as a person reads it: the template's text without its formula guard, `Empty` for none. */
export function valueText(field: Pick<PlannedField, 'kind'>, value: FieldValue): string {
  return value === null ? EMPTY : unguardFormula(formatValue(field, value));
}

/** A value as the transition table has it. Free values would make one row a line, and may be personal: they are told apart only from none. */
export const transitionText = (field: Pick<PlannedField, 'kind'>, value: FieldValue): string =>
  value !== null && kindTraits[field.kind].free ? '…' : Array.isArray(value) ? setText(value) : valueText(field, value);

const shownCharacters = 200;

/** A set may have thousands of codes: those that have room, and how many more there are. */
export function setText(codes: readonly string[]): string {
  if (codes.join('|').length <= shownCharacters) return codes.join('|');
  let shown = 0;
  for (let length = 0; length + codes[shown]!.length < shownCharacters; shown++) length += codes[shown]!.length + 1;
  return `${codes.slice(0, shown).join('|')} and ${codes.length - shown} more`;
}

/** Stands for what a bounded table has no room for. */
export const otherValues = '(others)';

/** What a change adds to a field of several values, and what it removes. */
export function valueDifference(before: FieldValue, after: FieldValue): { added: string[]; removed: string[] } {
  const [had, has] = [codesOf(before), codesOf(after)];
  return { added: has.filter((code) => !had.includes(code)), removed: had.filter((code) => !has.includes(code)) };
}

const codesOf = (value: FieldValue): readonly string[] => (Array.isArray(value) ? value : []);
