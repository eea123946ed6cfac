import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { isMarkup, notCsv, notCsvButMarkup } from './file-advice.js';
import { FileProblem } from './file-problem.errors.js';
import { sniff } from './sniff.js';
import { spool } from './spool.js';
import { openZip, type ZipLimits } from './zip.reader.js';

const sniffBytes = 4096;

export interface UploadLimits extends ZipLimits {
  /** Of the file as it was uploaded. */
  maxBytes: number;
}

export interface UploadPart {
  /** Name in the zip; `upload.csv` for a bare file. */
  name: string;
  /** The bytes from the start, as often as it is called. @throws FileProblem while it is read */
  open(): AsyncIterable<Uint8Array>;
}

export interface Upload {
  parts: UploadPart[];
  /** Removes the temporary file. */
  close(): Promise<void>;
}

function checkText(head: Uint8Array, subject: string): void {
  const type = sniff(head);
  if (type !== 'text' && type !== 'empty') throw notCsv(type, subject);
  if (isMarkup(head)) throw notCsvButMarkup(subject);
}

async function headOf(part: UploadPart): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of part.open()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= sniffBytes) break;
  }
  return head.subarray(0, sniffBytes);
}

/**
 * Spools an upload to a temporary file and decides by its content what it is: a CSV, or a zip with one CSV or with the parts of one
 * template. Nothing is unpacked to disk; a part is inflated each time it is opened.
 *
 * @param folder where the temporary file is
 * @throws FileProblem for what is wrong with the file, else what the source throws; nothing is left behind
 */
export async function openUpload(source: Readable, limits: UploadLimits, folder = tmpdir()): Promise<Upload> {
  const file = await spool(source, limits.maxBytes, folder);
  try {
    const type = sniff(file.head);
    if (type === 'empty')
      throw new FileProblem('FILE_EMPTY', 'The file is empty: it has no bytes at all.', {
        hint: 'Upload the .csv of the template that you edited.',
      });
    if (type !== 'zip' && type !== 'xlsx' && type !== 'ods') {
      checkText(file.head, 'The file');
      return { parts: [{ name: 'upload.csv', open: () => createReadStream(file.path) }], close: file.remove };
    }
    const zip = await openZip(file.path, limits);
    try {
      for (const part of zip.parts) checkText(await headOf(part), `“${part.name.slice(-100)}” in the .zip`);
    } catch (error) {
      zip.close();
      throw error;
    }
    return {
      parts: zip.parts,
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
