import { types } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { BoundedFileReader } from './bounded-file.reader.js';
import { FileProblem } from './file-problem.errors.js';
import { type InflateLimits, notOneCsv, zipBomb, zipContents, type ZipContents, type ZipListing } from './zip.rules.js';

export interface ZipLimits extends InflateLimits {
  maxEntries: number;
}

export interface OpenZip {
  is: ZipContents<unknown>['is'];
  parts: { name: string; sizeBytes: number; open(): AsyncGenerator<Uint8Array> }[];
  close(): void;
}

interface ListedEntry extends ZipListing {
  entry: Entry;
}

const stored = 0;
const deflated = 8;
/** Names, extra fields and comments: a thousand honest entries take a tenth of it. */
const maxDirectoryBytes = 4 * 1024 * 1024;
const unixFileType = 0o170000;
const unixLink = 0o120000;

const corrupt = (detail: Sentence): FileProblem =>
  new FileProblem('ZIP_CORRUPT', [detail], { hint: [sentence('zip-anew')] });

const encrypted = (): FileProblem =>
  new FileProblem('ZIP_ENCRYPTED', [sentence('zip-encrypted')], { hint: [sentence('zip-encrypted-how')] });

/** yauzl has no codes: its texts, which hold names of entries at most, say what was found. */
function zipProblem(error: unknown): unknown {
  if (!types.isNativeError(error) || error instanceof FileProblem) return error;
  // Disk errors have a system call.
  if ('syscall' in error) return error;
  if (/encrypt/i.test(error.message)) return encrypted();
  if (/^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(error.message)) {
    return corrupt(sentence('zip-strange-name'));
  }
  return corrupt(sentence('zip-damaged'));
}

async function list(zip: ZipFile, maxEntries: number): Promise<ListedEntry[]> {
  if (zip.entryCount > maxEntries) throw zipBomb(sentence('zip-too-many-files', { files: zip.entryCount }));
  const entries: ListedEntry[] = [];
  let directoryBytes = 0;
  for await (const entry of zip.eachEntry()) {
    directoryBytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (directoryBytes > maxDirectoryBytes) throw zipBomb(sentence('zip-endless'));
    entries.push({
      entry,
      name: entry.fileName,
      bytes: entry.uncompressedSize,
      compressedBytes: entry.compressedSize,
      offset: entry.relativeOffsetOfLocalHeader,
    });
  }
  return entries;
}

function checkReadable({ entry }: ListedEntry): void {
  if (entry.isEncrypted()) throw encrypted();
  if (((entry.externalFileAttributes >>> 16) & unixFileType) === unixLink) {
    throw notOneCsv(sentence('zip-link'), sentence('zip-link-how'));
  }
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    throw corrupt(sentence('zip-method', { method: String(entry.compressionMethod) }));
  }
}

/** Inflates an entry as it is asked for. yauzl holds it to the size that it declares; the checksum is ours to check. */
async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    let checksum = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw corrupt(sentence('zip-checksum'));
  } catch (error) {
    throw zipProblem(error);
  }
}

/** @throws FileProblem */
export async function openZip(path: string, limits: ZipLimits): Promise<OpenZip> {
  const file = await BoundedFileReader.open(path);
  let close = (): void => file.close(() => undefined);
  try {
    const zip = await fromRandomAccessReaderPromise(file, file.bytes, { autoClose: false });
    close = () => zip.close();
    const { is, entries } = zipContents(await list(zip, limits.maxEntries), limits);
    entries.forEach(checkReadable);
    return {
      is,
      parts: entries.map(({ name, bytes, entry }) => ({ name, sizeBytes: bytes, open: () => inflate(zip, entry) })),
      close,
    };
  } catch (error) {
    close();
    throw zipProblem(error);
  }
}
