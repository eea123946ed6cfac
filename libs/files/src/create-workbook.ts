import { Readable } from 'node:stream';
import { createZip, type ZipEntry } from './create-zip.js';

/** The .xlsx of its parts, each of which is asked for when the one before has been read. As `createZip` in what happens when something fails. */
export function createWorkbook(
  parts: AsyncIterable<{ name: string; content: AsyncIterable<Uint8Array> }>,
  modifiedAt: Date,
): Readable {
  return createZip(entriesOf(parts, modifiedAt));
}

async function* entriesOf(
  parts: AsyncIterable<{ name: string; content: AsyncIterable<Uint8Array> }>,
  modifiedAt: Date,
): AsyncGenerator<ZipEntry> {
  for await (const { name, content } of parts)
    yield { name, content: Readable.from(content, { objectMode: false }), modifiedAt };
}
