import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ObjectStore } from '@roundtrip/files';
import { DependencyAway } from '@roundtrip/kafka';
import { refuseOthers, HEAD_BYTES } from './file-type.rules.js';

export interface StoredUpload {
  objectKey: string;
  sizeBytes: number;
  sha256: string;
}

/** The uploaded files in the object store. */
@Injectable()
export class UploadStore {
  constructor(private readonly objects: ObjectStore) {}

  /**
   * Streams a file into the store while it is hashed.
   *
   * @throws Problem 422 by the first bytes, before anything is stored
   */
  async put(objectKey: string, content: AsyncIterable<Buffer>): Promise<StoredUpload> {
    const hash = createHash('sha256');
    const bytes = Readable.from(hashed(content, hash), { objectMode: false });
    const { sizeBytes } = await this.objects.put('uploads', objectKey, bytes, {
      contentType: 'application/octet-stream',
    });
    return { objectKey, sizeBytes, sha256: hash.digest('hex') };
  }

  /** @throws DependencyAway within seconds: before a file is taken that could not be put anywhere */
  async requireAnswer(): Promise<void> {
    try {
      await this.objects.ping();
    } catch (error) {
      throw new DependencyAway('The object store does not answer', { cause: error });
    }
  }

  /** Only the hash: for a request whose file is in the store already. */
  async hashOf(content: AsyncIterable<Buffer>): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of content) hash.update(chunk);
    return hash.digest('hex');
  }

  async has(objectKey: string): Promise<boolean> {
    return (await this.objects.stat('uploads', objectKey)) !== undefined;
  }

  async remove(objectKey: string): Promise<void> {
    await this.objects.remove('uploads', objectKey);
  }
}

async function* hashed(content: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of content) {
    hash.update(chunk);
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    refuseOthers(head);
    yield head;
    head = undefined;
  }
  if (head === undefined) return;
  refuseOthers(head);
  yield head;
}
