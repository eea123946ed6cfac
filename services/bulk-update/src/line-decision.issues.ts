import type { Issue } from '@roundtrip/contracts';
import {
  type CellProblem,
  openAsText,
  quote,
  shownValue as short,
  spreadsheetDamage,
  unseenDifference,
} from '@roundtrip/fields';
import { lineOfNobody, type NumberCause, type Resemblance } from './number-causes.rules.js';

/** The words for what only the database knows about a line: what, where, what to do. */

interface Place {
  line: number;
  part: number | undefined;
}

const at = ({ line, part }: Place): Pick<Issue, 'line' | 'part'> => (part === undefined ? { line } : { line, part });

/** @param resembles known numbers that it may have been */
export function contactUnknown(place: Place, contactNumber: string, resembles?: Resemblance): Issue {
  const [why, hint] = resembles ? reasonOf(contactNumber, resembles) : reasonInNumber(contactNumber);
  return {
    ...at(place),
    code: 'CONTACT_UNKNOWN',
    column: 'CONTACT_NUMBER',
    value: short(contactNumber),
    message: `There is no contact with the number ${quote(contactNumber)}. ${why}`.trim(),
    hint,
  };
}

type Reason = [why: string, hint: string];

const asInTemplate = 'Write the number as it stands in the template.';
const takenForQuantity = `Take the number from the template again. ${openAsText}`;

const reasons: Record<NumberCause, Reason> = {
  'letter case': [': capital and small letters are not the same in a number.', asInTemplate],
  apostrophe: [
    ': the apostrophe is not part of the number.',
    'Delete the apostrophe, or take the number from the template again.',
  ],
  decimals: [': a program took the number for a quantity, and added decimals.', takenForQuantity],
  alphabet: ['.', asInTemplate],
  'zeros lost': [': leading zeros count, and a spreadsheet seems to have dropped them.', takenForQuantity],
  'zeros added': [': leading zeros count, and here are too many.', asInTemplate],
};

/** What is different about the known number that comes nearest. */
function reasonOf(contactNumber: string, { cause, numbers }: Resemblance): Reason {
  const [why, hint] = reasons[cause];
  const difference = cause === 'alphabet' ? unseenDifference(contactNumber, numbers[0] ?? '') : undefined;
  return [`There is ${eitherOf(numbers)}${why}${difference === undefined ? '' : ` ${difference}`}`, hint];
}

const numbersNamed = 3;
const eitherOf = (numbers: readonly string[]): string => numbers.slice(0, numbersNamed).map(quote).join(' or ');

/** Why a number names nobody that resembles no known one. */
function reasonInNumber(contactNumber: string): Reason {
  const nobody = lineOfNobody(contactNumber);
  if (nobody === 'header') return ['The row is a second header: files were pasted together.', 'Delete the row.'];
  if (nobody === 'total')
    return ['The row looks like the total of a list.', 'Delete the row if it is about no contact.'];
  const damage = spreadsheetDamage(contactNumber, 'NUMBER_OF_CONTACT');
  if (damage) return [damage.did, takenForQuantity];
  if (contactNumber.includes('@')) {
    return ['It looks like an e-mail address: the cells of this row seem to be shifted.', moveBack];
  }
  return [
    '',
    'Check the number: leading zeros count, and spreadsheets like to drop them. Contacts that were removed since cannot be changed.',
  ];
}

const moveBack =
  'Compare the row with the template, and move its cells back under their columns; clear cells instead of deleting or inserting them.';

export const contactClosed = (place: Place, contactNumber: string): Issue => ({
  ...at(place),
  code: 'CONTACT_UNKNOWN',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `The contact ${quote(contactNumber)} was closed or anonymised and cannot be changed.`,
  hint: 'Remove the line, or use a new contact number.',
});

export const newContactWithoutName = (place: Place, contactNumber: string): Issue => ({
  ...at(place),
  code: 'CONTACT_UNKNOWN',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `There is no contact with the number ${quote(contactNumber)}, and a new one needs a LAST_NAME or a COMPANY.`,
  hint: 'Fill LAST_NAME or COMPANY to make a new contact, or correct the number to change a known one.',
});

