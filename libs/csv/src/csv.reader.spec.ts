import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { BOM, CsvError, type CsvLimits, type CsvRecord, detectEncoding, encodeRecord, readCsv } from './index.js';

const wide: CsvLimits = { maxRecordBytes: 1 << 20, maxColumns: 100, maxRows: 10_000 };
const known = new Set(['NUMBER', 'NAME', 'CITY']);

async function* inTwo(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, bytes.length / 2);
  yield bytes.subarray(bytes.length / 2);
}

interface Table {
  header: string[];
  delimiter: string;
  records: CsvRecord[];
  blankLines: number;
}

async function read(source: string | Uint8Array, limits: Partial<CsvLimits> = {}): Promise<Table> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const { encoding } = await detectEncoding(inTwo(bytes));
  const file = await readCsv(inTwo(bytes), {
    encoding,
    limits: { ...wide, ...limits },
    isKnownColumn: (cell) => known.has(cell),
  });
  const records: CsvRecord[] = [];
  for await (const batch of file.batches) records.push(...batch);
  return { header: file.header, delimiter: file.delimiter, records, blankLines: file.blankLines() };
}

const rows = async (source: string | Uint8Array, limits: Partial<CsvLimits> = {}): Promise<string[][]> =>
  (await read(source, limits)).records.map((record) => record.cells);

const failure = async (source: string | Uint8Array, limits: Partial<CsvLimits> = {}): Promise<unknown> => {
  try {
    await read(source, limits);
  } catch (error) {
    if (error instanceof CsvError) return { code: error.code, line: error.line };
    throw error;
  }
  return undefined;
};

const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(BOM + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('reading a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from('NUMBER;NAME\r\n007;Zoë €\r\n')],
    ['UTF-8 with a byte order mark', Buffer.from(`${BOM}NUMBER;NAME\r\n007;Zoë €\r\n`)],
    ['a quoted header behind a byte order mark', Buffer.from(`${BOM}"NUMBER";"NAME"\r\n007;Zoë €\r\n`)],
    ['UTF-16 little endian', utf16('NUMBER;NAME\r\n007;Zoë €\r\n', 'le')],
    ['UTF-16 big endian', utf16('NUMBER;NAME\r\n007;Zoë €\r\n', 'be')],
    ['Windows-1252', Buffer.from('NUMBER;NAME\r\n007;Zo\xeb \x80\r\n', 'latin1')],
  ])('reads %s', async (_name, bytes) => {
    await expect(read(bytes)).resolves.toEqual({
      header: ['NUMBER', 'NAME'],
      delimiter: ';',
      records: [{ line: 2, cells: ['007', 'Zoë €'] }],
      blankLines: 0,
    });
  });

  it.each([',', ';', '\t'])('finds the delimiter "%s" by the known columns of the header', async (delimiter) => {
    const source = ['NUMBER', 'a;b,c\td;e,f\tg', 'NAME'].map((cell) => `"${cell}"`).join(delimiter);
    expect((await read(source)).delimiter).toBe(delimiter);
  });

  it('decides on the header only: cells below may be full of other delimiters', async () => {
    expect(await rows('NUMBER,NAME\n1,;;;;;;\n2,a;b;c\n')).toEqual([
      ['1', ';;;;;;'],
      ['2', 'a;b;c'],
    ]);
  });

  it.each(['sep=;\r\n', 'SEP=;\n', '"sep=;"\r\n'])('honours the line %j and does not count it', async (sep) => {
    const table = await read(`${BOM}${sep}NUMBER;NAME,CITY\r\n1;a\r\n`);
    expect(table).toMatchObject({ header: ['NUMBER', 'NAME,CITY'], delimiter: ';', records: [{ line: 2 }] });
  });

  it('takes a header that nobody knows as wide as it can be', async () => {
    expect((await read('FOO,BAR;BAZ,QUX\n1,2\n')).header).toEqual(['FOO', 'BAR;BAZ', 'QUX']);
  });

  it.each([
    ['CRLF', 'NUMBER;NAME\r\n1;a\r\n2;b\r\n'],
    ['LF', 'NUMBER;NAME\n1;a\n2;b\n'],
    ['CR', 'NUMBER;NAME\r1;a\r2;b\r'],
    ['mixed', 'NUMBER;NAME\r1;a\n2;b\r\n'],
    ['no last', 'NUMBER;NAME\r\n1;a\r\n2;b'],
  ])('reads %s line ends', async (_name, source) => {
    expect((await read(source)).records).toEqual([
      { line: 2, cells: ['1', 'a'] },
      { line: 3, cells: ['2', 'b'] },
    ]);
  });

  it.each([
    ['a quoted delimiter', '"a;b"', 'a;b'],
    ['a quoted line break', '"a\r\nb\rc\nd"', 'a\r\nb\rc\nd'],
    ['doubled quotes', '"say ""hi"""', 'say "hi"'],
    ['only a doubled quote', '""""', '"'],
    ['a stray quote in an unquoted cell', '5" pipe', '5" pipe'],
    ['two stray quotes', 'a"b"c', 'a"b"c'],
    ['a blank before a quote', ' "a"', ' "a"'],
    ['text behind a closing quote', '"a"b', 'ab'],
    ['quotes behind a closing quote', '"a"b"c"', 'ab"c"'],
    ['accents and doubled quotes', '"é""€""😀"', 'é"€"😀'],
  ])('reads %s', async (_name, cell, text) => {
    expect(await rows(`NUMBER;NAME;CITY\n1;${cell};x\n2;y;z`)).toEqual([
      ['1', text, 'x'],
      ['2', 'y', 'z'],
    ]);
  });

  it('keeps names such as __proto__ and repeated headers: rows are arrays', async () => {
    expect(await read('NUMBER;__proto__;NUMBER\n1;2;3')).toMatchObject({
      header: ['NUMBER', '__proto__', 'NUMBER'],
      records: [{ cells: ['1', '2', '3'] }],
    });
  });

  it('skips and counts rows without text, which keep their row numbers; a line break in a cell is no row', async () => {
    const table = await read('\r\nNUMBER;NAME\r\n\r\n;;;;\r\n1;"a\r\nb"\r\n ;" "\r\n2;c\r\n\r\n');
    expect(table.records).toEqual([
      { line: 5, cells: ['1', 'a\r\nb'] },
      { line: 7, cells: ['2', 'c'] },
    ]);
    expect(table.blankLines).toBe(5);
  });

  it.each(['1;a\x1a', '1;a\r\n\x1a', '1;"a"\x1a\x1a'])('ignores Ctrl-Z at the end of %j', async (end) => {
    expect(await rows(`NUMBER;NAME\r\n${end}`)).toEqual([['1', 'a']]);
  });

  it('keeps short and long rows as they are', async () => {
    expect(await rows('NUMBER;NAME\n1\n2;b;\n3;c;d')).toEqual([['1'], ['2', 'b', ''], ['3', 'c', 'd']]);
  });
});

