import { createReadStream, type WriteStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { ObjectStore } from '@roundtrip/files';

export const blockCharacters = 64 * 1024;

/** A report grows on local disk and goes to the store when it is complete: a report that can be fetched is never half. */
export class ReportFile {
  private readonly stream: WriteStream;
  private pending = '';

  constructor(private readonly path: string) {
    this.stream = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  }

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= blockCharacters) await this.flush();
  }

  async store(store: ObjectStore, key: string, contentType: string): Promise<void> {
    await this.end();
    await store.put('reports', key, createReadStream(this.path), { contentType });
  }

  /** What was written, from its beginning. */
  async readBack<T>(open: (path: string) => T): Promise<T> {
    await this.end();
    return open(this.path);
  }

  close(): void {
    this.stream.destroy();
  }

  private async end(): Promise<void> {
    await this.flush();
    this.stream.end();
    await once(this.stream, 'finish');
  }

  private async flush(): Promise<void> {
    const block = this.pending;
    this.pending = '';
    if (block !== '' && !this.stream.write(block)) await once(this.stream, 'drain');
  }
}
