import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type PlannedLine, withoutName } from '@roundtrip/contracts';
import type { ChunkDocument, ChunkEntry } from '@roundtrip/database';
import { PermanentFailure } from '@roundtrip/kafka';
import { metrics } from '@roundtrip/service';
import { traced } from '@roundtrip/tracing';
import { CancellationsRepository } from './cancellations.repository.js';
import {
  closeChunk,
  closeTogether,
  type ChunkDecisions,
  decideChunk,
  position,
  replaceDecisions,
} from './chunk.rules.js';
import { chunkId, ChunksRepository, type Replacement } from './chunks.repository.js';
import { ContactsRepository } from './contacts.repository.js';
import { fittingDecisions, fittingLines, maxDecisionBytes } from './decision-bytes.rules.js';
import type { AcceptedImport } from './outcomes.repository.js';
import { PlanReader } from './plan.reader.js';
import { findResemblances } from './number-causes.rules.js';
import { numbersOf, withKnownNumber } from './number-spellings.rules.js';
import { settle } from './settlement.js';

/**
 * One chunk, exactly once without transactions (services/bulk-update/README.md#a-chunks-six-steps): decide, write the decisions down, apply guarded by rev,
 * settle what did not match, close. Every step may be repeated by a redelivery, also while a twin still works.
 */
@Injectable()
export class ChunkWorker {
  /** What one document of decisions takes. */
  documentBytes = maxDecisionBytes;

  constructor(
    private readonly plans: PlanReader,
    private readonly contacts: ContactsRepository,
    private readonly chunks: ChunksRepository,
    private readonly cancellations: CancellationsRepository,
  ) {}

  /** @returns what has become of the chunk by then */
  work(accepted: AcceptedImport, chunk: number, signal: AbortSignal): Promise<WorkedChunk> {
    const attributes = { 'roundtrip.chunk': chunk, 'roundtrip.action': accepted.action };
    return traced({ name: 'chunk', attributes }, () => this.workOnce(accepted, chunk, signal));
  }

  private async workOnce(accepted: AcceptedImport, chunk: number, signal: AbortSignal): Promise<WorkedChunk> {
    const lines = await this.plans.read(accepted, chunk);
    return this.run(accepted, chunk, signal, {
      decided: async (document, from) => {
        const id = chunkId(accepted._id, chunk, document);
        // Not asked first whether it is there: most are not, and the first that is written stands.
        return this.chunks.decide(await this.decideFrom(accepted, lines, { id, chunk, from }));
      },
      again: async (decided, overtaken) => {
        const again = linesOf(overtaken, lines);
        return replaceDecisions(decided, again, await this.decide(accepted, again));
      },
    });
  }

  /** Ends all chunks that nobody has decided on: they are not attempted. */
  async closeUndecided(accepted: AcceptedImport): Promise<void> {
    const { _id: importId, plan } = accepted;
    await this.chunks.closeUndecided(
      importId,
      plan.chunks,
      (chunk) => documentOf(accepted, { id: chunkId(importId, chunk), chunk }, { ...notAttempted, lines: 0 }),
      ({ _id, lines }) => ({ _id, ...closeChunk({ ...notAttempted, lines }, plan.fields), closedAt: new Date() }),
    );
  }

  /**
   * Closes a chunk of an import that has failed, without its plan, which may be why it failed: what was decided is applied, what was not
   * never will be. Lines that another import overtook meanwhile count as not attempted.
   */
  async closeFailed(accepted: AcceptedImport, chunk: number, signal: AbortSignal): Promise<void> {
    await this.run(accepted, chunk, signal, {
      decided: (document) => {
        const id = chunkId(accepted._id, chunk, document);
        return this.chunks.decide(documentOf(accepted, { id, chunk }, { ...notAttempted, lines: 0 }));
      },
      again: async (decided, overtaken) => ({
        ...replaceDecisions(decided, overtaken, { entries: [], reports: [] }),
        lines: decided.lines - overtaken.length,
      }),
    });
  }

  /** One document after the other, so that no more than one is in memory; each is decided and applied by itself. */
  private async run(
    accepted: AcceptedImport,
    chunk: number,
    signal: AbortSignal,
    decisions: Decisions,
  ): Promise<WorkedChunk> {
    const id = chunkId(accepted._id, chunk);
    let isAttempted = true;
    let closed: ReturnType<typeof closeChunk> | undefined;
    for (let document = 0, from = 0; ; document++) {
      const { decided, isNew } = await decisions.decided(document, from);
      if (!isNew && document === 0 && (await this.chunks.isClosed(id))) return 'closed before';
      isAttempted = !decided.notAttempted;
      const applied = accepted.action === 'update' ? await this.apply(decided, signal, decisions.again) : decided;
      const part = closeChunk(applied, accepted.plan.fields);
      closed = closed ? closeTogether(closed, part, accepted.plan.fields) : part;
      if (decided.next === undefined) break;
      signal.throwIfAborted();
      from = decided.next;
    }
    if (await this.chunks.close({ _id: id, ...closed, closedAt: new Date() })) countLines(accepted, closed.counts);
    return isAttempted ? 'attempted' : 'not attempted';
  }

