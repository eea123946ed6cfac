import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTooLarge } from './file-advice.js';
import { temporaryFolder } from './temporary-folder.js';

const headBytes = 4096;

export interface SpooledFile {
  path: string;
  /** The first 4 kB. */
  head: Buffer;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  remove: () => Promise<void>;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Writes a stream to a temporary file: a zip is read from its end, and a CSV several times.
 *
 * @throws FileProblem FILE_TOO_LARGE, or what the source throws; the temporary file is gone then
 */
export async function spool(source: Readable, maxBytes: number, inFolder: string): Promise<SpooledFile> {
  const folder = await temporaryFolder('upload', inFolder);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'upload');
  let sizeBytes = 0;
  const hash = createHash('sha256');
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) throw fileTooLarge(maxBytes);
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(source, counted, createWriteStream(path, { mode: 0o600 }));
    return { path, head: await readHead(path), sizeBytes, sha256: hash.digest('hex'), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