export function emailMismatch(place: Place, email: string): Issue {
  const isAddress = email.includes('@');
  return {
    ...at(place),
    code: 'EMAIL_MISMATCH',
    column: 'EMAIL',
    value: short(email),
    message: `${quote(email)} is not the e-mail address of this contact.${isAddress ? '' : ' It is no address at all: the cells of this row seem to be shifted.'}`,
    hint: isAddress
      ? 'If many lines say this, one column was sorted apart from the others: start again from the template. If only the address changed, clear the EMAIL cell.'
      : moveBack,
  };
}

export const leadingZerosLost = (place: Place, contactNumber: string, known: readonly string[]): Issue => ({
  ...at(place),
  code: 'LEADING_ZEROS_LOST',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `${quote(contactNumber)} looks like ${eitherOf(known)} without its leading zeros.`,
  hint: `A spreadsheet took the number for a quantity and dropped them: write the number with its zeros, or start again from the template. ${openAsText}`,
});

/** The number of a new contact is what a spreadsheet left of another, and cannot be meant. */
export const numberRuined = (
  place: Place,
  contactNumber: string,
  { code, message, hint = '' }: CellProblem,
): Issue => ({
  ...at(place),
  code,
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message,
  hint,
});

/** The number of a new contact may be what a spreadsheet left of another. It may be meant: it is made, and its owner is told. */
export const numberShortened = (place: Place, contactNumber: string, did: string): Issue => ({
  ...at(place),
  code: 'LEADING_ZEROS_LOST',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `${quote(contactNumber)} is the number of a new contact, and may not be what was meant. ${did}`,
  hint: `If it is not, undo this import, and give the column its numbers again. ${openAsText}`,
});

interface ConflictValues {
  /** Undefined when the file has no `[old]` column, blank when its cell is. */
  old: string | undefined;
  now: string;
  new: string;
  undo: boolean;
  /** The file, or the import that is undone, does not know of the value that is there now. */
  stale: boolean;
}

export function conflict(kind: 'conflict' | 'refusal', place: Place, column: string, values: ConflictValues): Issue {
  const [message, hint] =
    kind === 'conflict' ? change(values) : values.undo ? refusalAgainstUndo(values) : refusal(values);
  return {
    ...at(place),
    code: kind === 'conflict' ? 'CONFLICT' : 'CONFLICT_REFUSAL',
    column,
    value: short(values.new),
    message,
    hint,
    conflict: { old: short(values.old ?? ''), now: short(values.now), new: short(values.new) },
  };
}

const change = ({ old = '', now, undo }: ConflictValues): [message: string, hint: string] => [
  undo
    ? `The value was changed after the import that is undone: that one had made it ${quote(old)}, now it is ${quote(now)}. It is kept.`
    : `The value was changed after the export: the file says ${quote(old)}, now it is ${quote(now)}.`,
  'To keep the value that is there now, clear the [new] cell. To set yours all the same, upload the line from the file of rejected lines, which holds the value of now as [old].',
];

// Each message says what was asked for: in the file of rejected lines the [new] cell is blank.

const refusal = ({ old, new: wanted }: ConflictValues): [message: string, hint: string] => [
  `The contact has refused: the value is FALSE now. The file asks for ${wanted}, and does not know of the refusal: ${ignorance(old)}. Such a file does not undo a refusal.`,
  old === undefined
    ? 'The [new] cell is blank in the file of rejected lines: leave it so to keep the refusal. To change it all the same, use a new template, whose [old] cells say what is there. Only an administrator may overwrite a refusal without, with the option for refusals.'
    : `${typeAgain} Only an administrator may overwrite refusals with the file as it was, with the options for newer values and refusals.`,
];

const ignorance = (old: string | undefined): string =>
  old === undefined
    ? 'it has no [old] column that says so'
    : old.trim() === ''
      ? 'its [old] cell is blank'
      : `its [old] cell says ${quote(old)}`;

const refusalAgainstUndo = ({ old = '', new: wanted, stale }: ConflictValues): [message: string, hint: string] =>
  stale
    ? [
        `The contact has refused after the import that is undone: that one had made the value ${quote(old)}, now it is FALSE. The undo asks for ${wanted}; the refusal is kept.`,
        typeAgain,
      ]
    : [
        `The undo asks for ${wanted}, as it was before the import that is undone, and the value is FALSE now: the contact has refused. An undo does not end a refusal.`,
        `${typeAgain} Only an administrator may take back refusals with an undo, with the option for refusals.`,
      ];

const typeAgain =
  'The [new] cell is blank in the file of rejected lines: leave it so to keep the refusal, or type the value again to change it all the same.';
