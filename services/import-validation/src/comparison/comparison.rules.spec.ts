import { describe, expect, it } from '@jest/globals';
import type { PlannedLine } from '@roundtrip/contracts';
import { cellPrint, type FieldDefinition, numberPrint } from '@roundtrip/fields';
import * as fc from 'fast-check';
import { Comparison } from './comparison.rules.js';
import type { TemplateLines } from './recorded-lines.js';

const seed = 4711;
const field = (code: string, kind: FieldDefinition['kind'], values: string[] = []): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name: code,
  kind,
  rank: 1,
  active: true,
  values: values.map((value, rank) => ({ code: value, name: value, rank, active: true })),
});
const fields = [
  field('GENRE', 'LIST', ['ROCK', 'JAZZ', 'POP']),
  field('NOTE', 'TEXT'),
  field('SINCE', 'DATE'),
  field('MEMBER', 'BOOLEAN'),
  field('POST', 'AUTHORISATION'),
];
const header = [
  'CONTACT_NUMBER',
  'EMAIL',
  'LAST_NAME',
  'FIRST_NAME',
  ...fields.flatMap(({ code }) => [`[old] ${code} - x`, `[new] ${code} - x`]),
];
const at = (name: string) => header.findIndex((cell) => cell.startsWith(name));
const olds = fields.map(({ code }) => at(`[old] ${code}`));
const news = olds.map((index) => index + 1);
const recorded = [1, 2, 3, ...olds];

/** A template as it was made. */
function templateOf(rows: readonly (readonly string[])[]): TemplateLines {
  const numbers = new Map(rows.map((cells, line) => [numberPrint(cells[0]!, seed).join(), line]));
  return {
    head: {
      version: 1,
      seed,
      linesPerPart: 1_000_000,
      columns: [
        ...['EMAIL', 'LAST_NAME', 'FIRST_NAME'].map((key) => ({ role: 'plain' as const, key })),
        ...fields.map(({ code: key }) => ({ role: 'old' as const, key })),
      ],
    },
    lines: rows.length,
    find: (number) => numbers.get(number.join()) ?? -1,
    prints: (line) => Int32Array.from(recorded, (column) => cellPrint(rows[line]![column]!, seed)),
  };
}

const lineOf = (raw: string[], index: number): PlannedLine => ({
  line: index + 2,
  contactNumber: raw[0]!,
  changes: [],
  issues: [],
  raw,
});

function compare(template: readonly (readonly string[])[], file: readonly string[][]) {
  const comparison = new Comparison('tpl_1', templateOf(template), header, fields);
  for (const [index, cells] of file.entries()) comparison.look(lineOf(cells, index));
  return { result: comparison.result(), damage: comparison.damage() };
}

const texts = ['Paris', 'Lyon', 'Nice', 'Metz', 'Brest', 'Tours', 'Dijon', 'Lille'];

/** Contacts with values as they are: some columns with few of them, some mostly blank. */
const rowOf = (index: number, pick: readonly number[]): string[] => {
  const of = (values: readonly string[], which: number): string => values[(pick[which] ?? 0) % values.length]!;
  const cells = header.map(() => '');
  cells[0] = String(index + 1).padStart(6, '0');
  cells[1] = `c${index}@example.org`;
  cells[2] = `Name ${index % 7}`;
  cells[olds[0]!] = of(['ROCK', 'JAZZ', 'POP', ''], 0);
  cells[olds[1]!] = of(['', ...texts], 1) + ((pick[1] ?? 0) % 3 === 0 ? String(index) : '');
  cells[olds[2]!] = `20${of(['10', '11', '25'], 2)}-0${1 + ((pick[2] ?? 0) % 9)}-1${(pick[2] ?? 0) % 9}`;
  cells[olds[3]!] = of(['TRUE', 'FALSE', ''], 3);
  cells[olds[4]!] = of(['TRUE', 'FALSE', 'Empty', 'Empty'], 4);
  return cells;
};
const rows = (min: number, max: number) =>
  fc
    .array(fc.array(fc.nat(10_000), { minLength: 5, maxLength: 5 }), { minLength: min, maxLength: max })
    .map((picks) => picks.map((pick, index) => rowOf(index, pick)));
