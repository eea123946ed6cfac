import { addAbortSignal } from 'node:stream';
import { json } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { type EventData, templateCompleted, templateFileKey } from '@roundtrip/contracts';
import { createZip, ObjectNotFound, ObjectStore, type ZipEntry } from '@roundtrip/files';

export type TemplateOutcome = EventData<typeof templateCompleted>;

const outcomeKey = (templateId: string) => `${templateId}.json`;

/**
 * Templates in the object store: the .zip, and beside it how the work ended. The second is what makes a template finished: it
 * is written last, and a redelivery answers with it instead of making the file again.
 */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly objects: ObjectStore) {}

  /** How the template ended, unless it has not. */
  async outcome(templateId: string): Promise<TemplateOutcome | undefined> {
    try {
      return templateCompleted.data.parse(await json(await this.objects.get('templates', outcomeKey(templateId))));
    } catch (error) {
      if (error instanceof ObjectNotFound) return undefined;
      throw error;
    }
  }

  /**
   * Zips the parts while they are read, and stores the .zip. When reading or storing fails or `signal` fires, nothing is stored.
   *
   * @throws Error also when another worker has finished this template meanwhile: its file stays
   */
  async store(
    templateId: string,
    parts: AsyncIterable<ZipEntry>,
    signal: AbortSignal,
  ): Promise<{ objectKey: string; sizeBytes: number }> {
    const objectKey = templateFileKey(templateId);
    const zip = addAbortSignal(signal, createZip(this.unlessFinished(templateId, parts)));
    try {
      const { sizeBytes } = await this.objects.put('templates', objectKey, zip, { contentType: 'application/zip' });
      return { objectKey, sizeBytes };
    } finally {
      zip.destroy();
    }
  }

  private async *unlessFinished<T>(templateId: string, parts: AsyncIterable<T>): AsyncGenerator<T> {
    yield* parts;
    if (await this.outcome(templateId)) throw new Error(`Another worker has finished the template ${templateId}`);
  }

  async finish(outcome: TemplateOutcome): Promise<void> {
    const content = Buffer.from(JSON.stringify(outcome));
    await this.objects.put('templates', outcomeKey(outcome.templateId), content, { contentType: 'application/json' });
  }
}
