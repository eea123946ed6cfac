import type { CellField } from '../fields/field-definition.js';
import type { FilledReading } from './cell-reading.js';
import { unguardFormula } from './cell-text.js';
import { allowedCodes, inactiveCode, label, unknownCode } from './code-problems.js';
import { remembered } from './remembered.js';

type ListField = Omit<CellField, 'kind'>;

/** Reads one value code. `[old]` cells may hold values that are no longer active. */
export function listReader(field: ListField, inactive: 'refused' | 'accepted'): (text: string) => FilledReading {
  const known = new Map<string, FilledReading>();
  for (const { code, active } of field.values) {
    const usable = active || inactive === 'accepted';
    known.set(code, usable ? { value: code } : { error: inactiveCode(field, code) });
  }
  const explain = remembered((code): FilledReading => ({ error: problem(field, code) }));
  return (text) => {
    const code = unguardFormula(text);
    return known.get(code) ?? explain(code);
  };
}

function problem(field: ListField, code: string) {
  if (!code.includes('|')) return unknownCode(field, code);
  return {
    code: 'MULTIPLE_NOT_ALLOWED' as const,
    message: `${label(field)} holds one value, and the cell names several, joined by |.`,
    hint: `Write one code. ${allowedCodes(field)}`,
  };
}
