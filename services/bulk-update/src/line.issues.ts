import { openAsText, spreadsheetDamage } from '@roundtrip/contacts';
import type { Issue } from '@roundtrip/contracts';

/** The words for what only the database knows about a line: what, where, what to do. */

interface Place {
  line: number;
  part: number | undefined;
}

const at = ({ line, part }: Place): Pick<Issue, 'line' | 'part'> => (part === undefined ? { line } : { line, part });
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

export function contactUnknown(place: Place, contactNumber: string): Issue {
  const damage = spreadsheetDamage(contactNumber, 'NUMBER_OF_CONTACT');
  const [why, hint] = damage
    ? [damage.did, `Take the number from the template again. ${openAsText}`]
    : contactNumber.includes('@')
      ? ['It looks like an e-mail address: the cells of this row seem to be shifted.', moveBack]
      : [
          '',
          'Check the number: leading zeros count, and spreadsheets like to drop them. Contacts that were removed since cannot be changed.',
        ];
  return {
    ...at(place),
    code: 'CONTACT_UNKNOWN',
    column: 'CONTACT_NUMBER',
    value: short(contactNumber),
    message: `There is no contact with the number "${short(contactNumber)}". ${why}`.trim(),
    hint,
  };
}

const moveBack =
  'Compare the row with the template, and move its cells back under their columns; clear cells instead of deleting or inserting them.';

export const contactClosed = (place: Place, contactNumber: string): Issue => ({
  ...at(place),
  code: 'CONTACT_UNKNOWN',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `The contact "${short(contactNumber)}" was closed or anonymised and cannot be changed.`,
  hint: 'Remove the line, or use a new contact number.',
});

export const newContactWithoutName = (place: Place, contactNumber: string): Issue => ({
  ...at(place),
  code: 'CONTACT_UNKNOWN',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `There is no contact with the number "${short(contactNumber)}", and a new one needs a LAST_NAME or a COMPANY.`,
  hint: 'Fill LAST_NAME or COMPANY to make a new contact, or correct the number to change a known one.',
});

export function emailMismatch(place: Place, email: string): Issue {
  const isAddress = email.includes('@');
  return {
    ...at(place),
    code: 'EMAIL_MISMATCH',
    column: 'EMAIL',
    value: short(email),
    message: `"${short(email)}" is not the e-mail address of this contact.${isAddress ? '' : ' It is no address at all: the cells of this row seem to be shifted.'}`,
    hint: isAddress
      ? 'If many lines say this, one column was sorted apart from the others: start again from the template. If only the address changed, clear the EMAIL cell.'
      : moveBack,
  };
}

export const leadingZerosLost = (place: Place, contactNumber: string, known: string): Issue => ({
  ...at(place),
  code: 'LEADING_ZEROS_LOST',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `"${short(contactNumber)}" looks like "${known}" without its leading zeros.`,
  hint: `A spreadsheet took the number for a quantity and dropped them: write the number with its zeros, or start again from the template. ${openAsText}`,
});

/** The number of a new contact is what a spreadsheet leaves of a long one. It may be meant: it is made, and its owner is told. */
export const numberShortened = (place: Place, contactNumber: string, did: string): Issue => ({
  ...at(place),
  code: 'LEADING_ZEROS_LOST',
  column: 'CONTACT_NUMBER',
  value: short(contactNumber),
  message: `"${short(contactNumber)}" is the number of a new contact, and may not be what was meant. ${did}`,
  hint: `If it is not, undo this import, and give the column its numbers again. ${openAsText}`,
});

export const conflict = (
  kind: 'conflict' | 'refusal',
  place: Place,
  column: string,
  values: { old: string; now: string; new: string; undo: boolean },
): Issue => ({
  ...at(place),
  code: kind === 'conflict' ? 'CONFLICT' : 'CONFLICT_REFUSAL',
  column,
  value: short(values.new),
  message:
    kind === 'conflict'
      ? values.undo
        ? `The value was changed after the import that is undone: that one had made it "${short(values.old)}", now it is "${short(values.now)}". It is kept.`
        : `The value was changed after the export: the file says "${short(values.old)}", now it is "${short(values.now)}".`
      : 'This contact has refused; a file that does not know of the refusal does not undo it.',
  hint:
    kind === 'conflict'
      ? 'Look at the value that is there now. The file of rejected lines holds it as the new [old] value: correct the line there and upload it again.'
      : 'Leave the refusal as it is. Only an administrator may overwrite it, with the option for refusals.',
  conflict: { old: short(values.old), now: short(values.now), new: short(values.new) },
});
