import { closest } from '../closest.js';
import type { CellField } from '../field-definition.js';
import { unseenDifference } from '../letters.js';
import type { CellProblem } from './cell-reading.js';
import { quote } from './cell-text.js';
import { openAsText } from './spreadsheet-damage.js';

const SHOWN = 8;

type Coded = Omit<CellField, 'kind'>;

/** Why a code is none of the field's, and which one may be meant: another spelling of a code, or of a value's name. */
export function unknownCode(field: Coded, code: string, advice = allowedCodes(field)): CellProblem {
  const withZeros = /^\d+$/.test(code) ? codeWithZeros(field, code) : undefined;
  if (withZeros !== undefined) {
    return {
      code: 'CODE_UNKNOWN',
      message: `${quote(code)} is no value code of ${label(field)}. A spreadsheet took it for a number, and dropped the zeros at its beginning.`,
      hint: `Did you mean ${withZeros}? ${openAsText}`,
    };
  }
  return {
    code: 'CODE_UNKNOWN',
    message: `${quote(code)} is no value code of ${label(field)}.`,
    hint: suggestion(field, code) ?? advice,
  };
}

export function inactiveCode(field: Coded, code: string): CellProblem {
  return {
    code: 'CODE_INACTIVE',
    message: `${quote(code)} is a value of ${label(field)} that is no longer in use, so it cannot be set.`,
    hint: allowedCodes(field),
  };
}

export const label = (field: Pick<CellField, 'code' | 'name'>): string =>
  field.name === '' || field.name === field.code ? field.code : `${field.code} (${field.name})`;

const codeWithZeros = (field: Coded, digits: string): string | undefined =>
  field.values.find(({ code, active }) => active && code !== digits && code.replace(/^0+(?=\d)/, '') === digits)?.code;

/** "Did you mean …", or undefined when nothing is near. Only active values are suggested. */
function suggestion(field: Coded, code: string): string | undefined {
  if (code.toLowerCase() === 'empty') return 'Did you mean Empty? Written so, it removes the value.';
  const active = field.values.filter((value) => value.active);
  const byName = new Map(active.map((value) => [value.name, value.code]));
  const near =
    closest(
      code,
      active.map((value) => value.code),
    ) ?? byName.get(closest(code, [...byName.keys()]) ?? '');
  if (near === undefined) return undefined;
  return `Did you mean ${near}? ${unseenDifference(code, near) ?? 'Codes are compared exactly, case and accents included.'}`;
}

export function allowedCodes(field: Coded): string {
  const codes = field.values.filter((value) => value.active).map((value) => value.code);
  if (codes.length === 0) return `${field.code} has no active value.`;
  const more = codes.length > SHOWN ? ` and ${codes.length - SHOWN} more (see "Access criterion values")` : '';
  return `Allowed: ${codes.slice(0, SHOWN).join(', ')}${more}.`;
}
