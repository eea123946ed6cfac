import type { PlannedLine } from '@roundtrip/contracts';
import { storedForms } from '@roundtrip/fields';

// Numbers are stored in composed form and without invisible characters. Contacts that are older than this rule keep the number that they
// have, and are still found by it.

/** The numbers that the contact of a line may be stored under: what was written first, then the number itself, in either form. */
export function numbersOf({
  contactNumber,
  writtenNumber,
}: Pick<PlannedLine, 'contactNumber' | 'writtenNumber'>): string[] {
  if (contactNumber === undefined) return [];
  const forms = storedForms(contactNumber);
  if (forms.length === 1 && writtenNumber === undefined) return forms;
  return [...new Set([writtenNumber ?? contactNumber, contactNumber, ...forms])];
}

/** The line with the number of its contact as it is stored. */
export function withKnownNumber(line: PlannedLine, contacts: Pick<ReadonlyMap<string, unknown>, 'has'>): PlannedLine {
  const { contactNumber, writtenNumber } = line;
  if (writtenNumber === undefined && contactNumber !== undefined && contacts.has(contactNumber)) return line;
  const known = numbersOf(line).find((number) => contacts.has(number));
  return known === undefined || known === line.contactNumber ? line : { ...line, raw: line.raw, contactNumber: known };
}
