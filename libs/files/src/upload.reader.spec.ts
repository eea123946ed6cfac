import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createZip } from './create-zip.js';
import { FileProblem } from './file-problem.errors.js';
import { openUpload, type UploadLimits } from './upload.reader.js';

const limits: UploadLimits = { maxBytes: 10_000_000, maxInflatedBytes: 50_000_000, maxRatio: 200, maxEntries: 100 };
const csv = 'CONTACT_NUMBER;[new] A\r\n1;x\r\n';

const zipOf = async (files: Record<string, string | Buffer>): Promise<Buffer> =>
  Buffer.concat(
    await createZip(
      Object.entries(files).map(([name, content]) => ({ name, content: Readable.from([Buffer.from(content)]) })),
    ).toArray(),
  );

const inChunks = (bytes: Buffer, size = 1000): Readable =>
  Readable.from(
    (function* () {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    })(),
  );

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spec-upload-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function textOf(part: { open(): AsyncIterable<Uint8Array> }): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.open()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Names and contents of the parts, or the code of what is wrong. */
async function read(bytes: Buffer, more: Partial<UploadLimits> = {}): Promise<[string, string][] | string> {
  try {
    const upload = await openUpload(inChunks(bytes), { ...limits, ...more }, folder);
    try {
      return await Promise.all(
        upload.parts.map(async (part): Promise<[string, string]> => [part.name, await textOf(part)]),
      );
    } finally {
      await upload.close();
    }
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
}

async function problem(bytes: Buffer): Promise<string> {
  const error = await openUpload(inChunks(bytes), limits).catch((thrown: unknown) => thrown);
  return error instanceof FileProblem ? `${error.detail} ${error.hint}` : String(error);
}

/** A copy of a zip with one byte pattern replaced by another of the same length, everywhere. */
function patched(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

/** A copy with a bit of the general purpose flag set in every header. */
function withFlag(zip: Buffer, bit: number): Buffer {
  const copy = Buffer.from(zip);
  for (let at = 0; at < copy.length - 4; at++) {
    if (copy.readUInt32LE(at) === 0x04034b50) copy[at + 6]! |= bit;
    if (copy.readUInt32LE(at) === 0x02014b50) copy[at + 8]! |= bit;
  }
  return copy;
}

const centralHeader = (zip: Buffer): number => zip.indexOf(Buffer.from('PK\x01\x02'));

describe('opening an upload', () => {
  it('reads a bare CSV, as often as it is asked', async () => {
    const upload = await openUpload(inChunks(Buffer.from(csv)), limits);
    expect(await textOf(upload.parts[0]!)).toBe(csv);
    expect(await textOf(upload.parts[0]!)).toBe(csv);
    await upload.close();
  });

  it.each([
    ['one .csv', { 'a.csv': csv }, ['a.csv']],
    ['one .CSV in a folder', { 'folder/A.CSV': csv }, ['folder/A.CSV']],
    [
      'a .csv and the litter of macOS',
      { 'a.csv': csv, '__MACOSX/._a.csv': 'x', '.DS_Store': 'x', '._a.csv': 'x' },
      ['a.csv'],
    ],
    [
      'parts in the order of their numbers',
      Object.fromEntries([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => [`t_${n}.csv`, csv])),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `t_${n}.csv`),
    ],
  ])('reads a zip with %s', async (_name, files, names) => {
    expect(await read(await zipOf(files))).toEqual(names.map((name) => [name, csv]));
  });

  it.each([
    ['no file', {}],
    ['only litter', { '.DS_Store': 'x' }],
    ['two .csv files', { 'a.csv': csv, 'b.csv': csv }],
    ['parts of two templates', { 'a_1.csv': csv, 'b_2.csv': csv }],
    ['a gap in its parts', { 'a_1.csv': csv, 'a_3.csv': csv }],
    ['a part twice', { 'a_1.csv': csv, 'a_01.csv': csv }],
    ['a text beside the .csv', { 'a.csv': csv, 'readme.txt': 'x' }],
    ['another zip', { 'a.zip': 'PK' }],
  ])('refuses a zip with %s', async (_name, files) => {
    expect(await read(await zipOf(files))).toBe('ZIP_NOT_ONE_CSV');
  });

  it('names what is missing from the parts', async () => {
    expect(await problem(await zipOf({ 'a_1.csv': csv, 'a_3.csv': csv }))).toContain('part 2 is missing');
  });

  it.each([
    ['Excel workbook', { '[Content_Types].xml': '<?xml', 'xl/workbook.xml': '<?xml' }],
    ['Word document', { '[Content_Types].xml': '<?xml', 'word/document.xml': '<?xml' }],
    ['LibreOffice document', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<?xml' }],
    ['Excel workbook', { 'report.xlsx': 'PK' }],
    [
      'Excel workbook',
      {
        'a.csv':
          'PK\x03\x04..............................\x13\0\0\0'.padEnd(26, '\0') + '\x13\0\0\0[Content_Types].xml',
      },
    ],
    ['PDF', { 'a.csv': '%PDF-1.7' }],
    ['web page', { 'a.csv': '<html><table>' }],
  ])('says that a zip is or holds an %s, and what to do', async (what, files) => {
    const zip = await zipOf(files);
    if (what !== 'Excel workbook' || !('a.csv' in files)) expect(await problem(zip)).toContain(what);
    expect(await read(zip)).toBe('FILE_NOT_CSV');
  });

  it.each([
    ['PDF', Buffer.from('%PDF-1.7')],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['protected Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['web page', Buffer.from('\uFEFF <!DOCTYPE html><html>')],
  ])('says that a file is a %s, and what to do', async (what, bytes) => {
    expect(await problem(bytes)).toContain(what);
    expect(await read(bytes)).toBe('FILE_NOT_CSV');
  });

  it('calls a file without bytes empty', async () => {
    expect(await read(Buffer.alloc(0))).toBe('FILE_EMPTY');
  });

  it('stops a file that is too large and lets its source go', async () => {
    const source = inChunks(Buffer.alloc(100_000, 'x'));
    await expect(openUpload(source, { ...limits, maxBytes: 50_000 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(source.destroyed).toBe(true);
  });

  it('allows a file of exactly the limit', async () => {
    expect(await read(Buffer.from(csv), { maxBytes: csv.length })).toEqual([['upload.csv', csv]]);
    expect(await read(Buffer.from(csv), { maxBytes: csv.length - 1 })).toBe('FILE_TOO_LARGE');
  });

  it.each([
    ['with a password', (zip: Buffer) => withFlag(zip, 0x01), 'ZIP_ENCRYPTED'],
    ['with strong encryption', (zip: Buffer) => withFlag(zip, 0x41), 'ZIP_ENCRYPTED'],
    ['cut off at its end', (zip: Buffer) => zip.subarray(0, zip.length - 30), 'ZIP_CORRUPT'],
    ['cut in half', (zip: Buffer) => zip.subarray(0, zip.length / 2), 'ZIP_CORRUPT'],
    [
      'with a wrong checksum',
      (zip: Buffer) => {
        const copy = Buffer.from(zip);
        copy[centralHeader(copy) + 16]! ^= 0xff;
        return copy;
      },
      'ZIP_CORRUPT',
    ],
    [
      'with damaged content',
      (zip: Buffer) => {
        const copy = Buffer.from(zip);
        copy.fill(0xff, 40, 60);
        return copy;
      },
      'ZIP_CORRUPT',
    ],
    [
      'that declares less than it holds',
      (zip: Buffer) => {
        const copy = Buffer.from(zip);
        copy.writeUInt32LE(10, centralHeader(copy) + 24);
        return copy;
      },
      'ZIP_CORRUPT',
    ],
    [
      'packed by deflate64',
      (zip: Buffer) => {
        const copy = Buffer.from(zip);
        copy.writeUInt16LE(9, centralHeader(copy) + 10);
        return copy;
      },
      'ZIP_CORRUPT',
    ],
    ['with a path out of the zip', (zip: Buffer) => patched(zip, 'dir/a.csv', '../xa.csv'), 'ZIP_CORRUPT'],
    ['with an absolute path', (zip: Buffer) => patched(zip, 'dir/a.csv', '/tmp/a.cs'), 'ZIP_CORRUPT'],
    ['with a drive in its path', (zip: Buffer) => patched(zip, 'dir/a.csv', 'C:\\xa.csv'), 'ZIP_CORRUPT'],
  ])('refuses a zip %s', async (_name, damage, code) => {
    const zip = await zipOf({ 'dir/a.csv': csv.repeat(20) });
    expect(await read(damage(zip))).toBe(code);
  });

  it('refuses a bomb before it unpacks it', async () => {
    const bomb = await zipOf({ 'a.csv': Buffer.alloc(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toBe('ZIP_BOMB');
    expect(await read(bomb, { maxRatio: 10_000, maxInflatedBytes: 10_000_000 })).toBe('ZIP_BOMB');
  });

  it('counts the parts of a template together', async () => {
    const zip = await zipOf({ 'a_1.csv': csv, 'a_2.csv': csv });
    expect(await read(zip, { maxInflatedBytes: csv.length * 2 })).toHaveLength(2);
    expect(await read(zip, { maxInflatedBytes: csv.length * 2 - 1 })).toBe('ZIP_BOMB');
  });

  it('refuses a zip with a great many entries', async () => {
    const zip = await zipOf(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`.DS_Store/._${i}`, ''])));
    expect(await read(zip)).toBe('ZIP_BOMB');
  });

  it('passes the failure of its source on', async () => {
    const source = Readable.from(
      (async function* () {
        yield Buffer.from(csv);
        throw Object.assign(new Error('store away'), { code: 'ECONNRESET' });
      })(),
    );
    await expect(openUpload(source, limits)).rejects.toThrow('store away');
  });

  it('leaves nothing on the disk, whatever happened', async () => {
    await read(Buffer.from(csv));
    await read(await zipOf({ 'a.csv': csv }));
    await read(await zipOf({ 'a.txt': csv }));
    await read(Buffer.alloc(100_000), { maxBytes: 10 });
    await read((await zipOf({ 'a.csv': csv })).subarray(0, 60));
    expect(await readdir(folder)).toEqual([]);
  });
});
