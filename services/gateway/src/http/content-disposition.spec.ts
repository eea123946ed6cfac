import { describe, expect, it } from '@jest/globals';
import { parse } from 'content-disposition';
import fc from 'fast-check';
import { attachment } from './content-disposition.js';

describe('the name of a download', () => {
  it.each([
    ['plain.csv', 'attachment; filename=plain.csv'],
    [
      'élèves "2026".csv',
      `attachment; filename="eleves _2026_.csv"; filename*=UTF-8''%C3%A9l%C3%A8ves%20%222026%22.csv`,
    ],
    ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"`],
    ['100%.csv', `attachment; filename=100_.csv; filename*=UTF-8''100%25.csv`],
  ])('%s is given so that old clients, too, have a name for it', (name, header) => {
    expect(attachment(name)).toBe(header);
  });

  it('comes back as it was, and breaks no header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const header = attachment(name);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(parse(header).parameters['filename']).toBe(name);
      }),
    );
  });

  it('bears what is not even text', () => {
    expect(parse(attachment('a\ud800b')).parameters['filename']).toBe('a\ufffdb');
  });
});
