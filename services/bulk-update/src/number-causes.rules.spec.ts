import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { candidatesOf, findResemblances, lineOfNobody } from './number-causes.rules.js';

/** An index that counts what it is asked for. */
function indexOf(numbers: readonly string[]) {
  const known = new Set(numbers);
  const asked: number[] = [];
  const ask = (some: readonly string[]): Promise<Set<string>> => {
    asked.push(some.length);
    return Promise.resolve(new Set(some.filter((number) => known.has(number))));
  };
  return { ask, asked };
}

const resemblanceOf = async (number: string, known: string[]) =>
  (await findResemblances([number], indexOf(known).ask)).get(number);

describe('a number of nobody', () => {
  it.each<[string, string[], string, string[]]>([
    ['99990001', ['0000099990001'], 'zeros lost', ['0000099990001']],
    ['7', ['0'.repeat(19) + '7'], 'zeros lost', ['0'.repeat(19) + '7']],
    ['7', ['007', '07'], 'zeros lost', ['07', '007']],
    ['0', ['00'], 'zeros lost', ['00']],
    ['007', ['7'], 'zeros added', ['7']],
    ['007', ['0007', '07'], 'zeros lost', ['0007']],
    ['org-1', ['ORG-1'], 'letter case', ['ORG-1']],
    ['ORG-1', ['org-1'], 'letter case', ['org-1']],
    ['ORG-1', ['Org-1'], 'letter case', ['Org-1']],
    ['élu', ['ÉLU'], 'letter case', ['ÉLU']],
    ["'0012345", ['0012345'], 'apostrophe', ['0012345']],
    ['’0012345', ['0012345'], 'apostrophe', ['0012345']],
    ["'12345", ['0012345'], 'zeros lost', ['0012345']],
    ['12345.0', ['12345'], 'decimals', ['12345']],
    ['12345,00', ['12345'], 'decimals', ['12345']],
    ['12345.0', ['0012345'], 'zeros lost', ['0012345']],
    ['\u041eRG-1', ['ORG-1'], 'alphabet', ['ORG-1']],
    ['１２', ['12'], 'alphabet', ['12']],
    ['ORG\u20111', ['ORG-1'], 'alphabet', ['ORG-1']],
  ])('%s, with %j there: %s', async (number, known, cause, numbers) => {
    expect(await resemblanceOf(number, known)).toEqual({ cause, numbers });
  });

  it.each(['12', '12.5', 'ORG-1', "O'Neill", ''])('%s resembles nobody else', async (number) => {
    expect(await resemblanceOf(number, ['13', '125', 'ORG-01', 'ONEILL'])).toBeUndefined();
  });

  it('is found for every length, when zeros are lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[1-9]\d{0,18}$/), fc.nat(18), async (number, more) => {
        const known = number.padStart(Math.min(20, number.length + 1 + more), '0');
        expect(await resemblanceOf(number, [known])).toEqual({ cause: 'zeros lost', numbers: [known] });
      }),
    );
  });

  it('may have been few other numbers, each of them one that a contact can have', () => {
    const number = fc.oneof(
      fc.stringMatching(/^['’]?\d{1,20}([.,]0{1,3})?$/),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(number, (text) => {
        const numbers = candidatesOf(text).map((candidate) => candidate.number);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.length).toBeLessThanOrEqual(40);
        for (const other of numbers) {
          expect(other).not.toBe(text);
          expect(Array.from(other).length).toBeLessThanOrEqual(20);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a chunk of numbers of nobody', () => {
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, at) => String(100_000 + at));

  it('of up to a hundred is looked into whole', async () => {
    const known = numbers(100).map((number, at) => number.padStart(7 + (at % 13), '0'));
    expect((await findResemblances(numbers(100), indexOf(known).ask)).size).toBe(100);
  });

  it('of a thousand costs two questions, and the same cause is found for all', async () => {
    const { ask, asked } = indexOf(numbers(1000).map((number) => number.padStart(10, '0')));
    const found = await findResemblances(numbers(1000), ask);
    expect(found.size).toBe(1000);
    expect(asked).toHaveLength(2);
    expect(asked[0]! + asked[1]!).toBeLessThanOrEqual(100 * 40 + 900 * 4);
  });

  it('of a thousand that resemble nobody costs one', async () => {
    const { ask, asked } = indexOf([]);
    expect((await findResemblances(numbers(1000), ask)).size).toBe(0);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toBeLessThanOrEqual(100 * 40);
  });

  it('is bounded whatever its numbers are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^['’]?\d{1,12}(\.0)?$/), { maxLength: 400 }),
        fc.uniqueArray(fc.stringMatching(/^\d{1,20}$/), { maxLength: 50 }),
        async (unknown, known) => {
          const { ask, asked } = indexOf(known);
          await findResemblances(unknown, ask);
          expect(asked.length).toBeLessThanOrEqual(2);
          expect(asked.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(100 * 40 + unknown.length * 4 * 3);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('that holds none asks nothing', async () => {
    const { ask, asked } = indexOf([]);
    expect((await findResemblances([], ask)).size).toBe(0);
    expect(asked).toEqual([]);
  });
});

describe('a line of no contact', () => {
  it.each(['CONTACT_NUMBER', 'Contact number', 'contactnumber'])('%s is a header', (cell) => {
    expect(lineOfNobody(cell)).toBe('header');
  });

  it.each([
    'Total',
    'TOTAL:',
    'Grand total',
    'Sous-total',
    'Total général',
    'Summe',
    'Gesamt: 12',
    'Totale',
    'Anzahl 5',
  ])('%s is a total', (cell) => {
    expect(lineOfNobody(cell)).toBe('total');
  });

  it.each(['TOTALITAIRE', 'T-12', 'SUMMER', 'COUNTESS-1', '0012', 'NUMBER'])('%s is neither', (cell) => {
    expect(lineOfNobody(cell)).toBeUndefined();
  });
});
