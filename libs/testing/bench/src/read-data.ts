import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BOM, encodeRecord } from '@roundtrip/csv';
import { randomOf, type Random } from '@roundtrip/demo';
import { columnName, type Definitions, type FieldDefinition } from '@roundtrip/fields';

// The file of the bench `read`: a template of criteria as an officer edits it, of every kind of field, with 21 columns.

interface DemoField extends FieldDefinition {
  cellOf: (random: Random) => string;
}

const value = (code: string, name: string, rank: number) => ({ code, name, rank, active: true });
const profiles = ['TEACHER', 'PUPIL', 'PARENT', 'FRIEND'].map((code, rank) => value(code, `Profil ${code}`, rank + 1));
const genres = ['DANCE', 'OPERA', 'DRAMA', 'CIRCUS', 'JAZZ'].map((code, rank) =>
  value(code, `Genre ${code}`, rank + 1),
);
const codesOf = (values: typeof profiles): string[] => values.map(({ code }) => code);

const field = (
  [code, name, kind]: [string, string, FieldDefinition['kind']],
  rank: number,
  cellOf: DemoField['cellOf'],
  values: typeof profiles = [],
): DemoField => ({ path: `criteria.${code}`, code, name, kind, rank, active: true, values, cellOf });

const two = (count: number): string => String(count).padStart(2, '0');
const fields: readonly DemoField[] = [
  field(['PROFILE', 'Profil', 'LIST'], 1, (random) => random.pick(codesOf(profiles)), profiles),
  field(['GENRES', 'Genres préférés', 'MULTI_LIST'], 2, (random) => someOf(random, codesOf(genres)), genres),
  field(['MEMBER', 'Member', 'BOOLEAN'], 3, (random) => random.pick(['TRUE', 'FALSE'])),
  field(['NOTE', 'Remarque', 'TEXT'], 4, (random) => random.pick(['réservé', 'aisle seat', 'rings; twice', 'ok'])),
  field(['SEATS', 'Seats', 'NUMBER'], 5, (random) => String(random.below(40))),
  field(['SINCE', 'Since', 'DATE'], 6, (random) => `20${two(10 + random.below(15))}-${two(1 + random.below(12))}-15`),
  field(['PRESS', 'Press', 'BOOLEAN'], 7, (random) => random.pick(['TRUE', 'FALSE'])),
  field(['REGION', 'Region', 'LIST'], 8, (random) => random.pick(codesOf(profiles)), profiles),
  field(['PATRON', 'Mécène', 'BOOLEAN'], 9, (random) => random.pick(['TRUE', 'FALSE'])),
];

function someOf(random: Random, codes: string[]): string {
  const from = random.below(codes.length - 1);
  return codes.slice(from, from + 2).join('|');
}

/** What the institution of the file has defined. */
export const readDefinitions: Definitions = {
  criteria: [...fields],
  authorisations: [],
};

/** The last field has no [old] column. */
export const readHeaderCells: readonly string[] = [
  'CONTACT_NUMBER',
  'EMAIL',
  'LAST_NAME',
  'FIRST_NAME',
  ...fields.flatMap((one) =>
    one.code === 'PATRON' ? [columnName('new', one)] : [columnName('old', one), columnName('new', one)],
  ),
];

const names = ['Müller', 'Dupont', 'O"Neill', 'Smith; Sons', 'Nguyễn', 'Rossi', 'Smith', 'Weber'];
const firstNames = ['Zoë', 'Jane', 'Ali', ''];

/** The cells of one line, as many as the header has. */
export function cellsOf(seed: number, row: number, share: number): string[] {
  const random = randomOf(seed, row);
  const cells = [String(row).padStart(8, '0'), `person${row}@example.org`, random.pick(names), random.pick(firstNames)];
  for (const { code, cellOf } of fields) {
    if (code !== 'PATRON') cells.push(random.chance(0.7) ? cellOf(random) : '');
    cells.push(random.chance(share) ? cellOf(random) : '');
  }
  return cells;
}

/** Writes the file: the same bytes for the same seed. */
export async function writeReadFile(path: string, rows: number, seed: number, share: number): Promise<void> {
  function* blocks(): Generator<string> {
    let block = BOM + encodeRecord(readHeaderCells, ';');
    for (let row = 0; row < rows; row++) {
      block += encodeRecord(cellsOf(seed, row, share), ';');
      if (block.length < 0x20000) continue;
      yield block;
      block = '';
    }
    yield block;
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path));
}
