import { describe, expect, it } from '@jest/globals';
import { encodeRecord, inBlocks } from './csv.writer.js';

describe('writing CSV', () => {
  it.each([
    [['a', 'b'], 'a;b\r\n'],
    [['a;b', 'c,d'], '"a;b";c,d\r\n'],
    [['say "hi"', ''], '"say ""hi""";\r\n'],
    [['a\nb', 'c\rd'], '"a\nb";"c\rd"\r\n'],
    [[''], '""\r\n'],
  ])('writes %j', (cells, record) => {
    expect(encodeRecord(cells, ';')).toBe(record);
  });

  it('quotes a TAB in a file that is separated by TABs', () => {
    expect(encodeRecord(['a\tb', 'c;d'], '\t')).toBe('"a\tb"\tc;d\r\n');
  });

  it('joins lines to blocks of at least the size asked for', async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `ligne ${i} é\r\n`);
    const blocks: Buffer[] = [];
    for await (const block of inBlocks(lines, 1000)) blocks.push(block);
    expect(Buffer.concat(blocks).toString()).toBe(lines.join(''));
    for (const block of blocks.slice(0, -1)) expect(block.length).toBeGreaterThanOrEqual(1000);
    expect(blocks.length).toBeLessThan(16);
  });

  it('makes no block of nothing', async () => {
    for await (const _ of inBlocks([])) throw new Error('a block');
  });
});
