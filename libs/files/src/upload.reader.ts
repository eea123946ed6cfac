import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { requireCsvOrZip, requireText } from './file-advice.js';
import { ContentChanged, sameBytes } from './same-bytes.js';
import { sniff } from './sniff.js';
import { spool } from './spool.js';
import { openZip, type ZipLimits } from './zip.reader.js';
import { notOneCsv } from './zip.rules.js';

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
  /** Name in the zip; `upload.csv` for a bare file. */
  name: string;
  /** How many it has, unpacked. */
  sizeBytes: number;
  /** The bytes from the start, as often as it is called. @throws FileProblem, ContentChanged while it is read */
  open(): AsyncIterable<Uint8Array>;
}

export interface Upload {
  parts: UploadPart[];
  /** Removes the temporary file. */
  close(): Promise<void>;
}

async function headOf(part: UploadPart): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of part.open()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= sniffBytes) break;
  }
  return head.subarray(0, sniffBytes);
}

function requireCsv(head: Uint8Array, name: string): void {
  if (sniff(head) === 'zip') throw notOneCsv(`${name} in the .zip is another archive.`);
  requireText(head, `${name} in the .zip`);
}

/**
 * Spools an upload to a temporary file and decides by its content what it is: a CSV, or a zip with one CSV or with the parts of one
 * template. Nothing is unpacked to disk; a part is inflated each time it is opened.
 *
 * @param folder where the temporary file is
 * @throws FileProblem for what is wrong with the file, ContentChanged when it is not the one that was uploaded, else what the source
 * throws; nothing is left behind
 */
export async function openUpload(source: UploadSource, limits: UploadLimits, folder = tmpdir()): Promise<Upload> {
  const file = await spool(source.content, limits.maxBytes, folder);
  try {
    if (source.sha256 !== undefined && source.sha256 !== file.sha256) {
      throw new ContentChanged('The file is not the one that was uploaded');
    }
    if (requireCsvOrZip(file.head) === 'csv') {
      const { sizeBytes } = file;
      return {
        parts: [{ name: 'upload.csv', sizeBytes, open: sameBytes(() => createReadStream(file.path), file.sha256) }],
        close: file.remove,
      };
    }
    const zip = await openZip(file.path, limits);
    try {
      for (const part of zip.parts) requireCsv(await headOf(part), `“${part.name.slice(-100)}”`);
    } catch (error) {
      zip.close();
      throw error;
    }
    return {
      parts: zip.parts.map((part) => ({ ...part, open: sameBytes(part.open) })),
      close: async () => {
        zip.close();
        await file.remove();
      },
    };
  } catch (error) {
    await file.remove();
    throw error;
  }
}
