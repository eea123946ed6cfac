import { types } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileProblem } from './file-problem.errors.js';
import { csvEntries, type InflateLimits, type ZipListing, zipBomb } from './zip.rules.js';

export interface ZipLimits extends InflateLimits {
  maxEntries: number;
}

export interface OpenZip {
  parts: { name: string; open(): AsyncGenerator<Uint8Array> }[];
  close(): void;
}

interface ListedEntry extends ZipListing {
  entry: Entry;
}

const stored = 0;
const deflated = 8;

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
  for await (const entry of zip.eachEntry()) {
    entries.push({ entry, name: entry.fileName, bytes: entry.uncompressedSize, compressedBytes: entry.compressedSize });
  }
  return entries;
}

function checkReadable({ entry }: ListedEntry): void {
  if (entry.isEncrypted()) throw encrypted();
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
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false });
    const opened = zip;
    const entries = csvEntries(await list(opened, limits.maxEntries), limits);
    entries.forEach(checkReadable);
    return {
      parts: entries.map(({ name, entry }) => ({ name, open: () => inflate(opened, entry) })),
      close: () => opened.close(),
    };
  } catch (error) {
    zip?.close();
    throw zipProblem(error);
  }
}
