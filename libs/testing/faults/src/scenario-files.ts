import { BOM, encodeRecord } from '@roundtrip/csv';
import type { ContactDocument } from '@roundtrip/database';
import type { Random } from '@roundtrip/demo';

/** What a line of a template asks: one pair of cells a field. */
export interface AskedLine {
  contactNumber: string;
  email: string;
  cells: { old: string; new: string }[];
}

export function templateCsv(fields: readonly { code: string; name: string }[], lines: readonly AskedLine[]): string {
  const header = fields.flatMap(({ code, name }) => [`[old] ${code} - ${name}`, `[new] ${code} - ${name}`]);
  const rows = lines.map(({ contactNumber, email, cells }) => [
    contactNumber,
    email,
    ...cells.flatMap((cell) => [cell.old, cell.new]),
  ]);
  return csvOf(['CONTACT_NUMBER', 'EMAIL', ...header], rows);
}

/** An ordinary import of contacts: some are there already, some are new, some cannot be. */
export function contactsCsv(random: Random, contacts: readonly ContactDocument[]): string {
  const known = contacts
    .filter(() => random.chance(0.3))
    .map(({ contactNumber }) => [contactNumber, '', random.pick(['Lyon', 'Basel', 'Empty', '']), phone(random)]);
  const added = Array.from({ length: 80 }, (_, index) => [
    `N-${String(index).padStart(4, '0')}`,
    random.chance(0.95) ? `Nouveau ${index}` : '',
    'Lyon',
    phone(random),
  ]);
  return csvOf(['CONTACT_NUMBER', 'LAST_NAME', 'CITY', 'MOBILE'], [...known, ...added]);
}

const phone = (random: Random): string => `'+33 6 ${String(random.below(100_000_000)).padStart(8, '0')}`;

const csvOf = (header: string[], rows: string[][]): string =>
  BOM + [header, ...rows].map((cells) => encodeRecord(cells, ',')).join('');
