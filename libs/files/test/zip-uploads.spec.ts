import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createInflateRaw, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sentencesText } from '@roundtrip/words';
import fc from 'fast-check';
import { createZip } from '../src/create-zip.js';
import { FileProblem } from '../src/file-problem.errors.js';
import { openUpload, type UploadLimits } from '../src/uploaded-parts.reader.js';
import { type RawEntry, rawZip } from './raw-zip.js';

/** What a zip may be, and each thing that may be wrong with it: the code, and how little of it is unpacked to find that out. */

const limits: UploadLimits = { maxBytes: 10_000_000, maxInflatedBytes: 20_000_000, maxRatio: 200, maxEntries: 100 };
const csv = 'CONTACT_NUMBER;[new] A\r\n1;x\r\n';
const one: RawEntry = { name: 'a.csv', content: csv };
const zeros = Buffer.alloc(15_000_000);
const xlsx = rawZip([
  { name: '[Content_Types].xml', content: '<?xml' },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
  { name: 'xl/media/image1.png', content: 'x' },
]);
const beyond = 2n ** 62n;

let folder: string;
/** Bytes that came out of zlib since the case began. */
let inflated = 0;

/** What every inflating stream puts out passes here. */
const unzip = Object.getPrototypeOf(createInflateRaw()) as Readable;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spec-zip-'));
  unzip.push = function push(this: Readable, chunk: Buffer | null) {
    inflated += chunk?.length ?? 0;
    return Readable.prototype.push.call(this, chunk);
  };
});
afterAll(async () => {
  delete (unzip as Partial<Readable>).push;
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  inflated = 0;
});

interface Outcome {
  parts?: [string, string][];
  code?: string;
  help?: string;
}

async function open(zip: Uint8Array, more: Partial<UploadLimits> = {}): Promise<Outcome> {
  try {
    const upload = await openUpload({ content: Readable.from([zip]) }, { ...limits, ...more }, folder);
    try {
      const parts: [string, string][] = [];
      for (const part of upload.parts) {
        const chunks: Uint8Array[] = [];
        for await (const chunk of part.open()) chunks.push(chunk);
        parts.push([part.name, Buffer.concat(chunks).toString()]);
      }
      return { parts };
    } finally {
      await upload.close();
    }
  } catch (error) {
    if (error instanceof FileProblem)
      return { code: error.code, help: sentencesText('en', [...error.detail, ...(error.hint ?? [])]) };
    throw error;
  }
}

describe('a zip is read', () => {
  const unpacked = { ...one, method: 0 };
  it.each<[string, Buffer, string[]]>([
    ['with one .csv', rawZip([one]), ['a.csv']],
    [
      'with one .CSV in a folder',
      rawZip([
        { name: 'x/', method: 0 },
        { ...one, name: 'x/A.CSV' },
      ]),
      ['x/A.CSV'],
    ],
    ['with one .csv behind a backslash', rawZip([{ ...one, name: 'x\\a.csv' }]), ['x/a.csv']],
    ['with one .csv under another name', rawZip([{ ...one, name: 'unicode.txt' }]), ['unicode.txt']],
    ['with one .csv that is stored', rawZip([unpacked]), ['a.csv']],
    [
      'with a .csv and the litter of macOS and Windows',
      rawZip([
        one,
        { ...one, name: '__MACOSX/._a.csv' },
        { name: '.DS_Store' },
        { name: '._a.csv', content: 'x' },
        { name: 'x/Thumbs.db', content: 'x' },
        { name: 'desktop.ini' },
      ]),
      ['a.csv'],
    ],
    [
      'with parts, in the order of their numbers',
      rawZip([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => ({ ...one, name: `t_${n}.csv` }))),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `t_${n}.csv`),
    ],
    ['in zip64', rawZip([{ ...one, bytes: BigInt(csv.length), offset: 0n }], { zip64: true }), ['a.csv']],
    ['with a comment that ends it', Buffer.concat([rawZip([one]).subarray(0, -2), Buffer.from('\x02\0hi')]), ['a.csv']],
  ])('%s', async (_what, zip, names) => {
    expect(await open(zip)).toEqual({ parts: names.map((name) => [name, csv]) });
  });

  it('as our own exports are made', async () => {
    const entry = { name: 'a.csv', content: Readable.from([Buffer.from(csv)]) };
    const zip = Buffer.concat(await createZip([entry]).toArray());
    expect(await open(zip)).toEqual({ parts: [['a.csv', csv]] });
  });

  it('of exactly the limits', async () => {
    const zip = rawZip([1, 2].map((n) => ({ ...one, name: `a_${n}.csv` })));
    expect((await open(zip, { maxInflatedBytes: csv.length * 2, maxEntries: 2 })).parts).toHaveLength(2);
    expect((await open(zip, { maxInflatedBytes: csv.length * 2 - 1 })).code).toBe('ZIP_BOMB');
    expect((await open(zip, { maxEntries: 1 })).code).toBe('ZIP_BOMB');
  });
});

