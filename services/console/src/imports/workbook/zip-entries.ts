/** What the table of contents of a .zip says of one file in it. */
export interface ZipEntry {
  name: string;
  isDeflated: boolean;
  compressedBytes: number;
  bytes: number;
  /** Where its header lies, in front of its packed bytes. */
  offset: number;
}

const TAIL_BYTES = 128 * 1024;
const LONGEST_CONTENTS = 4 * 1024 * 1024;
const END_OF_CONTENTS = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads its end alone. @returns undefined when the table of contents is not there as a whole, or is of a kind for files beyond 4 GB */
export async function zipEntries(zip: Blob): Promise<ZipEntry[] | undefined> {
  const tail = await bytesOf(zip.slice(-TAIL_BYTES));
  const view = viewOf(tail);
  let end = tail.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_CONTENTS) end--;
  if (end < 0) return undefined;
  const length = view.getUint32(end + 12, true);
  // Something may stand in front of the .zip: places in it count from behind that.
  const start = zip.size - tail.length + end - length;
  const shift = start - view.getUint32(end + 16, true);
  if (start < 0 || shift < 0 || length > LONGEST_CONTENTS) return undefined;
  const contents = await bytesOf(zip.slice(start, start + length));
  const entries = [...entriesIn(contents, shift)];
  return entries.length === view.getUint16(end + 10, true) ? entries : undefined;
}

function* entriesIn(contents: Uint8Array, shift: number): Generator<ZipEntry> {
  const view = viewOf(contents);
  for (let at = 0; at + ENTRY_BYTES <= contents.length && view.getUint32(at, true) === ENTRY;) {
    const nameBytes = view.getUint16(at + 28, true);
    yield {
      name: new TextDecoder().decode(contents.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
      isDeflated: view.getUint16(at + 10, true) === DEFLATED,
      compressedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true) + shift,
    };
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Its bytes as they are packed: a view, nothing of them is read. */
async function packed(zip: Blob, { offset, compressedBytes }: ZipEntry): Promise<Blob> {
  const header = viewOf(await bytesOf(zip.slice(offset, offset + LOCAL_BYTES)));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL) throw new Error('no file begins here');
  const from = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  return zip.slice(from, from + compressedBytes);
}

/** The bytes of a file in a .zip, unpacked as they are asked for. @throws Error when it is damaged, or larger than it says */
export async function* unpacked(zip: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = (await packed(zip, entry)).stream();
  const reader = (entry.isDeflated ? bytes.pipeThrough(new DecompressionStream('deflate-raw')) : bytes).getReader();
  try {
    let left = entry.bytes;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
      if (left < 0) throw new Error('it is larger than it says');
      yield value;
    }
  } finally {
    // What is not wanted any more is not unpacked; that it was damaged further on is nobody's matter then.
    void reader.cancel().catch(() => undefined);
  }
}

/** A file in a .zip as a file of its own; where it is packed it is unpacked as a whole. */
export async function fileIn(zip: Blob, entry: ZipEntry): Promise<Blob> {
  if (!entry.isDeflated) return packed(zip, entry);
  const pieces: Blob[] = [];
  for await (const piece of unpacked(zip, entry)) pieces.push(new Blob([piece]));
  return new Blob(pieces);
}
