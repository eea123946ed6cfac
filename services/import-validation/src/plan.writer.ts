import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Plan, planChunkKey, type PlannedLine } from '@roundtrip/contracts';
import { type ObjectStore, sha256 } from '@roundtrip/files';

const maxBytes = 1024 * 1024;
/** Chunks that are packed and stored while the next lines are read. */
const inFlight = 3;

const packed = promisify(gzip);

/**
 * Writes the lines of a plan as chunks of up to `maxLines` or 1 MiB (one line alone may be larger), under keys of its own attempt: what
 * a finished plan names is never written over. Lines are gathered as bytes in buffers that are used again: as strings they would live
 * just long enough to fill the old heap.
 */
export class PlanWriter {
  private readonly free: Buffer[] = Array.from({ length: inFlight + 1 }, () => Buffer.allocUnsafeSlow(maxBytes));
  private chunk: Buffer = this.free.pop()!;
  private bytes = 0;
  private lines = 0;
  private written = 0;
  private readonly hashes: string[] = [];
  private readonly storing = new Set<Promise<void>>();

  constructor(
    private readonly store: ObjectStore,
    private readonly importId: string,
    private readonly attempt: string,
    private readonly maxLines: number,
  ) {}

  async add(line: PlannedLine): Promise<void> {
    const text = lineText(line);
    // Three bytes are the most that a UTF-16 unit takes: only near the end of a chunk has anybody to count.
    if (text.length * 3 > maxBytes - this.bytes) {
      const bytes = Buffer.byteLength(text);
      if (this.bytes + bytes > maxBytes) await this.flush();
      if (bytes > this.chunk.length) this.chunk = Buffer.allocUnsafeSlow(bytes);
    }
    this.bytes += this.chunk.write(text, this.bytes);
    this.lines++;
    if (this.lines === this.maxLines) await this.flush();
  }

  /** All chunks are stored now. */
  async finish(): Promise<Required<Pick<Plan, 'chunks' | 'chunkHashes'>>> {
    await this.flush();
    await Promise.all(this.storing);
    return { chunks: this.written, chunkHashes: this.hashes };
  }

  /** Waits for what is on its way, whatever becomes of it: after this nothing of ours is written any more. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.storing);
  }

  private async flush(): Promise<void> {
    if (this.lines === 0) return;
    const storing = this.storeChunk(this.written++, this.chunk, this.bytes);
    this.storing.add(storing);
    // A failure stays, and is thrown where it is waited for.
    storing.then(
      () => this.storing.delete(storing),
      () => undefined,
    );
    this.bytes = 0;
    this.lines = 0;
    while (this.free.length === 0) await Promise.race(this.storing);
    this.chunk = this.free.pop()!;
  }

  private async storeChunk(chunk: number, buffer: Buffer, bytes: number): Promise<void> {
    const content = await packed(buffer.subarray(0, bytes), { level: 1 });
    this.hashes[chunk] = sha256(content);
    await this.store.put('plans', planChunkKey(this.importId, chunk, this.attempt), content, {
      contentType: 'application/gzip',
    });
    this.free.push(buffer.length > maxBytes ? Buffer.allocUnsafeSlow(maxBytes) : buffer);
  }
}

/** Cells last and a line that asks for nothing always alike: so the reader can cut it instead of parsing it (bulk-update `planned-lines`). */
function lineText({ line, part, contactNumber, writtenNumber, email, changes, issues, raw }: PlannedLine): string {
  let text = `{"line":${line}`;
  if (part !== undefined) text += `,"part":${part}`;
  if (contactNumber !== undefined) text += `,"contactNumber":${JSON.stringify(contactNumber)}`;
  if (writtenNumber !== undefined) text += `,"writtenNumber":${JSON.stringify(writtenNumber)}`;
  if (email !== undefined) text += `,"email":${JSON.stringify(email)}`;
  text += `,"changes":${changes.length === 0 ? '[]' : JSON.stringify(changes)}`;
  text += `,"issues":${issues.length === 0 ? '[]' : JSON.stringify(issues)}`;
  return `${text},"raw":${JSON.stringify(raw)}}\n`;
}
