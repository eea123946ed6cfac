import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachment } from './content-disposition.js';

const utf8Name = (header: string): string => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '');

describe('the name of a download', () => {
  it.each([
    ['plain.csv', `attachment; filename="plain.csv"; filename*=UTF-8''plain.csv`],
    [
      'élèves "2026".csv',
      `attachment; filename="eleves _2026_.csv"; filename*=UTF-8''%C3%A9l%C3%A8ves%20%222026%22.csv`,
    ],
    ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
    ['100%.csv', `attachment; filename="100_.csv"; filename*=UTF-8''100%25.csv`],
  ])('%s is given twice', (name, header) => {
    expect(attachment(name)).toBe(header);
  });

  it('comes back as it was, and breaks no header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const header = attachment(name);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(utf8Name(header)).toBe(name);
      }),
    );
  });

  it('bears what is not even text', () => {
    expect(utf8Name(attachment('a\ud800b'))).toBe('a\ufffdb');
  });
});
