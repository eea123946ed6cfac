import { describe, expect, it } from '@jest/globals';
import { editLines, firstLines } from './edited-lines.js';
import { changesDigest, templateDigest, valuesDigest } from './template-cells.js';

const header = 'CONTACT_NUMBER;EMAIL;LAST_NAME;FIRST_NAME;[old] A - A;[new] A - A;[old] B - B;[new] B - B';
const template = [`\uFEFF${header}`, '1;a@b.example;Weber;Zoë;TRUE;;Empty;', '2;;"Smith; Sons";;FALSE;;TRUE;', ''].join(
  '\r\n',
);

describe('a template in which lines ask for a change each', () => {
  it('holds what the changes say, though a name holds the delimiter, and the same for the same seed', () => {
    const { csv, lines, changes, originals } = editLines(template, 1, 3, ['A', 'B']);
    expect([lines, changes.length]).toEqual([2, 2]);
    const cell = { true: 'TRUE', false: 'FALSE', null: 'Empty' };
    for (const [at, [contactNumber, code, value]] of changes.entries()) {
      const row = csv.split('\r\n')[at + 1]!;
      const cells = row.split(';').slice(code === 'A' ? -4 : -2);
      expect(cells.slice(0, 2)).toEqual([cell[`${originals[at]![2]}`], cell[`${value}`]]);
      expect(originals[at]!.slice(0, 2)).toEqual([contactNumber, code]);
    }
    expect(editLines(template, 1, 3, ['A', 'B']).csv).toBe(csv);
  });

  it('holds the same changes when the institution has commas between the cells', () => {
    const commas = template.replaceAll(';', ',');
    expect(editLines(commas, 1, 3, ['A', 'B'])).toMatchObject({
      changes: editLines(template, 1, 3, ['A', 'B']).changes,
      csv: editLines(template, 1, 3, ['A', 'B']).csv.replaceAll(';', ','),
    });
  });

  it('is left as it is where no line is to change', () => {
    expect(editLines(template, 0, 3, ['A', 'B'])).toMatchObject({ csv: template, changes: [], originals: [] });
  });

  it('can be had of its first lines alone', () => {
    expect(firstLines(template, 1)).toBe(`\uFEFF${header}\r\n1;a@b.example;Weber;Zoë;TRUE;;Empty;\r\n`);
  });
});

describe('the hash', () => {
  const filled = template.replace('TRUE;;Empty;', 'TRUE;FALSE;Empty;');
  const left = template.replace('TRUE;;Empty;', 'FALSE;;Empty;');

  it('of what a file leaves is that of a template with these values', async () => {
    expect(await valuesDigest(filled)).toBe(await valuesDigest(left));
    expect(await valuesDigest(filled)).not.toBe(await valuesDigest(template));
  });

  it('of a template is of all that it says of a contact, and of nothing that is asked for', async () => {
    expect(await templateDigest(filled)).toEqual(await templateDigest(template));
    expect(await templateDigest(template.replace('Weber', 'Webber'))).not.toEqual(await templateDigest(template));
  });

  it('of what changes leaves out when and by whom', async () => {
    const at = (day: string): string =>
      `CONTACT_NUMBER;[before] A - A;[after] A - A;LINE;CHANGED_AT\r\n1;TRUE;FALSE;2;${day}\r\n`;
    expect(await changesDigest(at('2026-01-01'))).toBe(await changesDigest(at('2026-01-02')));
    expect(await changesDigest(at('2026-01-01'))).not.toBe(await changesDigest(at('x').replace('TRUE', 'Empty')));
  });
});
