import { describe, expect, it } from '@jest/globals';
import type { NamedSheet } from '@roundtrip/contracts';
import { FileProblem } from '@roundtrip/files';
import { inWords } from '../../test/in-words.js';
import { requireSheet } from './sheet.rules.js';

/** A sheet whose first row has a number is called with a `#` behind its name; a chart in brackets. */
const sheetOf = (name: string): NamedSheet => ({ name: name.replace('#', ''), isWorksheet: !name.startsWith('[') });
const choice = async (...names: string[]): Promise<string> => {
  const sheets = names.map(sheetOf);
  const hasNumbers = async (sheet: NamedSheet): Promise<boolean> => names[sheets.indexOf(sheet)]!.endsWith('#');
  return requireSheet(sheets, hasNumbers, undefined).then(
    ({ name }) => name,
    (error: unknown) => {
      if (error instanceof FileProblem) return `${error.code}: ${inWords(error).detail}`;
      throw error;
    },
  );
};

describe('the sheet that is read', () => {
  it.each<[string, string[], string]>([
    ['is that of the template, among others with numbers', ['Old#', 'Contacts', 'New#'], 'Contacts'],
    ['is that of the template, in capitals and with blanks', ['Old#', ' CONTACTS '], ' CONTACTS '],
    ['is the only one, whatever is in it', ['Sheet1'], 'Sheet1'],
    ['is the only one beside charts', ['[Chart1]', 'Sheet1', '[Contacts]'], 'Sheet1'],
    ['is the only one with numbers', ['Notes', 'Sheet2#', 'Sheet3'], 'Sheet2'],
  ])('%s', async (_what, sheets, expected) => {
    expect(await choice(...sheets)).toBe(expected);
  });

  it.each<[string, string[], RegExp]>([
    ['of a chart alone', ['[Chart1]'], /^WORKBOOK_SHEET_MISSING: .*chart/],
    ['of none', [], /^WORKBOOK_SHEET_MISSING/],
    ['of several without numbers', ['Dupont', 'B'], /^WORKBOOK_SHEET_MISSING: .*has 2 sheets/],
    ['of several with numbers', ['Dupont#', 'B', '[C]', 'D#'], /^WORKBOOK_SHEET_AMBIGUOUS: .*sheets 1, 4/],
  ])('is none %s, and no name of a sheet is told', async (_what, sheets, expected) => {
    const told = await choice(...sheets);
    expect(told).toMatch(expected);
    expect(told).not.toContain('Dupont');
  });
});