  /** The decisions on the lines from `from` on, as many as one document takes. */
  private async decideFrom(
    accepted: AcceptedImport,
    lines: readonly PlannedLine[],
    { from, ...place }: Place & { from: number },
  ): Promise<ChunkDocument> {
    if (await this.cancellations.isCancelled(accepted._id)) {
      return documentOf(accepted, place, { ...notAttempted, lines: lines.length - from });
    }
    const { fields, header } = accepted.plan;
    const maxBytes = this.documentBytes;
    const wanted = lines.slice(from, from + fittingLines(lines, from, { fields, header, maxBytes }));
    const fitting = fittingDecisions(wanted, await this.decide(accepted, wanted), maxBytes);
    const next = from + fitting.lines;
    return documentOf(accepted, place, {
      ...fitting.decisions,
      lines: fitting.lines,
      ...(next < lines.length && { next }),
    });
  }

  private async decide(accepted: AcceptedImport, lines: readonly PlannedLine[]): Promise<ChunkDecisions> {
    const numbers = lines.flatMap(numbersOf);
    const contacts = await this.contacts.readForDecision(accepted.institution, numbers, changedPaths(lines, accepted));
    const named = lines.map((line) => withKnownNumber(line, contacts));
    const unknown = new Set<string>();
    for (const { contactNumber } of named) {
      if (contactNumber !== undefined && !contacts.has(contactNumber)) unknown.add(contactNumber);
    }
    const resemblances = await findResemblances([...unknown], (some) =>
      this.contacts.usable(accepted.institution, some),
    );
    return decideChunk(
      named,
      contacts,
      { ...accepted, fields: accepted.plan.fields, header: accepted.plan.header },
      resemblances,
    );
  }

  /** @returns the decisions that hold, all of them applied: entries that another import overtook were decided again */
  private async apply(
    chunk: ChunkDocument,
    signal: AbortSignal,
    decideAgain: Decisions['again'],
  ): Promise<ChunkDocument> {
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

/** Each time another import is first costs two rounds, and it has to hit the same milliseconds: real imports never meet so often. */
const roundsAtMost = 20;
const calmRounds = 2;
const longestPauseMs = 250;

const restless = (chunk: string): PermanentFailure =>
  new PermanentFailure(`The contacts of chunk ${chunk} do not come to rest: it was settled ${roundsAtMost} times`, {
    code: 'CHUNK_RESTLESS',
  });

/** `not attempted`: the import was cancelled or had failed before anybody had decided on all of the chunk. */
export type WorkedChunk = 'attempted' | 'not attempted' | 'closed before';

/** Of a check the lines that an update would apply. */
function countLines({ action }: AcceptedImport, counts: ReturnType<typeof closeChunk>['counts']): void {
  const { applied, unchanged, rejected, notAttempted } = counts;
  metrics.lines.inc({ outcome: action === 'check' ? 'checked' : 'applied' }, applied);
  metrics.lines.inc({ outcome: 'unchanged' }, unchanged);
  metrics.lines.inc({ outcome: 'rejected' }, rejected);
  metrics.lines.inc({ outcome: 'not-attempted' }, notAttempted);
}

interface Decisions {
  /** Those of a document of the chunk, written down; `from`: the first line that it decides on. */
  decided: (document: number, from: number) => Promise<{ decided: ChunkDocument; isNew: boolean }>;
  /** With what is to stand in the place of entries that were overtaken. */
  again: (decided: ChunkDocument, overtaken: readonly ChunkEntry[]) => Promise<Replacement>;
}

interface Place {
  id: string;
  chunk: number;
}

/** Written down like any decision, so that a twin that has not heard of the end keeps to it. */
const notAttempted = { entries: [], reports: [], notAttempted: true as const };

const documentOf = (
  accepted: AcceptedImport,
  { id, chunk }: Place,
  decisions: ChunkDecisions & Pick<ChunkDocument, 'lines' | 'next' | 'notAttempted'>,
): ChunkDocument => ({
  _id: id,
  importId: accepted._id,
  chunk,
  institution: accepted.institution,
  ...decisions,
  requestedBy: withoutName(accepted.requestedBy),
  decidedAt: new Date(),
  version: 1,
});

/** The fields that lines ask something about; of the others nothing has to be read. */
function changedPaths(lines: readonly PlannedLine[], { plan }: AcceptedImport): string[] {
  const asked = new Set<number>();
  for (const { changes } of lines) for (const { field } of changes) asked.add(field);
  return plan.fields.filter((_, index) => asked.has(index)).map(({ path }) => path);
}

/** By where they stand: a contact may be called otherwise than its line says (number-spellings.rules.ts). */
function linesOf(entries: readonly ChunkEntry[], lines: readonly PlannedLine[]): PlannedLine[] {
  const places = new Set(entries.map(position));
  return lines.filter((line) => places.has(position(line)));
}
