import { type Sentence, sentence } from '@roundtrip/words/sentence';
import type { CellField } from '../field-definition.js';
import type { FilledReading } from './cell-reading.js';
import { quote, unguardFormula } from './cell-text.js';
import { byLetters } from './code-letters.js';
import { allowedCodes, inactiveCode, label, unknownCode } from './code-problems.js';
import { memoized } from './memoize.js';

type ListField = Omit<CellField, 'kind'>;

/**
 * Reads one value code. `[old]` cells may hold values that are no longer active.
 *
 * @param advice what may be written, where a list of codes would not help
 */
export function listReader(
  field: ListField,
  inactive: 'refused' | 'accepted',
  advice?: Sentence,
): (text: string) => FilledReading {
  const known = byLetters(field.values, ({ code, active }): FilledReading => {
    const usable = active || inactive === 'accepted';
    return usable ? { value: code } : { error: inactiveCode(field, code) };
  });
  const explain = memoized((code): FilledReading => ({ error: problem(field, code, advice) }));
  return (text) => {
    const code = unguardFormula(text);
    return known.get(code) ?? explain(code);
  };
}

function problem(field: ListField, code: string, advice: Sentence | undefined) {
  if (!code.includes('|')) return unknownCode(field, code, advice);
  return {
    code: 'MULTIPLE_NOT_ALLOWED' as const,
    message: [sentence('codes-several', { value: quote(code), field: label(field) })],
    hint: [sentence('codes-one'), allowedCodes(field)],
  };
}