describe('what is no CSV', () => {
  it.each(['', BOM, '\r\n\r\n', ';;;\n', 'sep=;\r\n', '\x1a'])('calls %j empty', async (source) => {
    expect(await failure(source)).toEqual({ code: 'FILE_EMPTY', line: undefined });
  });

  it('names the row where an open quote stands', async () => {
    expect(await failure('NUMBER;NAME\n1;a\n2;"b\n3;c\n4;d\n')).toEqual({ code: 'QUOTE_NOT_CLOSED', line: 3 });
    expect(await failure('"NUMBER;NAME\n1;a\n')).toEqual({ code: 'QUOTE_NOT_CLOSED', line: 1 });
  });

  it('does not read a big file to its end for an open quote', async () => {
    const limits = { maxRecordBytes: 1000 };
    expect(await failure(`NUMBER;NAME\n1;"b\n${'2;c\n'.repeat(1000)}`, limits)).toEqual({
      code: 'QUOTE_NOT_CLOSED',
      line: 2,
    });
    expect(await failure(`NUMBER;NAME\n1;"${'b'.repeat(2000)}"\n`, limits)).toEqual({
      code: 'RECORD_TOO_LARGE',
      line: 2,
    });
    expect(await failure(`NUMBER;NAME\n1;${'b'.repeat(2000)}`, limits)).toEqual({ code: 'RECORD_TOO_LARGE', line: 2 });
    expect(await failure('x'.repeat(2000), limits)).toEqual({ code: 'RECORD_TOO_LARGE', line: 1 });
  });

  it('allows exactly as many bytes, columns and rows as it says', async () => {
    const source = 'NUMBER;NAME\n1;é\n\n2;b\n';
    const limits = { maxRecordBytes: 11, maxColumns: 2, maxRows: 2 };
    expect(await rows(source, limits)).toHaveLength(2);
    expect(await failure(source, { ...limits, maxRecordBytes: 10 })).toEqual({ code: 'RECORD_TOO_LARGE', line: 1 });
    expect(await failure(source, { ...limits, maxColumns: 1 })).toEqual({ code: 'TOO_MANY_COLUMNS', line: 1 });
    expect(await failure(source, { ...limits, maxRows: 1 })).toEqual({ code: 'TOO_MANY_ROWS', line: 4 });
  });

  it('judges the header before what is wrong below it', async () => {
    const file = await readCsv(inTwo(Buffer.from('NUMBER;NAME\n1;"a')), {
      encoding: 'utf-8',
      limits: wide,
      isKnownColumn: () => true,
    });
    expect(file.header).toEqual(['NUMBER', 'NAME']);
    await expect(file.batches[Symbol.asyncIterator]().next()).rejects.toThrow(CsvError);
  });

  it.each([
    [
      'UTF-8 by its mark, but not in row 3',
      Buffer.concat([Buffer.from(`${BOM}NUMBER\n1\n`), Buffer.from([0x32, 0xe9, 0x0a])]),
      3,
    ],
    ['UTF-16 with half a character', Buffer.concat([utf16('NUMBER\n1\n', 'le'), Buffer.from([0x41])]), undefined],
    [
      'UTF-16 with half a surrogate pair',
      Buffer.concat([utf16('NUMBER\n', 'le'), Buffer.from([0x3d, 0xd8, 0x41, 0])]),
      undefined,
    ],
    [
      'UTF-16 with half a surrogate pair, behind a quote that nobody closes',
      Buffer.concat([utf16('NUMBER\n"1\n', 'le'), Buffer.from([0x3d, 0xd8, 0x41, 0])]),
      undefined,
    ],
    ['UTF-16 without a mark', Buffer.from('NUMBER\n1\n', 'utf16le'), undefined],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), undefined],
  ])('refuses %s', async (_name, bytes, line) => {
    expect(await failure(bytes)).toEqual({ code: 'ENCODING_INVALID', line });
  });

  it('reads a huge cell in tiny chunks without going over it again and again', async () => {
    const bytes = Buffer.from(`NUMBER;NAME\n1;"${'x'.repeat(3 << 20)}"\n`);
    async function* tiny(): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < bytes.length; from += 13) yield bytes.subarray(from, from + 13);
    }
    const options = {
      encoding: 'utf-8',
      limits: { ...wide, maxRecordBytes: 4 << 20 },
      isKnownColumn: () => true,
    } as const;
    const file = await readCsv(tiny(), options);
    for await (const [record] of file.batches) expect(record?.cells[1]).toHaveLength(3 << 20);
  });
});

