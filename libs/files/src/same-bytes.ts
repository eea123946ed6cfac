import { createHash } from 'node:crypto';

/** The bytes are not those that somebody noted when they were written: nobody knows what they are. */
export class ContentChanged extends Error {
  override readonly name = 'ContentChanged';
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * What is read several times, checked at the end of each pass that gets there: against `expected`, else against the first such pass.
 *
 * @param expected SHA-256, hex
 * @throws ContentChanged while it is read, behind the last byte
 */
export function sameBytes(open: () => AsyncIterable<Uint8Array>, expected?: string): () => AsyncGenerator<Uint8Array> {
  let known = expected;
  return async function* () {
    const hash = createHash('sha256');
    for await (const chunk of open()) {
      hash.update(chunk);
      yield chunk;
    }
    const found = hash.digest('hex');
    known ??= found;
    if (found !== known) throw new ContentChanged('The content is not what it was');
  };
}
