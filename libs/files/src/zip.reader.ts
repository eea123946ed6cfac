import { types } from 'node:util';
import { crc32 } from 'node:zlib';
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

const corrupt = (detail: string): FileProblem =>
  new FileProblem('ZIP_CORRUPT', detail, { hint: 'Make the .zip anew, or download it again, and upload that.' });

const encrypted = (): FileProblem =>
  new FileProblem('ZIP_ENCRYPTED', 'The .zip is protected by a password.', {
    hint: 'Upload the .csv itself, or a .zip without a password.',
  });

/** yauzl has no codes: its texts, which hold names of entries at most, say what was found. */
function zipProblem(error: unknown): unknown {
  if (!types.isNativeError(error) || error instanceof FileProblem) return error;
  // Disk errors have a system call.
  if ('syscall' in error) return error;
  if (/encrypt/i.test(error.message)) return encrypted();
  if (/^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(error.message)) {
    return corrupt('The .zip holds a file whose name points out of the .zip.');
  }
  return corrupt('The .zip is damaged or was cut off: it cannot be unpacked.');
}

async function list(zip: ZipFile, maxEntries: number): Promise<ListedEntry[]> {
  if (zip.entryCount > maxEntries) throw zipBomb(`The .zip holds ${zip.entryCount} files.`);
  const entries: ListedEntry[] = [];
  let directoryBytes = 0;
  for await (const entry of zip.eachEntry()) {
    directoryBytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (directoryBytes > maxDirectoryBytes) throw zipBomb('The .zip has an endless table of contents.');
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
    throw notOneCsv('The .zip holds a link to a file, and not the file.', 'Make the .zip anew from the file itself.');
  }
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    throw corrupt(`The .zip is packed by a method that cannot be read here (${entry.compressionMethod}).`);
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
    if (checksum !== entry.crc32) throw corrupt('The .zip is damaged: its content does not match its checksum.');
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
