import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sentencesText } from '@roundtrip/words';
import { createZip } from './create-zip.js';
import { FileProblem } from './file-problem.errors.js';
import { ContentChanged, sha256 } from './same-bytes.js';
import { openUpload, type UploadLimits } from './uploaded-parts.reader.js';

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
    const upload = await openUpload({ content: inChunks(bytes) }, { ...limits, ...more }, folder);
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
  const error = await openUpload({ content: inChunks(bytes) }, limits).catch((thrown: unknown) => thrown);
  return error instanceof FileProblem ? sentencesText('en', [...error.detail, ...(error.hint ?? [])]) : String(error);
}

describe('opening an upload', () => {
  it('reads a bare CSV, as often as it is asked', async () => {
    const upload = await openUpload({ content: inChunks(Buffer.from(csv)) }, limits);
    expect(await textOf(upload.parts[0]!)).toBe(csv);
    expect(await textOf(upload.parts[0]!)).toBe(csv);
    await upload.close();
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
    await expect(openUpload({ content: source }, { ...limits, maxBytes: 50_000 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    expect(source.destroyed).toBe(true);
  });

  it('allows a file of exactly the limit', async () => {
    expect(await read(Buffer.from(csv), { maxBytes: csv.length })).toEqual([['upload.csv', csv]]);
    expect(await read(Buffer.from(csv), { maxBytes: csv.length - 1 })).toBe('FILE_TOO_LARGE');
  });

  it('passes the failure of its source on', async () => {
    const source = Readable.from(
      (async function* () {
        yield Buffer.from(csv);
        throw Object.assign(new Error('store away'), { code: 'ECONNRESET' });
      })(),
    );
    await expect(openUpload({ content: source }, limits)).rejects.toThrow('store away');
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

describe('what was noted of a file when it was uploaded', () => {
  const zipped = () => zipOf({ 'a.csv': csv });
  const parts = async (upload: { parts: { open(): AsyncIterable<Uint8Array> }[] }) => textOf(upload.parts[0]!);

  it.each([
    ['a CSV', async () => Buffer.from(csv)],
    ['a .zip', zipped],
  ])('%s is read when it is the same, and else not at all', async (_, content) => {
    const bytes = await content();
    const upload = await openUpload({ content: inChunks(bytes), sha256: sha256(bytes) }, limits, folder);
    expect([await parts(upload), await parts(upload)]).toEqual([csv, csv]);
    await upload.close();
    const other = openUpload({ content: inChunks(bytes), sha256: sha256(Buffer.from('other')) }, limits, folder);
    await expect(other).rejects.toThrow(ContentChanged);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a CSV', async (text: string) => Buffer.from(text)],
    ['a .zip', (text: string) => zipOf({ 'a.csv': text })],
  ])('%s that changes between two passes is found out at the end of the second', async (_, content) => {
    const upload = await openUpload({ content: inChunks(await content(csv)) }, limits, folder);
    expect(await parts(upload)).toBe(csv);
    const [spooled] = await readdir(folder);
    await writeFile(join(folder, spooled!, 'upload'), await content(csv.replace('x', 'y')));
    // A .zip tells it by its own checksum, which is of no use against somebody who writes that, too.
    await expect(parts(upload)).rejects.toThrow();
    await upload.close();
  });
});
