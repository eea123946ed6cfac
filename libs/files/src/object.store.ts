import type { Readable } from 'node:stream';
import { type Attributes, SpanKind, traced, type Traced, tracedStream } from '@roundtrip/tracing';
import type { BucketName } from './buckets.js';
import { type ObjectToWrite, writeInParts } from './multipart.writer.js';
import { createS3Client, type S3Settings } from './s3-client.js';
import { isAlreadyThere, isNotFound, type KeptObject, NotRemoved, ObjectNotFound } from './store.errors.js';

const pingMs = 5_000;
const removeAtOnce = 1000;

/** The object store. Transient failures come through as they are: see `isTransientStoreError`. */
export class ObjectStore {
  private readonly client;

  constructor(settings: S3Settings) {
    this.client = createS3Client(settings);
  }

  /**
   * Writes an object, replacing one of the same key. A stream is written with 8 MiB of memory at most and back-pressure to its source;
   * when the source fails nothing is left.
   */
  put(
    bucket: BucketName,
    key: string,
    content: Readable | Buffer,
    options: { sizeBytes?: number; contentType?: string } = {},
  ): Promise<{ sizeBytes: number }> {
    const known = Buffer.isBuffer(content) ? content.length : options.sizeBytes;
    return traced(call('put', bucket, { 'roundtrip.size_bytes': known }), () =>
      this.write(bucket, key, content, options),
    );
  }

  private async write(
    bucket: BucketName,
    key: string,
    content: Readable | Buffer,
    options: { sizeBytes?: number; contentType?: string },
  ): Promise<{ sizeBytes: number }> {
    const headers: Record<string, string> = options.contentType ? { 'Content-Type': options.contentType } : {};
    if (Buffer.isBuffer(content)) {
      await this.client.putObject(bucket, key, content, content.length, headers);
      return { sizeBytes: content.length };
    }
    const object: ObjectToWrite = { bucket, key, headers, sizeBytes: options.sizeBytes };
    return { sizeBytes: await writeInParts(this.client, object, content) };
  }

  /** Writes an object unless there is one of the same key: of several at the same time the first. @returns whether this one was it */
  async putOnce(bucket: BucketName, key: string, content: Buffer, contentType: string): Promise<boolean> {
    const headers = { 'Content-Type': contentType, 'If-None-Match': '*' };
    try {
      await this.client.putObject(bucket, key, content, content.length, headers);
      return true;
    } catch (error) {
      if (isAlreadyThere(error)) return false;
      throw error;
    }
  }

  /** @throws ObjectNotFound */
  async get(bucket: BucketName, key: string): Promise<Readable> {
    return tracedStream(call('get', bucket), () => this.found(bucket, key, () => this.client.getObject(bucket, key)));
  }

  /** Up to `length` bytes from `offset` on; fewer at the end of the object. @throws ObjectNotFound */
  async getRange(bucket: BucketName, key: string, offset: number, length: number): Promise<Buffer> {
    const size = (await this.stat(bucket, key))?.sizeBytes;
    if (size === undefined) throw new ObjectNotFound(bucket, key);
    const bytes = Math.min(length, size - offset);
    // To the client a length of 0 means: all of it.
    if (bytes <= 0) return Buffer.alloc(0);
    const stream = await this.found(bucket, key, () => this.client.getPartialObject(bucket, key, offset, bytes));
    return Buffer.concat(await stream.toArray());
  }

  async stat(bucket: BucketName, key: string): Promise<{ sizeBytes: number } | undefined> {
    try {
      return { sizeBytes: (await this.client.statObject(bucket, key)).size };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** An object that is not there is fine. */
  async remove(bucket: BucketName, key: string): Promise<void> {
    await this.client.removeObject(bucket, key);
  }

  /** Objects that are not there are fine. @throws NotRemoved when the store keeps some of them; the others are gone */
  async removeAll(bucket: BucketName, keys: readonly string[]): Promise<void> {
    const kept: KeptObject[] = [];
    for (let at = 0; at < keys.length; at += removeAtOnce) {
      // It is answered with 200 also when nothing was removed: what was not is listed in the answer.
      kept.push(...((await this.client.removeObjects(bucket, keys.slice(at, at + removeAtOnce))) as KeptObject[]));
    }
    const [first] = kept;
    if (first) throw new NotRemoved(bucket, first, kept.length);
  }

  async removePrefix(bucket: BucketName, prefix: string): Promise<void> {
    let keys: string[] = [];
    for await (const key of this.list(bucket, prefix)) {
      if (keys.push(key) < removeAtOnce) continue;
      await this.removeAll(bucket, keys);
      keys = [];
    }
    await this.removeAll(bucket, keys);
  }

  /** Keys in order. */
  async *list(bucket: BucketName, prefix: string): AsyncGenerator<string, void, undefined> {
    for await (const { key } of this.entries(bucket, prefix)) yield key;
  }

  /** Keys in order, each with the time at which its object was written. */
  async *entries(
    bucket: BucketName,
    prefix: string,
  ): AsyncGenerator<{ key: string; writtenAt: Date }, void, undefined> {
    const found = this.client.listObjectsV2(bucket, prefix, true) as AsyncIterable<{
      name?: string;
      lastModified?: Date;
    }>;
    for await (const { name, lastModified } of found) {
      if (name !== undefined && lastModified !== undefined) yield { key: name, writtenAt: lastModified };
    }
  }

  /** Gives up the writing of objects that was begun before `before`: whoever wrote them has died. */
  async dropUnfinished(bucket: BucketName, before: Date): Promise<void> {
    const found = this.client.listIncompleteUploads(bucket, '', true) as AsyncIterable<{
      key: string;
      uploadId: string;
      initiated?: Date;
    }>;
    for await (const { key, uploadId, initiated } of found) {
      if (initiated && initiated < before) await this.client.abortMultipartUpload(bucket, key, uploadId);
    }
  }

  /** @throws Error when the store does not answer within 5 s, refuses us, or has no buckets of ours */
  async ping(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The object store does not answer.')), pingMs);
    });
    try {
      const there = await Promise.race([this.client.bucketExists('uploads' satisfies BucketName), silence]);
      if (!there) throw new Error('The object store has no bucket "uploads".');
    } finally {
      clearTimeout(timer);
    }
  }

  private async found<T>(bucket: BucketName, key: string, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw isNotFound(error) ? new ObjectNotFound(bucket, key) : error;
    }
  }
}

/** How traces speak of a call: the bucket, and not the key, which may end with the name of a file. */
const call = (operation: string, bucket: BucketName, attributes: Attributes = {}): Traced => ({
  name: `${operation} ${bucket}`,
  kind: SpanKind.CLIENT,
  attributes: { 'rpc.system': 'aws-api', 'rpc.service': 'S3', 'aws.s3.bucket': bucket, ...attributes },
});
