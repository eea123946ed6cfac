import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { BLANK_PRINT, cellPrint, numberPrint, textPrint } from './cell-print.js';
import { guardFormula } from './cell-text.js';

describe('the print of a cell', () => {
  it('is the same however letters, line breaks and a guard are written', () => {
    expect(cellPrint('Cafe\u0301', 7)).toBe(cellPrint('Café', 7));
    expect(cellPrint('a\r\nb', 7)).toBe(cellPrint('a\nb', 7));
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, seed) => {
        expect(cellPrint(guardFormula(text), seed)).toBe(textPrint(text, seed));
      }),
    );
  });

  it('is that of a blank cell for no other', () => {
    expect(cellPrint('', 1)).toBe(BLANK_PRINT);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer(), (text, seed) => textPrint(text, seed) !== BLANK_PRINT),
    );
  });

  it('tells apart what spreadsheets make of one another, and hundreds of thousands of numbers', () => {
    const texts = ['00123', '123', '0123', '123.0', 'TRUE', 'VRAI', 'True', ' ', '2025-03-31', '31/03/2025'];
    expect(new Set(texts.map((text) => cellPrint(text, 3))).size).toBe(texts.length);
    const numbers = Array.from({ length: 300_000 }, (_, index) =>
      numberPrint(String(index).padStart(8, '0'), 3).join(),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is another one under another seed', () => {
    expect(cellPrint('TRUE', 1)).not.toBe(cellPrint('TRUE', 2));
    expect(numberPrint('1', 1)).not.toEqual(numberPrint('1', 2));
  });

  it('of a number is that of the number as it is stored', () => {
    expect(numberPrint(' 00\u200b1 ', 5)).toEqual(numberPrint('001', 5));
  });
});