const copy = (table: readonly string[][]): string[][] => table.map((cells) => [...cells]);
const unharmed = { linesAdded: 0, columns: [], furtherColumns: 0 };

/** A pseudo-random permutation, so that a property can be repeated. */
function shuffled<T>(items: readonly T[], seedOf: number): T[] {
  const keyed = items.map((item, index) => ({ item, key: Math.imul(index + 1, 0x9e3779b1 ^ seedOf) >>> 0 }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** The cells of some columns in another order, the others as they are. */
function sortedApart(table: readonly string[][], columns: readonly number[], seedOf: number): string[][] {
  const taken = shuffled(
    table.map((cells) => columns.map((column) => cells[column]!)),
    seedOf,
  );
  return table.map((cells, index) => {
    const moved = [...cells];
    columns.forEach((column, which) => (moved[column] = taken[index]![which]!));
    return moved;
  });
}

describe('a file against its template', () => {
  it('finds nothing in a file whose lines are in any order, some left out, with any [new] cells', () => {
    fc.assert(
      fc.property(rows(1, 40), fc.nat(), fc.nat(40), fc.array(fc.string()), (template, order, kept, typed) => {
        const file = shuffled(copy(template), order).slice(0, Math.max(1, kept));
        file.forEach((cells, index) =>
          news.forEach((column, which) => (cells[column] = typed[(index + which) % (typed.length || 1)] ?? '')),
        );
        const { result, damage } = compare(template, file);
        expect(damage).toBeUndefined();
        expect(result).toMatchObject({ ...unharmed, linesFound: file.length });
        expect(result.linesMissing).toBe(template.length - file.length);
      }),
    );
  });

  it.each<[string, number[]]>([
    ['the contact numbers', [0]],
    ['the e-mail addresses', [1]],
    ['numbers, addresses and names', [0, 1, 2, 3]],
    ['[old] and [new] of a field', [olds[1]!, news[1]!]],
    ['all [old] columns', olds],
    ['one [old] column of few values', [olds[0]!]],
    ['one [old] column of yes and no', [olds[3]!]],
  ])('finds that %s were sorted without the rest', (_, columns) => {
    fc.assert(
      fc.property(rows(60, 90), fc.nat(), (template, order) => {
        const { damage, result } = compare(template, sortedApart(template, columns, order));
        expect(damage?.code).toBe('FILE_SORTED_APART');
        expect(result.columns.some(({ cause }) => cause === 'sortedApart')).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it('finds it in a really sorted column, and when a part of the lines was sorted', () => {
    fc.assert(
      fc.property(rows(60, 90), fc.constantFrom(0, 1, 2, 3, 4), (template, which) => {
        const column = olds[which]!;
        const half = Math.floor(template.length / 2);
        for (const until of [half, template.length]) {
          const values = template
            .slice(0, until)
            .map((cells) => cells[column]!)
            .toSorted();
          const file = copy(template).map((cells, index) => {
            if (index < until) cells[column] = values[index]!;
            return cells;
          });
          expect(compare(template, file).damage?.code).toBe('FILE_SORTED_APART');
        }
      }),
      { numRuns: 6 },
    );
  });

  it('cannot know that only the [new] columns were sorted', () => {
    fc.assert(
      fc.property(rows(20, 30), fc.nat(), (template, order) => {
        const edited = copy(template);
        for (const [index, cells] of edited.entries()) cells[news[1]!] = `new ${index}`;
        const { result, damage } = compare(template, sortedApart(edited, news, order));
        expect([damage, result.columns]).toEqual([undefined, []]);
      }),
    );
  });

  it('lets a few changed [old] cells pass, and names them', () => {
    fc.assert(
      fc.property(rows(40, 50), fc.nat(39), (template, line) => {
        const file = copy(template);
        file[line]![olds[1]!] = 'typed into the wrong column';
        const { result, damage } = compare(template, file);
        expect(damage).toBeUndefined();
        expect(result.columns).toEqual([
          {
            role: 'old',
            key: 'NOTE',
            cells: 1,
            readAlike: 0,
            cause: 'changed',
            causes: [{ cause: 'changed', cells: 1 }],
            places: [{ line: line + 2 }],
          },
        ]);
      }),
    );
  });

  const many = Array.from({ length: 40 }, (_, index) => rowOf(index, [index, index, index, index, index]));
  const withColumn = (column: number, change: (cell: string) => string, table = many): string[][] =>
    copy(table).map((cells) => {
      cells[column] = change(cells[column]!);
      return cells;
    });
  const codes = many.map((cells, index) => {
    const changed = [...cells];
    changed[olds[1]!] = `00${index}`;
    return changed;
  });
  const yes: Record<string, string> = { TRUE: 'VRAI', FALSE: 'FAUX' };

  it.each<[string, string[][], number, (cell: string) => string, string, boolean]>([
    ['zeros are lost', codes, olds[1]!, (cell) => String(Number(cell)), 'zerosLost', true],
    ['all texts are shown as numbers', codes, olds[1]!, () => '1.23E+10', 'numberShortened', true],
    [
      'dates are American',
      many,
      olds[2]!,
      (cell) => cell.replace(/(....)-(..)-(..)/, '$2/$3/$1'),
      'dateRewritten',
      true,
    ],
    [
      'dates are French',
      many,
      olds[2]!,
      (cell) => cell.replace(/(....)-(..)-(..)/, '$3/$2/$1'),
      'dateRewritten',
      false,
    ],
    ['truth values are French', many, olds[3]!, (cell) => yes[cell] ?? cell, 'truthValueRewritten', false],
    ['all is replaced', many, olds[1]!, () => 'the same', 'changed', true],
    ['all is cleared', many, olds[2]!, () => '', 'cleared', true],
  ])(
    'says what happened to a column of which %s; it stops the file when the values are others',
    (_, table, column, change, cause, stops) => {
      const { result, damage } = compare(table, withColumn(column, change, table));
      expect(result.columns).toMatchObject([{ role: 'old', cause }]);
      expect(damage?.code).toBe(stops ? 'COLUMN_DAMAGED' : undefined);
      if (!stops) expect(result.columns[0]?.readAlike).toBe(result.columns[0]?.cells);
    },
  );

  it('says that cells were shifted', () => {
    const file = copy(many).map((cells, index) => {
      if (index % 4 === 0) cells.splice(olds[1]!, 0, '');
      return cells.slice(0, header.length);
    });
    const { result } = compare(many, file);
    expect(result.columns.find(({ key }) => key === 'NOTE')?.cause).toBe('shifted');
  });

  it('says that contact numbers have lost their zeros, and stops the file', () => {
    const { result, damage } = compare(
      many,
      withColumn(0, (cell) => String(Number(cell))),
    );
    expect(result).toMatchObject({ linesAdded: 0, linesMissing: 0, linesFound: many.length });
    expect(result.columns).toMatchObject([{ role: 'plain', key: 'CONTACT_NUMBER', cause: 'zerosLost', cells: 40 }]);
    expect(damage).toMatchObject({ code: 'COLUMN_DAMAGED', columns: [{ key: 'CONTACT_NUMBER' }] });
  });

  it('counts lines that are added and missing, and names the first', () => {
    const added = Array.from({ length: 7 }, (_, index) => rowOf(1_000 + index, [1, 2, 3, 4, 5]));
    const { result, damage } = compare(many, [...copy(many.slice(10)), ...added]);
    expect(damage).toBeUndefined();
    expect(result).toMatchObject({ linesInTemplate: 40, linesFound: 30, linesAdded: 7, linesMissing: 10 });
    expect(result.addedPlaces).toEqual([32, 33, 34, 35, 36].map((line) => ({ line })));
  });

  it('never stops a file for addresses and names that were cleared or corrected', () => {
    const cleared = withColumn(1, () => '');
    expect(compare(many, cleared).damage).toBeUndefined();
    expect(compare(many, cleared).result.columns).toEqual([]);
    const corrected = withColumn(2, (cell) => cell.toUpperCase());
    expect(compare(many, corrected).damage).toBeUndefined();
  });

  it('takes no sorting apart for what it is not: everything changed to other values, however many lines', () => {
    const large = Array.from({ length: 1_500 }, (_, index) => rowOf(index, [index, 3 * index, index, index, index]));
    const other = copy(large).map((cells, index) => {
      cells[olds[1]!] = `other ${index}`;
      return cells;
    });
    expect(compare(large, other).damage).toMatchObject({ code: 'COLUMN_DAMAGED', columns: [{ cause: 'changed' }] });
  });
});
