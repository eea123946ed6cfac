import { type FieldValue, type TemplateLinesHead, templateLineBytes } from '@roundtrip/contracts';
import { cellPrint, numberPrint, textPrint, valueFormatter } from '@roundtrip/fields';
import type { ExportedContact, TemplateLayout } from './contact-line.rules.js';

/** How the lines of a template are noted beside it (libs/contracts template-lines). Pure. */

const people = [
  ['EMAIL', 'email'],
  ['LAST_NAME', 'lastName'],
  ['FIRST_NAME', 'firstName'],
] as const;

export function recordHead({ fields }: TemplateLayout, seed: number, linesPerPart: number): Buffer {
  const head: TemplateLinesHead = {
    version: 1,
    seed,
    columns: [
      ...people.map(([key]) => ({ role: 'plain' as const, key })),
      ...fields.map(({ code }) => ({ role: 'old' as const, key: code })),
    ],
    linesPerPart,
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json]);
}

/** The bytes of lines, in the order of the contacts. */
export function recordLines(
  { dataType, fields }: TemplateLayout,
  seed: number,
): (contacts: readonly ExportedContact[]) => Buffer {
  const columns = fields.map((field) => ({ code: field.code, printOf: printedValues(valueFormatter(field), seed) }));
  const lineBytes = templateLineBytes(people.length + columns.length);
  return (contacts) => {
    const bytes = Buffer.allocUnsafe(contacts.length * lineBytes);
    let at = 0;
    for (const contact of contacts) {
      const [first, second] = numberPrint(contact.contactNumber, seed);
      at = bytes.writeInt32LE(first, at);
      at = bytes.writeInt32LE(second, at);
      for (const [, name] of people) at = bytes.writeInt32LE(textPrint(contact[name] ?? '', seed), at);
      const values = contact[dataType];
      for (const { code, printOf } of columns) at = bytes.writeInt32LE(printOf(values?.[code]), at);
    }
    return bytes;
  };
}

const setsKept = 1_000;

/** Most values of a column are few, and to put a set in order costs more than all the rest. */
function printedValues(
  format: (value: FieldValue | undefined) => string,
  seed: number,
): (value: FieldValue | undefined) => number {
  const sets = new Map<string, number>();
  return (value) => {
    if (!Array.isArray(value)) return cellPrint(format(value), seed);
    const stored = value.join('|');
    const known = sets.get(stored);
    if (known !== undefined) return known;
    const printed = cellPrint(format(value), seed);
    if (sets.size < setsKept) sets.set(stored, printed);
    return printed;
  };
}
