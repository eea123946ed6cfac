import type { FieldKind } from '@roundtrip/contracts';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import type { CellProblem } from './cell-reading.js';
import { quote } from './cell-text.js';
import { didYouMean } from './did-you-mean.js';

// What spreadsheet programs do to cells by themselves, recognised by what is left. It explains what is an error anyway; where any text is a
// value, only what nobody can mean is an error (`ruinedText`, `ruinedNumber`).

/** What was done to a cell. */
export interface SpreadsheetDamage {
  /** What the program did. */
  did: Sentence;
  /** What most likely stood there. */
  meant?: string;
}

/** How to open a file so that nothing of this happens. */
export const openAsText = sentence('open-as-text');

const exponent = /^[+-]?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i;
const tooNarrow = /^#{3,}$/;
const errorValue = /^(?:#(?:N\/[AD]|NV|[\p{Lu}\d/]{3,}\s?[!?])|(?:Err|Fehler|Erreur)\s?:\s?\d{3})$/u;
/** Errors of Excel, LibreOffice and their kind in the languages of Western Europe: no text that anybody writes by hand. */
const knownError =
  /^(?:#(?:N\/[AD]|NV|N\.V\.|[¡¿]?(?:NULL?|NULL?O|DIV\/0|VALUE|VALEUR|WERT|VALORE?|WAARDE|REF|BEZUG|RIF|VERW|NAME|NOM|NOMBRE|NOME|NAAM|NUM|ZAHL|GETAL|SPILL|CALC|FIELD)\s?[!?])|(?:Err|Fehler|Erreur)\s?:\s?\d{3})$/;
const withDecimals = /^\+?\d+[.,]0+$/;
const months = 'jan|feb|fév|fev|mar|mär|mrz|apr|avr|mai|may|jun|juin|jul|juil|aug|aoû|sep|oct|okt|nov|dec|déc|dez';
const dateLike = new RegExp(
  [
    String.raw`^\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})$`,
    String.raw`^\d{4}-\d\d-\d\d$`,
    String.raw`^\d{1,2}\.?[ -](?:${months})\p{L}*\.?(?:[ -]\d{2,4})?$`,
    String.raw`^(?:${months})\p{L}*\.?[ -]\d{2,4}$`,
  ].join('|'),
  'iu',
);

/** The kind of a column; `NUMBER_OF_CONTACT` for CONTACT_NUMBER, which is a text that spreadsheets take for a number. */
export type DamagedKind = FieldKind | 'NUMBER_OF_CONTACT';

const narrowed: SpreadsheetDamage = { did: sentence('damage-narrow') };
const failed: SpreadsheetDamage = { did: sentence('damage-formula') };
const rounded: SpreadsheetDamage = { did: sentence('damage-rounded') };

export function spreadsheetDamage(text: string, kind: DamagedKind): SpreadsheetDamage | undefined {
  if (tooNarrow.test(text)) return narrowed;
  if (errorValue.test(text)) return failed;
  if (kind === 'DATE') return dateDamage(text);
  if (kind === 'BOOLEAN' || kind === 'AUTHORISATION') return booleanDamage(text);
  if (kind === 'TEXT') return undefined;
  if (exponent.test(text)) return rounded;
  if (kind === 'NUMBER_OF_CONTACT' && withDecimals.test(text)) return decimalsAdded(text);
  return dateLike.test(text) ? { did: sentence('damage-like-date') } : undefined;
}

const decimalsAdded = (text: string): SpreadsheetDamage => ({
  did: sentence('damage-decimals'),
  meant: text.replace(/[.,]0+$/, ''),
});

/** What no text can be, whatever the column is about. */
export function ruinedText(text: string, fieldLabel: string): CellProblem | undefined {
  if (tooNarrow.test(text)) return ruined(text, fieldLabel, narrowed);
  return knownError.test(text) ? ruined(text, fieldLabel, failed) : undefined;
}

/** What no number can be, whatever it is a number of. */
export function ruinedNumber(text: string, fieldLabel: string): CellProblem | undefined {
  return exponent.test(text) ? ruined(text, fieldLabel, rounded) : ruinedText(text, fieldLabel);
}

/** What no number of a telephone and no postcode can be: texts that spreadsheets take for quantities. */
export function ruinedPhoneOrPostcode(text: string, fieldLabel: string): CellProblem | undefined {
  return withDecimals.test(text) ? ruined(text, fieldLabel, decimalsAdded(text)) : ruinedNumber(text, fieldLabel);
}

const ruined = (text: string, fieldLabel: string, { did, meant }: SpreadsheetDamage): CellProblem => ({
  code: 'VALUE_DAMAGED',
  message: [sentence('value-damaged', { value: quote(text), field: fieldLabel }), did],
  hint: [
    ...(meant === undefined ? [sentence('type-again')] : [...didYouMean(meant), sentence('zeros-maybe-lost')]),
    openAsText,
  ],
});

const dayInMs = 86_400_000;
/** Day 0 of every spreadsheet program, as far as days after February 1900 are concerned. */
const firstDay = Date.UTC(1899, 11, 30);
const serial = /^\d{5}(?:[.,]\d+)?$/;
const dayOrMonthFirst = /^(\d\d)([./])(\d\d)\2(\d{4})$/;
const withTime = /^(\d{4}-\d\d-\d\d|\d\d([./])\d\d\2\d{4})[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$/;
const shortened = /^\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})$/;

function dateDamage(text: string): SpreadsheetDamage | undefined {
  if (serial.test(text)) {
    const meant = new Date(firstDay + Number.parseInt(text, 10) * dayInMs).toISOString().slice(0, 10);
    return { did: sentence('damage-day-count'), meant };
  }
  const inTwoDigits = dayOrMonthFirst.exec(text);
  if (inTwoDigits && Number(inTwoDigits[1]) <= 12 && Number(inTwoDigits[3]) > 12) {
    const meant = text.replace(dayOrMonthFirst, '$3$2$1$2$4');
    return { did: sentence('damage-month-first'), meant };
  }
  const [, date] = withTime.exec(text) ?? [];
  if (date !== undefined) return { did: sentence('damage-time-added'), meant: date };
  return !inTwoDigits && shortened.test(text) ? { did: sentence('damage-date-shortened') } : undefined;
}

/** TRUE and FALSE in languages whose words are not accepted, so that the error can say what they are. */
const wordsOfOtherLanguages = new Map([
  ...['VERDADEIRO', 'PRAWDA', 'PRAVDA', 'SANT', 'SAND', 'SANN', 'TOSI', 'IGAZ', 'ADEVĂRAT', 'DOĞRU', 'ИСТИНА'].map(
    (word) => [word, 'TRUE'] as const,
  ),
  ...['FAŁSZ', 'NEPRAVDA', 'FALSKT', 'FALSK', 'USANN', 'EPÄTOSI', 'HAMIS', 'FALS', 'YANLIŞ', 'ЛОЖЬ'].map(
    (word) => [word, 'FALSE'] as const,
  ),
]);

function booleanDamage(text: string): SpreadsheetDamage | undefined {
  if (text === '1' || text === '0') {
    const meant = text === '1' ? 'TRUE' : 'FALSE';
    return { did: sentence('damage-truth-number'), meant };
  }
  const meant = wordsOfOtherLanguages.get(text.toUpperCase());
  return meant === undefined ? undefined : { did: sentence('damage-truth-language'), meant };
}

/** The problem of a cell with what a spreadsheet did to it, if that is what happened. */
export function withDamage(problem: CellProblem, cell: string, kind: DamagedKind): CellProblem {
  const damage = problem.code === 'VALUE_DAMAGED' ? undefined : spreadsheetDamage(cell.trim(), kind);
  if (!damage) return problem;
  const { did, meant } = damage;
  // A number of a contact that has grown too long was not typed.
  const how = kind === 'NUMBER_OF_CONTACT' ? [sentence('number-from-template')] : (problem.hint ?? []);
  return {
    code: problem.code,
    message: [...problem.message, did],
    hint: [...didYouMean(meant), ...how, openAsText],
  };
}
