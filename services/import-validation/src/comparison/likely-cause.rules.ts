import type { DamageCause } from '@roundtrip/contracts';
import {
  cellPrint,
  type FieldDefinition,
  oldCellReader,
  spreadsheetDamage,
  textPrint,
  valueFormatter,
} from '@roundtrip/fields';

/**
 * What happened to a cell, of which only the print is known that it had: its present text is spelled as it may have been, until a spelling
 * has that print. Pure.
 */
export interface CellChange {
  cause: DamageCause;
  /** It is read as the value that it was. */
  isReadAlike: boolean;
  /** The print of what it is read as: the same for all spellings of a value. */
  print: number;
}

export type ExplainCell = (cell: string, was: number) => CellChange;

type Kind = FieldDefinition['kind'];

const respelled: Partial<Record<Kind, DamageCause>> = {
  DATE: 'dateRewritten',
  BOOLEAN: 'truthValueRewritten',
  AUTHORISATION: 'truthValueRewritten',
  NUMBER: 'numberRewritten',
};

/** @param field of an `[old]` column; absent for a column that says who a line is about */
export function cellExplainer(seed: number, field?: FieldDefinition): ExplainCell {
  const readAs = field && valueReader(field, seed);
  const kind = field?.kind ?? 'TEXT';
  return (cell, was) => {
    const print = readAs?.(cell) ?? cellPrint(cell, seed);
    if (print === was) return { cause: respelled[kind] ?? 'textCorrected', isReadAlike: true, print };
    const text = cell.trim();
    if (text === '') return { cause: 'cleared', isReadAlike: false, print };
    for (const { cause, of } of spellings) {
      if (of(text).some((spelling) => textPrint(spelling, seed) === was)) return { cause, isReadAlike: false, print };
    }
    return { cause: causeByLooks(text), isReadAlike: false, print };
  };
}

/** The print of the value that an `[old]` cell is read as, in the template's spelling; undefined when it is no value. */
function valueReader(field: FieldDefinition, seed: number): (cell: string) => number | undefined {
  const read = oldCellReader(field);
  const format = valueFormatter(field);
  return (cell) => {
    const old = read(cell);
    return 'value' in old ? cellPrint(format(old.value), seed) : undefined;
  };
}

/** The number of a contact that lost the zeros at its beginning, as it may have been; the shortest first. */
export const withZeros = (text: string, length = longestNumber): string[] => {
  const digits = text.replace(/[.,]0+$/, '');
  if (!/^\d{1,20}$/.test(digits)) return [];
  const spelled = digits === text ? [] : [digits];
  for (let zeros = 1; digits.length + zeros <= length; zeros++) spelled.push('0'.repeat(zeros) + digits);
  return spelled;
};
const longestNumber = 20;

const spellings: readonly { cause: DamageCause; of: (text: string) => string[] }[] = [
  { cause: 'zerosLost', of: (text) => withZeros(text) },
  { cause: 'dateRewritten', of: datesOf },
  { cause: 'truthValueRewritten', of: truthValuesOf },
  { cause: 'numberRewritten', of: numbersOf },
  { cause: 'textCorrected', of: correctedOf },
];

