import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { letterText, oneLine, parseLetter } from './letter.rules.js';

describe('the words of a letter', () => {
  it('become a subject and paragraphs, tables and links', () => {
    const words = 'Subject: x\n\nOne\ntwo.\n\n\n| A | 1\n| Longer | b | c\n\nhttps://example.org/x\n';
    expect(parseLetter(words)).toEqual({
      subject: 'Subject: x',
      blocks: [
        { text: 'One two.' },
        {
          rows: [
            { label: 'A', value: '1' },
            { label: 'Longer', value: 'b | c' },
          ],
          align: 'left',
        },
        { link: 'https://example.org/x' },
      ],
    });
  });

  it('read well as plain text: short lines, labels in a column, numbers to the right', () => {
    const text = letterText(
      parseLetter(`S\n\n${'word '.repeat(40)}\n\n| Lines | 1,000\n| Would be applied | 25\n\n| State | done`),
    );
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(text).toContain('\n  Lines             1,000\n  Would be applied     25\n\n  State  done\n');
  });
});

describe('a value in a letter', () => {
  it('is one line without control or direction characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(Array.from(line).length).toBeLessThanOrEqual(200);
      }),
    );
    expect(oneLine('a\r\nBcc: x@example.org')).toBe('a Bcc: x@example.org');
    expect(oneLine('Théâtre – été')).toBe('Théâtre – été');
  });
});
