import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ChunkDocument, ChunkEntry } from '@roundtrip/contacts';
import type { PlannedLine } from '@roundtrip/contracts';
import { PermanentFailure } from '@roundtrip/kafka';
import { CancellationsRepository } from './cancellations.repository.js';
import { closeChunk, type ChunkDecisions, decideChunk, replaceDecisions } from './chunk.rules.js';
import { chunkId, ChunksRepository, type Replacement } from './chunks.repository.js';
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
    const lines = await this.plans.read(job, chunk);
    let decided = await this.chunks.find(id);
    if (!decided) {
      const stopped = await this.cancellations.isCancelled(job._id);
      const decisions = stopped ? notAttempted : await this.decide(job, lines);
      decided = await this.chunks.decide(documentOf(job, chunk, { ...decisions, lines: lines.length }));
    }
    await this.bringToEnd(job, decided, signal, async (chunkNow, overtaken) => {
      const again = linesOf(overtaken, lines);
      return replaceDecisions(chunkNow, again, await this.decide(job, again));
    });
  }

  /**
   * Brings a chunk of an import that has failed to its end without its plan, which may be what it failed for: what was decided is
   * applied, what was not never will be. Lines that another import overtook meanwhile count as not attempted.
   */
  async conclude(job: AcceptedImport, chunk: number, signal: AbortSignal): Promise<void> {
    const decided = await this.chunks.decide(documentOf(job, chunk, { ...notAttempted, lines: 0 }));
    await this.bringToEnd(job, decided, signal, async (chunkNow, overtaken) => ({
      ...replaceDecisions(chunkNow, overtaken, { entries: [], reports: [] }),
      lines: chunkNow.lines - overtaken.length,
    }));
  }

  private async bringToEnd(
    job: AcceptedImport,
    chunk: ChunkDocument,
    signal: AbortSignal,
    decideAgain: DecideAgain,
  ): Promise<void> {
    const decided = job.action === 'update' ? await this.apply(chunk, signal, decideAgain) : chunk;
    await this.chunks.close({ _id: chunk._id, ...closeChunk(decided, job.plan.fields), closedAt: new Date() });
  }

  private async decide(job: AcceptedImport, lines: readonly PlannedLine[]): Promise<ChunkDecisions> {
    const numbers = lines.flatMap(({ contactNumber }) => contactNumber ?? []);
    const paths = job.plan.fields.map((field) => field.path);
    const contacts = await this.contacts.read(job.institution, numbers, paths);
    const unknown = numbers.filter((number) => !contacts.has(number));
    const lookalikes = await this.contacts.withLeadingZeros(job.institution, unknown);
    return decideChunk(lines, contacts, { ...job, fields: job.plan.fields, header: job.plan.header }, lookalikes);
  }

  /** @returns the decisions that hold, all of them applied: entries that another import overtook were decided again */
  private async apply(chunk: ChunkDocument, signal: AbortSignal, decideAgain: DecideAgain): Promise<ChunkDocument> {
    let decided = chunk;
    let open: readonly ChunkEntry[] = decided.entries;
    for (let round = 0; open.length > 0; round++) {
      signal.throwIfAborted();
      if (round === roundsAtMost) throw restless(chunk._id);
      if (round > calmRounds) await sleep(Math.min(2 ** round, longestPauseMs));
      const applied = await this.contacts.apply(decided, open);
      if (applied === open.length) break;
      const numbers = decided.entries.map((entry) => entry.contactNumber);
      const heads = await this.contacts.heads(decided.institution, numbers);
      const { pending, overtaken } = await settle(decided, heads, (id) => this.chunks.find(id));
      open = pending;
      if (overtaken.length > 0) {
        decided = await this.chunks.replace(decided, await decideAgain(decided, overtaken));
        open = decided.entries;
      }
    }
    return decided;
  }
}

/** Each overtaking costs two rounds, and it takes another import in a moment of milliseconds: so many come of no living rivals. */
const roundsAtMost = 20;
const calmRounds = 2;
const longestPauseMs = 250;

const restless = (chunk: string): PermanentFailure =>
  new PermanentFailure(`The contacts of chunk ${chunk} do not come to rest: it was settled ${roundsAtMost} times`, {
    code: 'CHUNK_RESTLESS',
  });

/** The decisions with what is to stand in the place of entries that were overtaken. */
type DecideAgain = (decided: ChunkDocument, overtaken: readonly ChunkEntry[]) => Promise<Replacement>;

/** Written down like any decision, so that a twin that has not heard of the end keeps to it. */
const notAttempted = { entries: [], reports: [], notAttempted: true as const };

const documentOf = (
  job: AcceptedImport,
  chunk: number,
  decisions: ChunkDecisions & Pick<ChunkDocument, 'lines' | 'notAttempted'>,
): ChunkDocument => ({
  _id: chunkId(job._id, chunk),
  importId: job._id,
  chunk,
  institution: job.institution,
  ...decisions,
  requestedBy: job.requestedBy,
  decidedAt: new Date(),
  version: 1,
});

function linesOf(entries: readonly ChunkEntry[], lines: readonly PlannedLine[]): PlannedLine[] {
  const numbers = new Set(entries.map((entry) => entry.contactNumber));
  return lines.filter((line) => line.contactNumber !== undefined && numbers.has(line.contactNumber));
}
