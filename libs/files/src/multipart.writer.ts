import type { Readable } from 'node:stream';
import type { Client } from 'minio';

/**
 * S3 wants parts of at least 5 MiB and at most 10,000 of them: 80 GB in one object. The client's own stream upload is not used: a source
 * that fails leaves it waiting for ever, it continues uploads of others with the same key, and it makes parts of 512 MiB when it is not
 * told the size.
 */
const partBytes = 8 * 1024 * 1024;

/** Cuts a stream into parts. The buffer is used again: a part is valid until the next one is asked for. */
async function* inParts(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let part: Buffer | undefined;
  let filled = 0;
  for await (const data of source) {
    const chunk = typeof data === 'string' ? Buffer.from(data) : data;
    for (let from = 0; from < chunk.length;) {
      if (part && filled === partBytes) {
        yield part;
        filled = 0;
      }
      part ??= Buffer.allocUnsafe(partBytes);
      const piece = chunk.subarray(from, from + partBytes - filled);
      part.set(piece, filled);
      filled += piece.length;
      from += piece.length;
    }
  }
  yield part ? part.subarray(0, filled) : Buffer.alloc(0);
}

export interface ObjectToWrite {
  bucket: string;
  key: string;
  headers: Record<string, string>;
  /** Checked when it is given. */
  sizeBytes?: number | undefined;
}

/**
 * Writes one object from a stream with at most one part in memory; the source is read as fast as the store takes it. The object appears
 * as a whole or not at all.
 *
 * @throws what the source or the store throws
 */
export async function writeInParts(
  client: Client,
  { bucket, key, headers, sizeBytes }: ObjectToWrite,
  source: Readable,
): Promise<number> {
  let uploadId: string | undefined;
  let written = 0;
  const uploaded: { part: number; etag: string }[] = [];
  const checkSize = (): void => {
    if (sizeBytes !== undefined && sizeBytes !== written) {
      throw new Error(`The source of ${bucket}/${key} gave ${written} bytes and not ${sizeBytes}.`);
    }
  };
  try {
    for await (const part of inParts(source)) {
      written += part.length;
      if (!uploadId && part.length < partBytes) {
        checkSize();
        await client.putObject(bucket, key, part, part.length, headers);
        return written;
      }
      uploadId ??= await client.initiateNewMultipartUpload(bucket, key, headers);
      const partNumber = uploaded.length + 1;
      const config = { bucketName: bucket, objectName: key, uploadID: uploadId, partNumber, headers: {} };
      uploaded.push({ part: partNumber, etag: (await client.uploadPart(config, part)).etag });
    }
    checkSize();
    await client.completeMultipartUpload(bucket, key, uploadId!, uploaded);
    return written;
  } catch (error) {
    source.destroy();
    // While the store is away it cannot be given up: a sweep does that a day later.
    if (uploadId) await client.abortMultipartUpload(bucket, key, uploadId).catch(() => undefined);
    throw error;
  }
}
