import { describe, expect, it } from '@jest/globals';
import { CsvError, type CsvLimits, detectEncoding, type Encoding, readCsv } from './index.js';

const limits: CsvLimits = { maxRecordBytes: 100_000, maxColumns: 50, maxRows: 1_000 };
const pieceBytes = 0x10000;

/** A file that begins so and goes on so without an end, and how much of it was asked for. */
function endless(
  begin: string | Buffer,
  rest: string | Buffer,
): { source: AsyncGenerator<Buffer>; bytes: () => number } {
  const again = Buffer.from(rest);
  const chunk = Buffer.alloc(Math.ceil(pieceBytes / again.length) * again.length, again);
  let bytes = 0;
  async function* source(): AsyncGenerator<Buffer> {
    for (let next = Buffer.from(begin); ; next = chunk) {
      bytes += next.length;
      yield next;
    }
  }
  return { source: source(), bytes: () => bytes };
}

async function read(source: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<unknown> {
  try {
    const file = await readCsv(source, { encoding, limits, isKnownColumn: (cell) => cell === 'NUMBER' });
    for await (const _ of file.batches);
  } catch (error) {
    if (error instanceof CsvError) return [error.code, error.line];
    throw error;
  }
  return undefined;
}

const header = 'NUMBER;NAME\n';
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a file without an end', () => {
  it.each<[string, string | Buffer, string | Buffer, unknown, Encoding?]>([
    ['rows', header, '1;a\n', ['TOO_MANY_ROWS', 1002]],
    ['columns', `${header}1`, ';a', ['TOO_MANY_COLUMNS', 2]],
    ['columns of its header', 'NUMBER', ';a', ['TOO_MANY_COLUMNS', 1]],
    ['one cell', `${header}1;`, 'a', ['RECORD_TOO_LARGE', 2]],
    ['one quoted cell', `${header}1;"`, 'a', ['RECORD_TOO_LARGE', 2]],
    ['one quoted cell of quotes', `${header}1;"`, '""', ['RECORD_TOO_LARGE', 2]],
    ['a quote that nobody closes', `${header}1;"`, 'a\n', ['QUOTE_NOT_CLOSED', 2]],
    ['a quote that nobody closes in its header', '"NUMBER', 'a\n', ['QUOTE_NOT_CLOSED', 1]],
    ['blank space in a row', header, ' ', ['RECORD_TOO_LARGE', 2]],
    ['blank rows above its header', '', '\n', ['FILE_EMPTY', 100_001]],
    ['blank rows of cells above its header', '', ';;\r\n', ['FILE_EMPTY', 25_001]],
    ['NULs', header, '\0', ['RECORD_TOO_LARGE', 2]],
    ['Ctrl-Zs', header, '\x1a', ['RECORD_TOO_LARGE', 2]],
    ['rows of UTF-16', utf16(header), Buffer.from('1;é\n', 'utf16le'), ['TOO_MANY_ROWS', 1002], 'utf-16le'],
    ['cells of Windows-1252', `${header}1;`, Buffer.from([0xe9]), ['RECORD_TOO_LARGE', 2], 'windows-1252'],
  ])('of %s is left at its limit', async (_what, begin, rest, problem, encoding = 'utf-8') => {
    const { source, bytes } = endless(begin, rest);
    expect(await read(source, encoding)).toEqual(problem);
    expect(bytes()).toBeLessThanOrEqual(limits.maxRecordBytes + 3 * pieceBytes);
  });
});

describe('a file of 50 MB', () => {
  const most = async (rest: string, work: (source: AsyncIterable<Buffer>) => Promise<unknown>): Promise<number> => {
    const before = process.memoryUsage().arrayBuffers;
    let peak = 0;
    async function* source(): AsyncGenerator<Buffer> {
      yield Buffer.from(header);
      const { source: pieces, bytes } = endless('', rest);
      for await (const piece of pieces) {
        peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
        if (bytes() > 50_000_000) return;
        yield piece;
      }
    }
    await work(source());
    return peak;
  };

  it.each([
    ['rows', `1;"${'a"";\n'.repeat(8_000)}"\n`],
    ['blank rows', `${' '.repeat(2_000)};\n`],
  ])('of %s takes a few', async (_what, rest) => {
    const peak = await most(rest, async (source) => {
      const file = await readCsv(source, {
        encoding: 'utf-8',
        limits: { ...limits, maxRows: Infinity },
        isKnownColumn: () => true,
      });
      for await (const _ of file.batches);
    });
    expect(peak).toBeLessThan(10_000_000);
  });

  it('takes a few to find out its encoding', async () => {
    expect(await most('1;é\n', detectEncoding)).toBeLessThan(10_000_000);
  });
});
