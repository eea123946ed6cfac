import { addAbortSignal, Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import {
  type EventData,
  templateCompleted,
  templateFailed,
  templateFailureKey,
  templateFileKey,
  templateLinesKey,
  templateOutcomeKey,
} from '@roundtrip/contracts';
import { createZip, mediaTypeOf, ObjectNotFound, ObjectStore, type ZipEntry } from '@roundtrip/files';

export type TemplateOutcome = EventData<typeof templateCompleted>;
export type TemplateFailure = EventData<typeof templateFailed>;

/**
 * Templates in the object store: the file, and beside it how the work ended. The second is what makes a template finished: it
 * is written last, and a redelivery answers with it instead of making the file again.
 */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly objects: ObjectStore) {}

  /** How the template ended, unless it has not. */
  async outcome(templateId: string): Promise<TemplateOutcome | undefined> {
    const noted = await this.read(templateOutcomeKey(templateId));
    return noted === undefined ? undefined : templateCompleted.data.parse(noted);
  }

  /** Notes that the template will never be, before anybody is told. @returns what stands: the first of several */
  async fail(failure: TemplateFailure): Promise<TemplateFailure> {
    const key = templateFailureKey(failure.templateId);
    const noted = await this.read(key);
    if (noted !== undefined) return templateFailed.data.parse(noted);
    await this.write(key, failure);
    return failure;
  }

  /**
   * Stores the .zip of the parts, or the only part as it is, while they are read. When reading or storing fails or `signal` fires, nothing is
   * stored.
   *
   * @param name of what is delivered: its ending says which
   * @throws Error also when another worker has finished this template meanwhile: its file stays
   */
  async store(
    templateId: string,
    parts: AsyncIterable<ZipEntry>,
    name: string,
    signal: AbortSignal,
  ): Promise<{ objectKey: string; sizeBytes: number }> {
    const objectKey = templateFileKey(templateId);
    const written = this.unlessFinished(templateId, parts);
    const zipped = name.endsWith('.zip');
    const file = addAbortSignal(
      signal,
      zipped ? createZip(written) : Readable.from(contentOf(written), { objectMode: false }),
    );
    const contentType = mediaTypeOf(name);
    try {
      const { sizeBytes } = await this.objects.put('templates', objectKey, file, { contentType });
      return { objectKey, sizeBytes };
    } finally {
      file.destroy();
    }
  }

  /** What the template held, beside it. As `store`: another worker's stays. */
  async storeLines(templateId: string, content: Readable, signal: AbortSignal): Promise<void> {
    const lines = addAbortSignal(
      signal,
      Readable.from(this.unlessFinished(templateId, content), { objectMode: false }),
    );
    try {
      await this.objects.put('templates', templateLinesKey(templateId), lines, {
        contentType: 'application/octet-stream',
      });
    } finally {
      lines.destroy();
    }
  }

  private async *unlessFinished<T>(templateId: string, parts: AsyncIterable<T>): AsyncGenerator<T> {
    yield* parts;
    if (await this.outcome(templateId)) throw new Error(`Another worker has finished the template ${templateId}`);
  }

  /** Notes how the template ended, before anybody is told. @returns what stands: another worker may have been faster */
  async finish(outcome: TemplateOutcome): Promise<TemplateOutcome> {
    const content = Buffer.from(JSON.stringify(outcome));
    const key = templateOutcomeKey(outcome.templateId);
    const isFirst = await this.objects.putOnce('templates', key, content, 'application/json');
    return isFirst ? outcome : ((await this.outcome(outcome.templateId)) ?? outcome);
  }

  private async read(key: string): Promise<unknown> {
    try {
      return await json(await this.objects.get('templates', key));
    } catch (error) {
      if (error instanceof ObjectNotFound) return undefined;
      throw error;
    }
  }

  private async write(key: string, value: object): Promise<void> {
    const content = Buffer.from(JSON.stringify(value));
    await this.objects.put('templates', key, content, { contentType: 'application/json' });
  }
}

/** It ends when there is no further part: whoever gives them may have more of them than one, and says so. */
async function* contentOf(parts: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  for await (const { content } of parts) yield* content;
}
