import { Injectable } from '@nestjs/common';
import type { ChunkDocument, ChunkEntry } from '@roundtrip/contacts';
import type { PlannedLine } from '@roundtrip/contracts';
import { CancellationsRepository } from './cancellations.repository.js';
import { closeChunk, type ChunkDecisions, decideChunk, replaceDecisions } from './chunk.rules.js';
import { chunkId, ChunksRepository } from './chunks.repository.js';
import { ContactsRepository } from './contacts.repository.js';
import type { AcceptedImport } from './outcomes.repository.js';
import { PlanReader } from './plan.reader.js';
import { settle } from './settlement.js';

/**
 * One chunk, exactly once without transactions (architecture.md, "An import"): decide, write the decisions down, apply guarded by rev,
 * settle what did not match, close. Every step may be repeated by a redelivery, also while a twin still works.
 */
@Injectable()
export class ChunkWorker {
  constructor(
    private readonly plans: PlanReader,
    private readonly contacts: ContactsRepository,
    private readonly chunks: ChunksRepository,
    private readonly cancellations: CancellationsRepository,
  ) {}

  async work(job: AcceptedImport, chunk: number, signal: AbortSignal): Promise<void> {
    const id = chunkId(job._id, chunk);
    if (await this.chunks.isClosed(id)) return;
    const lines = await this.plans.read(job._id, chunk);
    let decided = await this.chunks.find(id);
    decided ??= await this.chunks.decide({
      _id: id,
      importId: job._id,
      chunk,
      institution: job.institution,
      lines: lines.length,
      ...((await this.cancellations.isCancelled(job._id)) ? notAttempted : await this.decide(job, lines)),
      requestedBy: job.requestedBy,
      decidedAt: new Date(),
      version: 1,
    });
    if (job.action === 'update') decided = await this.apply(job, decided, lines, signal);
    await this.chunks.close({ _id: id, ...closeChunk(decided, job.plan.fields), closedAt: new Date() });
  }

  private async decide(job: AcceptedImport, lines: readonly PlannedLine[]): Promise<ChunkDecisions> {
    const numbers = lines.flatMap(({ contactNumber }) => contactNumber ?? []);
    const paths = job.plan.fields.map((field) => field.path);
    const contacts = await this.contacts.read(job.institution, numbers, paths);
    const unknown = numbers.filter((number) => !contacts.has(number));
    const lookalikes = await this.contacts.withLeadingZeros(job.institution, unknown);
    return decideChunk(lines, contacts, { ...job, fields: job.plan.fields, header: job.plan.header }, lookalikes);
  }

  /** @returns the decisions that hold: entries that another import overtook were decided again */
  private async apply(
    job: AcceptedImport,
    chunk: ChunkDocument,
    lines: readonly PlannedLine[],
    signal: AbortSignal,
  ): Promise<ChunkDocument> {
    let decided = chunk;
    let open: readonly ChunkEntry[] = decided.entries;
    while (open.length > 0) {
      signal.throwIfAborted();
      const applied = await this.contacts.apply(decided, open);
      if (applied === open.length) break;
      const heads = await this.contacts.heads(
        job.institution,
        decided.entries.map((entry) => entry.contactNumber),
      );
      const { pending, overtaken } = await settle(decided, heads, (id) => this.chunks.find(id));
      open = pending;
      if (overtaken.length > 0) {
        const again = linesOf(overtaken, lines);
        const decisions = replaceDecisions(decided, again, await this.decide(job, again));
        decided = await this.chunks.replace(decided, decisions);
        open = decided.entries;
      }
    }
    return decided;
  }
}

/** Written down like any decision, so that a twin that has not heard of the cancellation keeps to it. */
const notAttempted = { entries: [], reports: [], notAttempted: true as const };

function linesOf(entries: readonly ChunkEntry[], lines: readonly PlannedLine[]): PlannedLine[] {
  const numbers = new Set(entries.map((entry) => entry.contactNumber));
  return lines.filter((line) => line.contactNumber !== undefined && numbers.has(line.contactNumber));
}
