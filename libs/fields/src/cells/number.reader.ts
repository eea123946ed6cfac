import { sentence } from '@roundtrip/words/sentence';
import { type FilledReading } from './cell-reading.js';
import { quote } from './cell-text.js';
import { didYouMean } from './did-you-mean.js';

const shape = /^[+-]?\d+(?:[.,]\d+)?$/;
/** Every decimal of up to 15 significant digits survives the way through a double. */
const MAX_DIGITS = 15;
const MAX_LENGTH = 40;

/** `-12.5`, `-12,5`, `+3`, `007`. Undefined for anything else, thousands separators and exponents included. */
export function parseNumber(text: string): number | undefined {
  if (text.length > MAX_LENGTH || !shape.test(text)) return undefined;
  const decimal = text.replace(',', '.');
  if (text.length > MAX_DIGITS && significantDigits(decimal) > MAX_DIGITS) return undefined;
  // The sum makes 0 of -0, which no spreadsheet knows.
  return Number(decimal) + 0;
}

/** Zeros before the first digit and after the last decimal say nothing. */
function significantDigits(decimal: string): number {
  const withoutEnd = decimal.includes('.') ? decimal.replace(/0+$/, '') : decimal;
  return withoutEnd.replaceAll(/[+.-]/g, '').replace(/^0+/, '').length;
}

/** Digits with `.`, never an exponent: `0.0000001`, not `1e-7`. */
export function formatNumber(value: number): string {
  const text = String(value);
  const [, sign = '', first = '', rest = '', exponent = ''] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === '') return text;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : `${sign}${digits.padEnd(point, '0')}`;
}

const ornamented = /^(?:[€$£]|[A-Z]{3})?\s*([+−-]?)\s*([.,]?\d[\d.,'’\s]*)(?:[€$£%]|[A-Z]{3})?$/;

/** The number without its currency and its thousands separators; undefined when it is none even so. */
function withoutOrnament(text: string): string | undefined {
  const [, sign = '', figure = ''] = (text.length <= MAX_LENGTH && ornamented.exec(text)) || [];
  const digits = figure.replaceAll(/['’\s]/g, '').replace(/[.,]+$/, '');
  // Of two kinds of mark the last one is the decimal one; of one kind it is when it stands alone.
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const isDecimal = last >= 0 && digits.indexOf(digits[last]!) === last;
  const whole = (isDecimal ? digits.slice(0, last) : digits).replaceAll(/[.,]/g, '');
  const plain = `${sign === '' || sign === '+' ? '' : '-'}${whole === '' ? '0' : whole}${isDecimal ? digits.slice(last) : ''}`;
  return figure !== '' && parseNumber(plain) !== undefined ? plain : undefined;
}

export const numberReader =
  (fieldLabel: string) =>
  (text: string): FilledReading => {
    const value = parseNumber(text);
    if (value !== undefined) return { value };
    const meant = withoutOrnament(text);
    return {
      error: {
        code: 'NUMBER_INVALID',
        message: [sentence('number-none', { value: quote(text), field: fieldLabel })],
        hint: [...didYouMean(meant), sentence('number-how', { digits: MAX_DIGITS })],
      },
    };
  };
