import { createReadStream, createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sentence } from '@roundtrip/words/sentence';
import { fileTooLarge, requireTable, requireUpload, workbookDamaged } from './file-advice.js';
import { FileProblem } from './file-problem.errors.js';
import { ContentChanged, sameBytes } from './same-bytes.js';
import { spool } from './spool.js';
import { type OpenZip, openZip, type ZipLimits } from './zip.reader.js';
import { notOneCsv, zipBomb } from './zip.rules.js';

const sniffBytes = 4096;

export interface UploadLimits extends ZipLimits {
  /** Of the file as it was uploaded. */
  maxBytes: number;
}

export interface UploadSource {
  content: Readable;
  /** What was noted of the file when it was uploaded, hex; absent: nothing was. */
  sha256?: string | undefined;
}

export interface UploadPart {
  /** Name in the zip; `upload.csv` or `upload.xlsx` for a bare file. */
  name: string;
  /** How many it has, unpacked. */
  sizeBytes: number;
  /** The bytes from the start, as often as it is called. @throws FileProblem, ContentChanged while it is read */
  open(): AsyncIterable<Uint8Array>;
  /** Of an .xlsx: what it is made of. Of a CSV there is none. */
  workbook?: WorkbookZip;
}

/** The XML files of a workbook. */
export interface WorkbookZip {
  names: string[];
  sizeOf(name: string): number;
  /** As `open` of the part. */
  open(name: string): AsyncIterable<Uint8Array>;
  /** What begins with this path is this part's to write, and is removed with the upload. */
  spoolPath: string;
}

export interface Upload {
  parts: UploadPart[];
  /** Removes the temporary files. */
  close(): Promise<void>;
}

async function headOf(open: () => AsyncIterable<Uint8Array>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of open()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= sniffBytes) break;
  }
  return head.subarray(0, sniffBytes);
}

/**
 * Spools an upload to a temporary file and decides by its content what it is: a CSV, a workbook, or a zip with one of them or with the parts
 * of one template. A part is inflated each time it is opened; only a workbook in a zip is unpacked to disk, since it is a zip itself.
 *
 * @param folder where the temporary files are
 * @throws FileProblem for what is wrong with the file, ContentChanged when it is not the one that was uploaded, else what the source
 * throws; nothing is left behind
 */
export async function openUpload(source: UploadSource, limits: UploadLimits, folder = tmpdir()): Promise<Upload> {
  const file = await spool(source.content, limits.maxBytes, folder);
  const zips: OpenZip[] = [];
  const close = async (): Promise<void> => {
    for (const zip of zips) zip.close();
    await file.remove();
  };
  try {
    if (source.sha256 !== undefined && source.sha256 !== file.sha256) {
      throw new ContentChanged('The file is not the one that was uploaded');
    }
    const type = requireUpload(file.head);
    const open = sameBytes(() => createReadStream(file.path), file.sha256);
    const { sizeBytes, path } = file;
    if (type === 'csv') return { parts: [{ name: 'upload.csv', sizeBytes, open }], close };
    const zip = await openZip(path, limits).catch((error: unknown) => {
      throw type === 'xlsx' ? asWorkbookProblem(error) : error;
    });
    zips.push(zip);
    if (zip.is === 'workbook') return { parts: [workbookPart('upload.xlsx', open, zip, path)], close };
    const parts: UploadPart[] = [];
    for (const part of zip.parts) parts.push(await partOfZip(part, zips, limits, `${path}-${parts.length + 1}`));
    if (parts.reduce((sum, part) => sum + part.sizeBytes, 0) > limits.maxInflatedBytes) {
      throw zipBomb(sentence('zip-workbooks-too-large'));
    }
    return { parts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param path where it is unpacked to when it is a workbook */
async function partOfZip(
  part: OpenZip['parts'][number],
  zips: OpenZip[],
  limits: UploadLimits,
  path: string,
): Promise<UploadPart> {
  const name = part.name.slice(-100);
  const open = sameBytes(part.open);
  const type = requireTable(await headOf(part.open), name);
  if (type === 'csv') return { ...part, open };
  if (part.sizeBytes > limits.maxBytes) throw fileTooLarge(limits.maxBytes);
  await pipeline(open(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const inner = await openZip(path, limits).catch((error: unknown) => {
    throw type === 'xlsx' ? asWorkbookProblem(error, name) : anotherArchive(name);
  });
  zips.push(inner);
  if (inner.is !== 'workbook') throw anotherArchive(name);
  return workbookPart(part.name, open, inner, path);
}

const anotherArchive = (name: string): FileProblem => notOneCsv(sentence('zip-other-archive', { name }));

function workbookPart(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  { parts }: OpenZip,
  spoolPath: string,
): UploadPart {
  const files = new Map(parts.map((part) => [part.name, { ...part, open: workbookBytes(sameBytes(part.open)) }]));
  return {
    name,
    sizeBytes: parts.reduce((sum, part) => sum + part.sizeBytes, 0),
    open,
    workbook: {
      names: [...files.keys()],
      sizeOf: (file) => files.get(file)?.sizeBytes ?? 0,
      open: (file) => files.get(file)!.open(),
      spoolPath,
    },
  };
}

const workbookBytes = (open: () => AsyncIterable<Uint8Array>) =>
  async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* open();
    } catch (error) {
      throw asWorkbookProblem(error);
    }
  };

/** That it is a .zip is none of its user's business. @param name of a workbook in a .zip */
function asWorkbookProblem(error: unknown, name?: string): unknown {
  if (!(error instanceof FileProblem) || error.code !== 'ZIP_CORRUPT') return error;
  return workbookDamaged(
    name === undefined ? sentence('workbook-cut-off') : sentence('workbook-in-zip-cut-off', { name }),
  );
}
