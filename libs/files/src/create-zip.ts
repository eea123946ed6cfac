import type { EventEmitter } from 'node:events';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { ZipArchive } from 'archiver';

export interface ZipEntry {
  name: string;
  content: Readable;
  /** The time that the entry shows; now when absent. */
  modifiedAt?: Date;
  /** It is a .zip itself, and gets no smaller. */
  isPacked?: boolean;
}

function nextOf(emitter: EventEmitter, events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const onEvent = (): void => {
      for (const event of events) emitter.off(event, onEvent);
      resolve();
    };
    for (const event of events) emitter.on(event, onEvent);
  });
}

/** Appends an entry and waits until the archive has read it to its end or is gone. archiver does not listen to its sources: we do. */
async function append(archive: ZipArchive, { name, content, modifiedAt, isPacked }: ZipEntry): Promise<void> {
  const fail = (error: Error): void => void archive.destroy(error);
  const endedEarly = (): void => {
    if (!content.readableEnded) fail(new Error(`The source of ${name} was closed before its end.`));
  };
  content.once('error', fail).once('close', endedEarly);
  if (!archive.destroyed) {
    archive.append(content, { name, ...(modifiedAt && { date: modifiedAt }), ...(isPacked && { store: true }) });
    await nextOf(archive, ['entry', 'close']);
  }
  if (archive.destroyed) content.destroy();
}

/**
 * A zip of the entries, one after the other: each is asked for when the one before has been read. A source that fails destroys the zip
 * with its error; a zip that is destroyed destroys the source that it is reading.
 */
export function createZip(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Readable {
  // Level 6 takes 3.5 times as long for 20 % fewer bytes.
  const archive = new ZipArchive({ zlib: { level: 1, chunkSize: 0x10000 } });
  const zip = new PassThrough();
  pipeline(archive, zip, () => undefined);

  const appendAll = async (): Promise<void> => {
    for await (const entry of entries) {
      await append(archive, entry);
      if (archive.destroyed) return;
    }
    await archive.finalize();
  };
  appendAll().catch((error: Error) => archive.destroy(error));
  return zip;
}
