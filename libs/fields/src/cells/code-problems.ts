import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { closest } from '../closest.js';
import type { CellField } from '../field-definition.js';
import { unseenDifference } from '../letters.js';
import type { CellProblem } from './cell-reading.js';
import { quote } from './cell-text.js';
import { didYouMean } from './did-you-mean.js';
import { openAsText } from './spreadsheet-damage.js';

const SHOWN = 8;

type Coded = Omit<CellField, 'kind'>;

/** Why a code is none of the field's, and which one may be meant: another spelling of a code, or of a value's name. */
export function unknownCode(field: Coded, code: string, advice = allowedCodes(field)): CellProblem {
  const withZeros = /^\d+$/.test(code) ? codeWithZeros(field, code) : undefined;
  const unknown = sentence('code-unknown', { value: quote(code), field: label(field) });
  if (withZeros !== undefined) {
    return {
      code: 'CODE_UNKNOWN',
      message: [unknown, sentence('code-without-zeros')],
      hint: [...didYouMean(withZeros), openAsText],
    };
  }
  return { code: 'CODE_UNKNOWN', message: [unknown], hint: suggestion(field, code) ?? [advice] };
}

export function inactiveCode(field: Coded, code: string): CellProblem {
  return {
    code: 'CODE_INACTIVE',
    message: [sentence('code-inactive', { value: quote(code), field: label(field) })],
    hint: [allowedCodes(field)],
  };
}

export const label = (field: Pick<CellField, 'code' | 'name'>): string =>
  field.name === '' || field.name === field.code ? field.code : `${field.code} (${field.name})`;

const codeWithZeros = (field: Coded, digits: string): string | undefined =>
  field.values.find(({ code, active }) => active && code !== digits && code.replace(/^0+(?=\d)/, '') === digits)?.code;

/** "Did you mean …", or undefined when nothing is near. Only active values are suggested. */
function suggestion(field: Coded, code: string): Sentence[] | undefined {
  if (code.toLowerCase() === 'empty') return [sentence('meant-empty')];
  const active = field.values.filter((value) => value.active);
  const byName = new Map(active.map((value) => [value.name, value.code]));
  const near =
    closest(
      code,
      active.map((value) => value.code),
    ) ?? byName.get(closest(code, [...byName.keys()]) ?? '');
  if (near === undefined) return undefined;
  return [...didYouMean(near), unseenDifference(code, near) ?? sentence('codes-exact')];
}

export function allowedCodes(field: Coded): Sentence {
  const codes = field.values.filter((value) => value.active).map((value) => value.code);
  if (codes.length === 0) return sentence('codes-none', { field: field.code });
  const shown = codes.slice(0, SHOWN).join(', ');
  const more = codes.length - SHOWN;
  return more > 0
    ? sentence('codes-allowed-first', { codes: shown, more })
    : sentence('codes-allowed', { codes: shown });
}
