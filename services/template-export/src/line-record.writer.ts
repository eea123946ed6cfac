import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import type { ExportedContact } from './contact-line.rules.js';

export interface LineRecordOptions {
  head: Buffer;
  linesOf: (contacts: readonly ExportedContact[]) => Buffer;
  /** Stores the record while it is written. */
  store: (content: Readable) => Promise<unknown>;
}

/** Notes the contacts of a template beside its file while they pass by, whatever the file's form. Nothing is stored of a target that holds nobody. */
export class LineRecord {
  private readonly content = new PassThrough({ highWaterMark: 256 * 1024 });
  private storing: Promise<unknown> | undefined;

  constructor(private readonly options: LineRecordOptions) {
    // What went wrong is thrown by whoever reads the contacts, or by the store.
    this.content.on('error', () => undefined);
  }

  async *noted(batches: AsyncIterable<ExportedContact[]>): AsyncGenerator<ExportedContact[]> {
    let isWhole = false;
    try {
      for await (const contacts of batches) {
        if (contacts.length > 0) await this.write(contacts);
        yield contacts;
      }
      isWhole = true;
      this.content.end();
    } finally {
      if (!isWhole) this.content.destroy(new Error('The template was not written to its end'));
    }
  }

  /** All of it is in the store. @throws what the store throws */
  async stored(): Promise<void> {
    await this.storing;
  }

  private async write(contacts: readonly ExportedContact[]): Promise<void> {
    if (!this.storing) {
      this.content.write(this.options.head);
      this.storing = this.options.store(this.content);
      // Thrown where it is waited for; and when the store fails, nobody reads any more.
      this.storing.catch((error: unknown) => this.content.destroy(error as Error));
    }
    if (!this.content.write(this.options.linesOf(contacts)))
      await Promise.race([once(this.content, 'drain'), this.storing]);
  }
}
