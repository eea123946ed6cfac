import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  csvCell,
  formulaText,
  guardFormula,
  identifierInCell,
  quote,
  shownValue,
  unguardFormula,
  unifyLineBreaks,
  workbookCell,
} from './cell-text.js';

/** Texts near the borders of the guard: its triggers, apostrophes and the word Empty. */
const nearGuard = fc
  .array(
    fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＠', 'Empty', 'empty', 'EmPtY', 'a', ' '),
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), nearGuard);

describe('the formula guard', () => {
  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes no cell that a spreadsheet would run or that asks for removal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(guardFormula(text)).not.toMatch(/^(?:[=+\-@\t\r\n\0＝＋－＠]|empty$)/i);
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes one cell of two texts', () => {
    fc.assert(
      fc.property(nearGuard, nearGuard, (a, b) => {
        expect(guardFormula(a) === guardFormula(b)).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['=1', "'=1"],
    ["'=1", "''=1"],
    ['Empty', "'Empty"],
    ["'Empty", "''Empty"],
    ['eMPTY', "'eMPTY"],
    ['＝1', "'＝1"],
    ["O'Neill", "O'Neill"],
    ["'tis", "'tis"],
    ['Emptying', 'Emptying'],
    ['1=1', '1=1'],
    ['', ''],
  ])('writes %j as %j', (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
  });
});

describe('a cell of a workbook of ours', () => {
  it('means what the cell of the CSV means, as a text and as a number or address', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant('="00123"')), (text) => {
        const cell = guardFormula(text);
        const sentBack = csvCell(workbookCell(cell));
        expect(unguardFormula(sentBack)).toBe(text);
        expect(identifierInCell(sentBack)).toBe(identifierInCell(cell));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["'=1", '=1'],
    ["''=1", "'=1"],
    ["'+33 1", '+33 1'],
    ['-1.5', '-1.5'],
    ["'Empty", "'Empty"],
    ["'tis", "'tis"],
  ])('is, for %j of a CSV, %j', (cell, inWorkbook) => {
    expect(workbookCell(cell)).toBe(inWorkbook);
  });
});

describe('quoting a cell in an error', () => {
  it('keeps it on one line and short, without cutting a character in two', () => {
    expect(quote('a\r\nb')).toBe('a b');
    expect(quote('😀'.repeat(80))).toBe(`${'😀'.repeat(59)}…`);
  });
});

describe('what an error quotes and shows', () => {
  it('tells texts apart that look the same', () => {
    expect(quote('ab')).not.toBe(quote('a\u200bb'));
    expect(quote('a\u200bb')).toBe('a[U+200B]b');
    expect(shownValue('a\u200bb')).toBe('a[U+200B]b');
  });
});

describe('a formula that is a text in marks', () => {
  it.each([
    ['="00123"', '00123'],
    ['= "00123"', '00123'],
    ['="a""b"', 'a"b'],
    ['=""', ''],
    ['\u200b =\u00a0"7"\ufeff', '7'],
  ])('%j stands for %j', (cell, text) => {
    expect(formulaText(cell)).toBe(text);
  });

  it.each(['=00123', '="00123', '="1"&"2"', '"00123"', '=1+1', '00123', '="1"+A1'])('is not %j', (cell) => {
    expect(formulaText(cell)).toBeUndefined();
  });
});

it('makes every kind of line break one', () => {
  expect(unifyLineBreaks('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
});