describe('a workbook is known by its content', () => {
  const other = rawZip([{ name: 'custom.xml' }, { name: '[Content_Types].xml', content: '<?xml' }]);
  it.each<[string, Buffer, [string, string[]][]]>([
    ['alone', xlsx, [['upload.xlsx', ['[Content_Types].xml', 'xl/workbook.xml']]]],
    ['whatever it begins with', other, [['upload.xlsx', ['custom.xml', '[Content_Types].xml']]]],
    ['in a zip', rawZip([{ name: 'a.xlsx', content: xlsx }]), [['a.xlsx', ['[Content_Types].xml', 'xl/workbook.xml']]]],
    [
      'in a zip, whatever it is called and begins with',
      rawZip([{ name: 'a.csv', content: other }]),
      [['a.csv', ['custom.xml', '[Content_Types].xml']]],
    ],
    [
      'as the parts of a template',
      rawZip([2, 1].map((part) => ({ name: `t_${part}.xlsx`, content: xlsx }))),
      [1, 2].map((part) => [`t_${part}.xlsx`, ['[Content_Types].xml', 'xl/workbook.xml']]),
    ],
  ])('%s', async (_what, bytes, expected) => {
    const upload = await openUpload({ content: Readable.from([bytes]) }, limits, folder);
    expect(upload.parts.map(({ name, workbook }) => [name, workbook?.names])).toEqual(expected);
    const [{ workbook } = {}] = upload.parts;
    for (const again of [1, 2]) {
      const content = await Readable.from(workbook!.open('[Content_Types].xml')).toArray();
      expect([again, Buffer.concat(content).toString()]).toEqual([again, '<?xml']);
    }
    await upload.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('and one that is damaged inside says so while it is read', async () => {
    const bytes = rawZip([{ name: '[Content_Types].xml', content: '<?xml', crc: 1 }]);
    const upload = await openUpload({ content: Readable.from([bytes]) }, limits, folder);
    const read = Readable.from(upload.parts[0]!.workbook!.open('[Content_Types].xml')).toArray();
    await expect(read).rejects.toMatchObject({ code: 'WORKBOOK_DAMAGED' });
    await upload.close();
  });
});

describe('a zip is refused', () => {
  const cut = (bytes: number): Buffer => rawZip([{ ...one, content: csv.repeat(50) }]).subarray(0, bytes);
  const harmless = { ...one, content: zeros.subarray(0, 50_000) };

  it.each<[string, Buffer, string, RegExp?]>([
    // What is in it.
    ['with no file', rawZip([]), 'ZIP_NOT_ONE_CSV', /no file/],
    ['with only litter', rawZip([{ name: '.DS_Store', content: 'x' }]), 'ZIP_NOT_ONE_CSV', /no file/],
    ['with two .csv files', rawZip([one, { ...one, name: 'b.csv' }]), 'ZIP_NOT_ONE_CSV', /"a\.csv", "b\.csv"/],
    ['with the same name twice', rawZip([one, one]), 'ZIP_NOT_ONE_CSV'],
    [
      'with parts of two templates',
      rawZip([
        { ...one, name: 'a_1.csv' },
        { ...one, name: 'b_2.csv' },
      ]),
      'ZIP_NOT_ONE_CSV',
    ],
    [
      'with a gap in its parts',
      rawZip([
        { ...one, name: 'a_1.csv' },
        { ...one, name: 'a_3.csv' },
      ]),
      'ZIP_NOT_ONE_CSV',
      /part 2 is missing/,
    ],
    [
      'with a part twice',
      rawZip([
        { ...one, name: 'a_1.csv' },
        { ...one, name: 'a_01.csv' },
      ]),
      'ZIP_NOT_ONE_CSV',
      /part 1 .*twice/,
    ],
    ['with a text beside the .csv', rawZip([one, { name: 'readme.txt', content: 'x' }]), 'ZIP_NOT_ONE_CSV', /readme/],
    ['with another zip', rawZip([{ name: 'a.zip', content: rawZip([one]) }]), 'ZIP_NOT_ONE_CSV', /another archive/],
    ['with another zip that calls itself .csv', rawZip([{ name: 'a.csv', content: rawZip([one]) }]), 'ZIP_NOT_ONE_CSV'],
    ['with a symbolic link', rawZip([{ ...one, mode: 0o120777, content: '/etc/passwd' }]), 'ZIP_NOT_ONE_CSV', /link/],
    // What it is.
    [
      'that is a binary Excel workbook',
      rawZip([{ name: '[Content_Types].xml', content: '<?xml' }, { name: 'xl/workbook.bin' }]),
      'FILE_NOT_CSV',
      /\.xlsb.*\.xlsx/,
    ],
    ['that is a workbook and cut off', xlsx.subarray(0, -30), 'WORKBOOK_DAMAGED', /cut off.*save it again/],
    [
      'that holds a workbook that is cut off',
      rawZip([{ name: 'a.xlsx', content: xlsx.subarray(0, -30) }]),
      'WORKBOOK_DAMAGED',
      /“a\.xlsx”.*cut off/,
    ],
    [
      'that is a workbook whose sheet unpacks to a thousand times its size',
      rawZip([{ name: '[Content_Types].xml' }, { name: 'xl/worksheets/sheet1.xml', content: zeros }]),
      'ZIP_BOMB',
      /200 times/,
    ],
    [
      'that is a workbook with a password on an entry',
      rawZip([{ name: '[Content_Types].xml', flags: 0x801 }]),
      'ZIP_ENCRYPTED',
      /password/,
    ],
    [
      'that is a Word document',
      rawZip([
        { name: '[Content_Types].xml', content: '<?xml' },
        { name: 'word/document.xml', content: '<?xml' },
      ]),
      'FILE_NOT_CSV',
      /text document/,
    ],
    [
      'that is a LibreOffice spreadsheet',
      rawZip([{ name: 'mimetype', method: 0, content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'FILE_NOT_CSV',
      /\.ods/,
    ],
    ['that is an Apple Numbers document', rawZip([{ name: 'Index/Document.iwa' }]), 'FILE_NOT_CSV', /Numbers/],
    ['that holds a PDF', rawZip([{ ...one, content: '%PDF-1.7' }]), 'FILE_NOT_CSV', /PDF/],
    ['that holds a gzip', rawZip([{ ...one, content: gzipSync(csv) }]), 'FILE_NOT_CSV', /gzip.*Unpack/],
    ['that holds a web page', rawZip([{ ...one, content: '<html><table>' }]), 'FILE_NOT_CSV', /web page/],
    // What nobody can read.
    ['with a password', rawZip([{ ...one, flags: 0x801 }]), 'ZIP_ENCRYPTED', /password/],
    ['with a password of AES', rawZip([{ ...one, flags: 0x801, method: 99 }]), 'ZIP_ENCRYPTED'],
    ['with strong encryption', rawZip([{ ...one, flags: 0x841 }]), 'ZIP_ENCRYPTED'],
    ...([1, 6, 9, 12, 14, 93, 95, 98] as const).map((method): [string, Buffer, string, RegExp] => [
      `packed by the method ${method}`,
      rawZip([{ ...one, method }]),
      'ZIP_CORRUPT',
      new RegExp(String(method)),
    ]),
    ['cut off behind its first bytes', cut(30), 'ZIP_CORRUPT', /cut off/],
    ['cut off in its content', cut(60), 'ZIP_CORRUPT'],
    ['cut off in its table of contents', cut(-40), 'ZIP_CORRUPT'],
    ['cut off by one byte', cut(-1), 'ZIP_CORRUPT'],
    ['with bytes behind its end', rawZip([one], { behind: 'x' }), 'ZIP_CORRUPT'],
    ['of several disks', rawZip([one], { disk: 1 }), 'ZIP_CORRUPT'],
    ['of several disks in zip64', rawZip([one], { disk: 1, zip64: true }), 'ZIP_CORRUPT'],
    ['that lacks an entry', rawZip([one], { entryCount: 2 }), 'ZIP_CORRUPT'],
    ['with a wrong checksum', rawZip([{ ...one, crc: 1 }]), 'ZIP_CORRUPT', /checksum/],
    ['with a wrong checksum of what is stored', rawZip([{ ...one, method: 0, crc: 1 }]), 'ZIP_CORRUPT', /checksum/],
    ['with content that is not deflated', rawZip([{ ...one, packed: Buffer.alloc(40, 0xff) }]), 'ZIP_CORRUPT'],
    ['with half of its content', rawZip([{ ...one, packed: deflateRawSync(csv).subarray(0, 9) }]), 'ZIP_CORRUPT'],
    ['that claims less than it holds', rawZip([{ ...one, bytes: 10 }]), 'ZIP_CORRUPT'],
    ['that claims more than it holds', rawZip([{ ...one, bytes: 100 }]), 'ZIP_CORRUPT'],
    ['that claims less than it stores', rawZip([{ ...one, method: 0, bytes: 10 }]), 'ZIP_CORRUPT'],
    ['whose entry lies nowhere', rawZip([{ ...one, offset: 100_000 }]), 'ZIP_CORRUPT'],
    ['whose entry is no entry', rawZip([{ ...one, offset: 7 }]), 'ZIP_CORRUPT'],
    ['whose entry goes beyond the file', rawZip([{ ...one, packedBytes: 5_000 }]), 'ZIP_CORRUPT'],
    ['whose table of contents lies nowhere', rawZip([one], { directoryOffset: 100_000 }), 'ZIP_CORRUPT'],
    ['with an extra field beyond its end', rawZip([{ ...one, extra: Buffer.from('\x01\x00\xff\x00') }]), 'ZIP_CORRUPT'],
    ['whose zip64 entry lies beyond everything', rawZip([{ ...one, offset: beyond }], { zip64: true }), 'ZIP_CORRUPT'],
    ['whose zip64 contents lie there', rawZip([one], { zip64: true, directoryOffset: beyond }), 'ZIP_CORRUPT'],
    ['whose zip64 end lies there', rawZip([one], { zip64: true, zip64Offset: beyond }), 'ZIP_CORRUPT'],
    ['whose zip64 end is none', rawZip([one], { zip64: true, zip64Offset: 0n }), 'ZIP_CORRUPT'],
    // Tricks.
    ['with a path out of it', rawZip([{ ...one, name: '../a.csv' }]), 'ZIP_CORRUPT', /points out/],
    ['with such a path in the middle', rawZip([{ ...one, name: 'x/../../a.csv' }]), 'ZIP_CORRUPT', /points out/],
    ['with such a path of Windows', rawZip([{ ...one, name: '..\\a.csv' }]), 'ZIP_CORRUPT', /points out/],
    ['with such a path in its litter', rawZip([one, { name: '__MACOSX/../../x' }]), 'ZIP_CORRUPT', /points out/],
    ['with an absolute path', rawZip([{ ...one, name: '/etc/a.csv' }]), 'ZIP_CORRUPT', /points out/],
    ['with a drive', rawZip([{ ...one, name: 'C:\\a.csv' }]), 'ZIP_CORRUPT', /points out/],
    ['that unpacks to a thousand times its size', rawZip([{ ...one, content: zeros }]), 'ZIP_BOMB', /200 times/],
    ['that says so in zip64', rawZip([{ ...one, bytes: beyond }], { zip64: true }), 'ZIP_BOMB'],
    ['of a thousand million entries', rawZip([one], { zip64: true, entryCount: 1e9 }), 'ZIP_BOMB'],
    ['of many entries', rawZip(Array.from({ length: 101 }, (_, i) => ({ name: `._${i}` }))), 'ZIP_BOMB', /101 files/],
    [
      'of many parts, each of which is harmless',
      rawZip(Array.from({ length: 99 }, (_, i) => ({ ...harmless, name: `a_${i + 1}.csv` }))),
      'ZIP_BOMB',
      /200 times/,
    ],
    [
      'of parts that share their bytes',
      rawZip(Array.from({ length: 99 }, (_, i) => ({ ...one, name: `a_${i + 1}.csv`, overlaps: i > 0 }))),
      'ZIP_BOMB',
      /on top of each other/,
    ],
    [
      'with an endless table of contents',
      rawZip(Array.from({ length: 99 }, (_, i) => ({ name: `._${i}`.padEnd(45_000, 'x') }))),
      'ZIP_BOMB',
      /table of contents/,
    ],
  ])('%s', async (_what, zip, code, help = /\. \S/) => {
    const outcome = await open(zip);
    expect(outcome).toMatchObject({ code, help: expect.stringMatching(help) });
    expect(inflated).toBeLessThan(100_000);
  });

  it('that unpacks to more than it claims, at the byte where it does', async () => {
    expect((await open(rawZip([{ ...one, content: zeros, bytes: 1_000 }]))).code).toBe('ZIP_CORRUPT');
    expect(inflated).toBeLessThan(100_000);
  });

  it('by what it unpacks to, where the ratio allows it', async () => {
    const two = [1, 2].map((n) => ({ name: `a_${n}.csv`, content: zeros }));
    expect((await open(rawZip(two), { maxRatio: 2_000 })).code).toBe('ZIP_BOMB');
    expect(inflated).toBe(0);
  });
});

describe('any zip', () => {
  const whole = rawZip([
    { ...one, name: 't_1.csv', content: csv.repeat(30) },
    { ...one, name: 't_2.csv', method: 0, bytes: BigInt(csv.length) },
    { name: '.DS_Store', content: 'x' },
  ]);
  const byte = fc.oneof(fc.constantFrom(0, 1, 8, 0x40, 0x7f, 0xff), fc.nat({ max: 255 }));
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), byte);

  it('that is damaged anywhere is read, or has one of our codes, and unpacks to no more than it may', async () => {
    const cut = fc.option(fc.nat({ max: whole.length }), { nil: undefined, freq: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), cut, async (changes, length) => {
        const zip = Buffer.from(whole.subarray(0, length));
        for (const [at, value] of changes) if (at < zip.length) zip[at] = value;
        inflated = 0;
        const { parts, code } = await open(zip, { maxInflatedBytes: 1_000_000 });
        expect(parts ?? code).toBeDefined();
        expect(inflated).toBeLessThan(1_100_000);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it('leaves neither a file nor an open one behind', async () => {
    const openFiles = async (): Promise<number> => (await readdir('/proc/self/fd')).length;
    const before = await openFiles();
    for (let times = 0; times < 20; times++) {
      await open(whole);
      await open(whole.subarray(0, 60));
      await open(rawZip([{ ...one, crc: 1 }]));
      const upload = await openUpload({ content: Readable.from([whole]) }, limits, folder);
      for await (const _ of upload.parts[0]!.open()) break;
      await upload.close();
    }
    expect(await readdir(folder)).toEqual([]);
    expect(await openFiles()).toBeLessThan(before + 10);
  });
});
