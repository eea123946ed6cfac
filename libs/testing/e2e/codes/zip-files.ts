import { Readable } from 'node:stream';
import { createZip } from '@roundtrip/files';

export async function zipOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, content]) => ({
    name,
    content: Readable.from([Buffer.from(content)]),
  }));
  return Buffer.concat(await createZip(entries).toArray());
}

/** As made with a password: the flag of each entry says so (APPNOTE.TXT 4.4.4, bit 0). */
export function encrypted(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (let at = 0; at < copy.length - 4; at++) {
    if (copy.readUInt32LE(at) === 0x04034b50) copy[at + 6]! |= 1;
    if (copy.readUInt32LE(at) === 0x02014b50) copy[at + 8]! |= 1;
  }
  return copy;
}
