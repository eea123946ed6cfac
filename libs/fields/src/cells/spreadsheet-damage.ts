import type { FieldKind } from '@roundtrip/contracts';
import type { CellProblem } from './cell-reading.js';
import { quote } from './cell-text.js';

// What spreadsheet programs do to cells by themselves, recognised by what is left. It explains what is an error anyway; where any text is a
// value, only what nobody can mean is an error (`ruinedText`, `ruinedNumber`).

/** What was done to a cell. */
export interface SpreadsheetDamage {
  /** A sentence: what the program did. */
  did: string;
  /** What most likely stood there. */
  meant?: string;
}

/** How to open a file so that nothing of this happens. */
export const openAsText =
  'To avoid it, open the file with all columns as text (in Excel by “Data › From Text/CSV” without data type detection, in LibreOffice by the column type “Text” in the import window), and format the [new] cells as text before you type.';

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

const narrowed: SpreadsheetDamage = { did: 'The column was too narrow to show the value when the file was saved.' };
const failed: SpreadsheetDamage = { did: 'The spreadsheet took the cell for a formula, and could not work it out.' };
const rounded: SpreadsheetDamage = {
  did: 'A spreadsheet took a long number for a quantity and shortened it: the digits that are missing are lost.',
};

export function spreadsheetDamage(text: string, kind: DamagedKind): SpreadsheetDamage | undefined {
  if (tooNarrow.test(text)) return narrowed;
  if (errorValue.test(text)) return failed;
  if (kind === 'DATE') return dateDamage(text);
  if (kind === 'BOOLEAN' || kind === 'AUTHORISATION') return booleanDamage(text);
  if (kind === 'TEXT') return undefined;
  if (exponent.test(text)) return rounded;
  if (kind === 'NUMBER_OF_CONTACT' && withDecimals.test(text)) return decimalsAdded(text);
  return dateLike.test(text)
    ? { did: 'It looks like a date: spreadsheets make dates of texts such as 1-2, 3.4 or MAR1.' }
    : undefined;
}

const decimalsAdded = (text: string): SpreadsheetDamage => ({
  did: 'A program took the number for a quantity, and added decimals.',
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
  message: `${quote(text)} is what a spreadsheet left of a value, and none that ${fieldLabel} can have. ${did}`,
  hint: `${meant === undefined ? 'Type the value again, or clear the cell to change nothing.' : `Did you mean ${meant}? Zeros at its beginning may be lost, too.`} ${openAsText}`,
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
    return { did: 'It is how a spreadsheet counts days, and what it shows when a date loses its format.', meant };
  }
  const inTwoDigits = dayOrMonthFirst.exec(text);
  if (inTwoDigits && Number(inTwoDigits[1]) <= 12 && Number(inTwoDigits[3]) > 12) {
    const meant = text.replace(dayOrMonthFirst, '$3$2$1$2$4');
    return { did: 'The month seems to stand before the day, as an American spreadsheet writes it.', meant };
  }
  const [, date] = withTime.exec(text) ?? [];
  if (date !== undefined) return { did: 'The spreadsheet has added a time of day.', meant: date };
  return !inTwoDigits && shortened.test(text)
    ? { did: 'A spreadsheet seems to have shortened it: day and month take two digits, and the year takes four.' }
    : undefined;
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
    return { did: 'It is how a spreadsheet shows a truth value in a cell that is formatted as a number.', meant };
  }
  const meant = wordsOfOtherLanguages.get(text.toUpperCase());
  return meant === undefined ? undefined : { did: 'A spreadsheet in another language writes truth values so.', meant };
}

/** The problem of a cell with what a spreadsheet did to it, if that is what happened. */
export function withDamage(problem: CellProblem, cell: string, kind: DamagedKind): CellProblem {
  const damage = problem.code === 'VALUE_DAMAGED' ? undefined : spreadsheetDamage(cell.trim(), kind);
  if (!damage) return problem;
  const { did, meant } = damage;
  const hints = [
    meant === undefined ? undefined : `Did you mean ${meant}?`,
    // A number of a contact that has grown too long was not typed.
    kind === 'NUMBER_OF_CONTACT' ? 'Take the number from the template again.' : problem.hint,
    openAsText,
  ];
  return {
    code: problem.code,
    message: `${problem.message} ${did}`,
    hint: hints.filter((sentence) => sentence !== undefined).join(' '),
  };
}