const open = (): { source: AsyncGenerator<Uint8Array>; closed: () => boolean } => {
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from('NUMBER;NAME\n');
      for (;;) yield Buffer.from('1;a\n');
    } finally {
      closed = true;
    }
  }
  return { source: endless(), closed: () => closed };
};

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('NUMBER;NAME\n1;a\n');
  throw new Error('disk on fire');
}

describe('the source of the bytes', () => {
  const options = { encoding: 'utf-8', limits: wide, isKnownColumn: () => true } as const;

  it('is let go when the reader stops early', async () => {
    const { source, closed } = open();
    const file = await readCsv(source, options);
    for await (const batch of file.batches) if (batch.length > 0) break;
    expect(closed()).toBe(true);
  });

  it('is let go when nobody reads the rows', async () => {
    const { source, closed } = open();
    await (await readCsv(source, options)).close();
    expect(closed()).toBe(true);
  });

  it('is let go when the file cannot be read', async () => {
    const { source, closed } = open();
    await expect(readCsv(source, { ...options, limits: { ...wide, maxRecordBytes: 5 } })).rejects.toThrow(CsvError);
    expect(closed()).toBe(true);
  });

  it('passes its failure on', async () => {
    const file = await readCsv(broken(), options);
    await expect(
      (async () => {
        for await (const _ of file.batches);
      })(),
    ).rejects.toThrow('disk on fire');
  });
});

describe('what we write ourselves', () => {
  it('is read back', async () => {
    const table = fc.array(
      fc.array(
        fc.string({ unit: fc.constantFrom('a', '€', ' ', ';', ',', '\t', '"', '\r', '\n', "'"), maxLength: 8 }),
        { minLength: 1, maxLength: 5 },
      ),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',' as const, ';' as const, '\t' as const), async (cells, delimiter) => {
        const source = [['NUMBER', 'NAME'], ...cells].map((row) => encodeRecord(row, delimiter)).join('');
        expect(await rows(BOM + source)).toEqual(cells.filter((row) => row.some((cell) => cell.trim() !== '')));
      }),
      { numRuns: 300 },
    );
  });
});
