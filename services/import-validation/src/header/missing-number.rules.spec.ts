import { describe, expect, it } from '@jest/globals';
import { inWords } from '../../test/in-words.js';
import { missingNumber } from './missing-number.rules.js';

/** The lines of a file as the reader has cut them, by a delimiter that need not be the right one. */
const seen = (lines: string[], delimiter: ',' | ';' | '\t' = ',') => {
  const [header = [], ...below] = lines.map((line) => line.split(delimiter));
  return missingNumber({ header, delimiter, below: below.map((cells, index) => ({ line: index + 2, cells })) });
};

describe('a file whose first line has no CONTACT_NUMBER', () => {
  it.each<[string, string[], string, string?]>([
    [
      'a title above its header',
      ['Export, 2026', '', 'CONTACT_NUMBER;[new] GENRE', '1;'],
      'It stands in row 3',
      'Delete the 2 lines above',
    ],
    ['one line above its header', ['x', 'contact number\t[new] GENRE'], 'It stands in row 2', 'Delete the line above'],
    ['the sign |', ['CONTACT_NUMBER|EMAIL|[new] GENRE - a, b', '1||'], 'separated by the sign |', 'CSV UTF-8'],
    ['quoted cells and the sign |', ['"EMAIL"|"Contact number"', '"a"|"1"'], 'separated by the sign |'],
    ['colons', ['CONTACT_NUMBER:EMAIL', '1:'], 'separated by colons'],
    ['blanks', ['CONTACT_NUMBER EMAIL [new]', '1 2'], 'separated by blanks'],
    ['JSON', ['[{"CONTACT_NUMBER": "1", "EMAIL": "a@b.fr"},', '{}]'], 'is JSON', 'CSV UTF-8'],
    ['JSON on many lines', ['[', '  {', '    "CONTACT_NUMBER": "1"'], 'is JSON'],
    ['a JSON object', ['{', '  "contacts": ['], 'is JSON'],
    ['JSON lines', ['{"CONTACT_NUMBER": "1"}', '{"CONTACT_NUMBER": "2"}'], 'is JSON'],
    ['XML', ['<?xml version="1.0"?>', '<contacts>'], 'is XML'],
    ['XML without a declaration', ['<contacts><contact/>', '</contacts>'], 'is XML'],
    ['one line', ['000123,a@example.org,Dupont'], 'one line only', 'line of its own'],
  ])('is told: %s', (_what, lines, detail, hint = '') => {
    const problem = inWords(seen(lines)!);
    expect(problem).toMatchObject({ code: 'HEADER_MISSING_COLUMN', detail: expect.stringContaining(detail) });
    expect(problem.hint).toContain(hint);
    expect(`${problem.detail} ${problem.hint}`).not.toMatch(/Dupont|@/);
  });

  it.each<[string, string[]]>([
    ['data', ['000123,a@example.org,Dupont', '000124,b@example.org,Durand']],
    ['a header that calls the number otherwise', ['Kundennummer,EMAIL', '1,a']],
    ['a header alone', ['EMAIL,[new] GENRE']],
    ['a template without its first column', ['[new] GENRE,EMAIL', 'TRUE,']],
  ])('is nothing else when it is %s', (_what, lines) => {
    expect(seen(lines)).toBeUndefined();
  });

  it('says in which line its header stands, for whoever shows it', () => {
    expect(seen(['x', 'y', 'z', 'EMAIL;CONTACT_NUMBER'])?.line).toBe(4);
  });
});