const exponent = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i;
const shortened = /^[+-]?\d{9,}0{3,}$/;
const looksLikeError = /^(?:#{3,}|#(?:N\/[AD]|NV|\p{Lu}[\p{Lu}\d/]*\s?[!?])|(?:Err|Fehler|Erreur)\s?:\s?\d{3})$/u;

function causeByLooks(text: string): DamageCause {
  if (looksLikeError.test(text)) return 'errorValue';
  if (exponent.test(text) || (shortened.test(text) && text.length > 15)) return 'numberShortened';
  return spreadsheetDamage(text, 'LIST') ? 'dateRewritten' : 'changed';
}

const months = new Map(
  [
    ['jan', 'janv', 'januar', 'january', 'janvier'],
    ['feb', 'févr', 'fév', 'februar', 'february', 'février'],
    ['mar', 'mär', 'mrz', 'märz', 'mars', 'march'],
    ['apr', 'avr', 'april', 'avril'],
    ['may', 'mai'],
    ['jun', 'juin', 'juni', 'june'],
    ['jul', 'juil', 'juli', 'july', 'juillet'],
    ['aug', 'août', 'august'],
    ['sep', 'sept', 'september', 'septembre'],
    ['oct', 'okt', 'october', 'oktober', 'octobre'],
    ['nov', 'november', 'novembre'],
    ['dec', 'déc', 'dez', 'december', 'dezember', 'décembre'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Texts of which a spreadsheet may have made this date: another order, other marks, without the year that it added. */
function datesOf(text: string): string[] {
  // How a spreadsheet counts days, and what is left of a date that lost its format.
  if (/^\d{5}$/.test(text)) return [spreadsheetDamage(text, 'DATE')?.meant ?? ''];
  const inNumbers = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (inNumbers) {
    const [, a = '', , b = '', c = ''] = inNumbers;
    if (a.length === 4) return spelledDates(Number(c), Number(b), a);
    return [...spelledDates(Number(a), Number(b), c), ...spelledDates(Number(b), Number(a), c)];
  }
  const [, first = '', second = ''] = /^(\d{1,4}|\p{L}{3,9})\.?[ -](\p{L}{3,9}|\d{1,4})\.?$/u.exec(text) ?? [];
  const month = months.get(first.toLowerCase()) ?? months.get(second.toLowerCase());
  const rest = months.has(first.toLowerCase()) ? second : first;
  if (month === undefined || !/^\d+$/.test(rest)) return [];
  const [day, inTwo] = [Number(rest), String(month).padStart(2, '0')];
  const pairs = [
    [rest, String(month)],
    [String(day), String(month)],
    [String(day).padStart(2, '0'), inTwo],
  ];
  const names = [...months].flatMap(([name, of]) => (of === month ? [name, name.toUpperCase()] : []));
  return [
    ...pairs.flatMap(([a, b]) => marks.flatMap((mark) => [`${a}${mark}${b}`, `${b}${mark}${a}`])),
    ...names.flatMap((name) => [`${name}${rest}`, `${name}${day}`, `${rest}${name}`, `${day}${name}`]),
  ];
}

const marks = ['-', '/', '.'];

function spelledDates(day: number, month: number, year: string): string[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  const years = year.length === 2 ? [`20${year}`, `19${year}`, year] : [year, year.slice(-2)];
  const two = (n: number): string => String(n).padStart(2, '0');
  return [
    ...years.flatMap((y) =>
      marks.flatMap((mark) => [
        [y, two(month), two(day)].join(mark),
        [two(day), two(month), y].join(mark),
        [two(month), two(day), y].join(mark),
        [String(day), String(month), y].join(mark),
        [String(month), String(day), y].join(mark),
      ]),
    ),
    ...marks.flatMap((mark) => [
      `${day}${mark}${month}`,
      `${two(day)}${mark}${two(month)}`,
      `${month}${mark}${day}`,
      `${two(month)}${mark}${two(day)}`,
    ]),
  ];
}

const truth = ['TRUE', 'True', 'true', 'T', 't', 'VRAI', 'WAHR', 'VERO', 'VERDADERO', 'VERDADEIRO', 'WAAR', '1'];
const falsehood = ['FALSE', 'False', 'false', 'F', 'f', 'FAUX', 'FALSCH', 'FALSO', 'ONWAAR', '0'];

function truthValuesOf(text: string): string[] {
  const inCapitals = text.toUpperCase();
  return [truth, falsehood].find((words) => words.includes(inCapitals)) ?? [];
}

/** With the other decimal sign, with and without a plus, and with the zeros at its end that no spreadsheet keeps. */
function numbersOf(text: string): string[] {
  if (!/^[+-]?\d[\d\s'’\u202f]*(?:[.,]\d+)?$/u.test(text)) return [];
  const plain = text.replaceAll(/[\s'’\u202f]/gu, '');
  const [whole = '', decimals = ''] = plain.replace(',', '.').split('.');
  const spelled = ['.', ','].flatMap((sign) =>
    ['', '0', '00', '000'].map((zeros) => (decimals + zeros === '' ? whole : `${whole}${sign}${decimals}${zeros}`)),
  );
  return [...spelled, ...spelled.map((number) => `+${number}`)];
}

/** As it was typed before a program corrected it: capitals at its beginning, curly marks, dashes, dots made one. */
function correctedOf(text: string): string[] {
  const plain = text
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
  const [first = ''] = text;
  const lowered = first.toLowerCase() + text.slice(first.length);
  return [text, plain, lowered, text.toLowerCase(), text.toUpperCase(), ` ${text}`, `${text} `];
}
