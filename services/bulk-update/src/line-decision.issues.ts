import type { RecordedIssue } from '@roundtrip/contracts';
import {
  type CellProblem,
  openAsText,
  quote,
  shownValue as short,
  spreadsheetDamage,
  unseenDifference,
} from '@roundtrip/fields';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { lineOfNobody, type NumberCause, type Resemblance } from './number-causes.rules.js';

/** What only the database knows about a line: what, where, what to do. */

interface Place {
  line: number;
  part: number | undefined;
}

const at = ({ line, part }: Place): Pick<RecordedIssue, 'line' | 'part'> =>
  part === undefined ? { line } : { line, part };

/** @param resembles known numbers that it may have been */
export function contactUnknown(place: Place, contactNumber: string, resembles?: Resemblance): RecordedIssue {
  const [why, hint] = resembles ? reasonOf(contactNumber, resembles) : reasonInNumber(contactNumber);
  return {
    ...at(place),
    code: 'CONTACT_UNKNOWN',
    column: 'CONTACT_NUMBER',
    value: short(contactNumber),
    message: [sentence('contact-unknown', { number: quote(contactNumber) }), ...why],
    hint,
  };
}

type Reason = [why: readonly Sentence[], hint: readonly Sentence[]];

const asInTemplate = [sentence('number-as-in-template')];
const takenForQuantity = [sentence('number-from-template'), openAsText];
const moveBack = [sentence('move-cells-back')];

const reasons: Record<NumberCause, [cause: string, hint: readonly Sentence[]]> = {
  'letter case': ['letterCase', asInTemplate],
  apostrophe: ['apostrophe', [sentence('number-apostrophe')]],
  decimals: ['decimals', takenForQuantity],
  alphabet: ['alphabet', asInTemplate],
  'zeros lost': ['zerosLost', takenForQuantity],
  'zeros added': ['zerosAdded', asInTemplate],
};

/** What is different about the known number that comes nearest. */
function reasonOf(contactNumber: string, { cause, numbers }: Resemblance): Reason {
  const [why, hint] = reasons[cause];
  const difference = cause === 'alphabet' ? unseenDifference(contactNumber, numbers[0] ?? '') : undefined;
  const known = sentence('number-resembles', { ...eitherOf(numbers), cause: why });
  return [difference ? [known, difference] : [known], hint];
}

/** The first three of the known numbers. */
function eitherOf(numbers: readonly string[]): { count: number; first: string; second: string; third: string } {
  const [first = '', second = '', third = ''] = numbers.slice(0, 3).map(quote);
  return { count: Math.min(3, numbers.length), first, second, third };
}

/** Why a number names nobody that resembles no known one. */
function reasonInNumber(contactNumber: string): Reason {
  const nobody = lineOfNobody(contactNumber);
  if (nobody === 'header') return [[sentence('row-is-header')], [sentence('row-is-header-how')]];
  if (nobody === 'total') return [[sentence('row-is-total')], [sentence('row-is-total-how')]];
  const damage = spreadsheetDamage(contactNumber, 'NUMBER_OF_CONTACT');
  if (damage) return [[damage.did], takenForQuantity];
  if (contactNumber.includes('@')) return [[sentence('number-is-email')], moveBack];
  return [[], [sentence('number-check')]];
}

export const contactClosed = (place: Place, contactNumber: string): RecordedIssue => ({
  ...at(place),
  code: 'CONTACT_UNKNOWN',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: [sentence('contact-closed', { number: quote(contactNumber) })],
  hint: [sentence('contact-closed-how')],
});

export const newContactWithoutName = (place: Place, contactNumber: string): RecordedIssue => ({
  ...at(place),
  code: 'CONTACT_UNKNOWN',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: [sentence('contact-nameless', { number: quote(contactNumber) })],
  hint: [sentence('contact-nameless-how')],
});

export function emailMismatch(place: Place, email: string): RecordedIssue {
  const isAddress = email.includes('@');
  const mismatch = sentence('email-mismatch', { value: quote(email) });
  return {
    ...at(place),
    code: 'EMAIL_MISMATCH',
    column: 'EMAIL',
    value: short(email),
    message: isAddress ? [mismatch] : [mismatch, sentence('email-no-address')],
    hint: isAddress ? [sentence('email-mismatch-how')] : moveBack,
  };
}

export const leadingZerosLost = (place: Place, contactNumber: string, known: readonly string[]): RecordedIssue => ({
  ...at(place),
  code: 'LEADING_ZEROS_LOST',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: [sentence('zeros-lost', { number: quote(contactNumber), ...eitherOf(known) })],
  hint: [sentence('zeros-lost-how'), openAsText],
});

/** The number of a new contact is what a spreadsheet left of another, and cannot be meant. */
export const numberRuined = (
  place: Place,
  contactNumber: string,
  { code, message, hint = [] }: CellProblem,
): RecordedIssue => ({
  ...at(place),
  code,
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message,
  hint,
});

/** The number of a new contact may be what a spreadsheet left of another. It may be meant: it is made, and its owner is told. */
export const numberShortened = (place: Place, contactNumber: string, did: Sentence): RecordedIssue => ({
  ...at(place),
  code: 'LEADING_ZEROS_LOST',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: [sentence('new-number-doubtful', { number: quote(contactNumber) }), did],
  hint: [sentence('new-number-doubtful-how'), openAsText],
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

export function conflict(
  kind: 'conflict' | 'refusal',
  place: Place,
  column: string,
  values: ConflictValues,
): RecordedIssue {
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

const conflictHow = [sentence('conflict-how')];

const change = ({ old = '', now, undo }: ConflictValues): Reason => [
  [sentence(undo ? 'conflict-of-undo' : 'conflict', { old: quote(old), now: quote(now) })],
  conflictHow,
];

// Each says what was asked for: in the file of rejected lines the [new] cell is blank.

const typeAgain = sentence('refusal-type-again');
const withoutOld = [sentence('refusal-without-old-how')];
const withOld = [typeAgain, sentence('refusal-administrator')];

const refusal = ({ old, new: wanted }: ConflictValues): Reason => [
  [
    sentence('refusal'),
    sentence('refusal-not-known', { wanted, reason: ignorance(old), old: quote(old ?? '') }),
    sentence('refusal-stays'),
  ],
  old === undefined ? withoutOld : withOld,
];

const ignorance = (old: string | undefined): string =>
  old === undefined ? 'noColumn' : old.trim() === '' ? 'blank' : 'other';

const refusalAgainstUndo = ({ old = '', new: wanted, stale }: ConflictValues): Reason =>
  stale
    ? [[sentence('refusal-after-undone', { old: quote(old) }), sentence('refusal-kept', { wanted })], [typeAgain]]
    : [
        [sentence('refusal-of-undo', { wanted }), sentence('refusal-not-undone')],
        [typeAgain, sentence('refusal-undo-administrator')],
      ];
