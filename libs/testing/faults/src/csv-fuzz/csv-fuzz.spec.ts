import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IndependentReader } from './independent-reader.js';
import { outcomeOf } from './outcome.js';
import { runFuzz } from './run-fuzz.js';

describe('any file, cut anywhere', () => {
  it('gives what Python and csv-parse give, or one of our codes', async () => {
    const endings = await runFuzz({ seed: 1 + Math.floor(Math.random() * 1e9), cases: 1_500 });
    // All of them are met, else the files are too tame.
    expect([...endings.keys()].toSorted()).toEqual([
      'ENCODING_INVALID',
      'FILE_EMPTY',
      'QUOTE_NOT_CLOSED',
      'RECORD_TOO_LARGE',
      'TOO_MANY_COLUMNS',
      'TOO_MANY_ROWS',
      'records',
    ]);
  }, 120_000);
});

describe('what Python says', () => {
  let python: IndependentReader;
  beforeAll(async () => {
    python = await IndependentReader.start();
  });
  afterAll(() => python.close());

  it.each([
    ['a', 'A;B\n1;2\n'],
    ['no', 'A;B\n1;"2\n'],
    ['blank', '\n\n;;\nA;B\n\n1;2\r\r'],
    ['tab', 'sep=\t\nA\tB;C\n1\t"a""b"c\n'],
    ['French', Buffer.from('A;B\r1;\x80\xe9\x81', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFA,B\n1,😀\n', 'utf16le')],
  ])('is ours, word by word, for the file %s', async (_name, text) => {
    const bytes = Buffer.from(text);
    const limits = { maxRecordBytes: 1_000, maxColumns: 10, maxRows: 10 };
    expect(await outcomeOf(bytes, [], limits, ['A'])).toEqual(await python.read(bytes, ['A']));
  });
});
