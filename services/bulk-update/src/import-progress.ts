import { Injectable } from '@nestjs/common';
import { updateProgressed } from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import { chunkId, ChunksRepository } from './chunks.repository.js';
import type { DecidedLines } from './decided-lines.js';
import { type ClosedCounts, LaneSums } from './lane-sums.rules.js';
import type { AcceptedImport } from './outcomes.repository.js';
import { RecentlyUsed } from './recently-used.js';

const intervalMs = 1000;
const followedAtMost = 1000;
/** The share of the reports' time that writing takes; storing them takes the rest. */
const writingShare = 0.75;

interface Followed {
  lanes: number;
  sums: LaneSums;
  publishedAtMs: number;
}

/** Publishes how far imports are. Sums are kept, so that each costs only what is new, however long the import. */
@Injectable()
export class ImportProgress {
  // Nobody tells this process when an import ends, so the oldest are dropped.
  private readonly followed = new RecentlyUsed<Followed>(followedAtMost);

  constructor(
    private readonly chunks: ChunksRepository,
    private readonly events: EventPublisher,
  ) {}

  /** At most once a second an import. */
  async publishWhenDue(accepted: AcceptedImport, lanes: number, nowMs: number): Promise<void> {
    if (nowMs - this.follow(accepted, lanes).publishedAtMs >= intervalMs) await this.publish(accepted, lanes, nowMs);
  }

  /** @param lanes in which its chunks are worked on */
  async publish(accepted: AcceptedImport, lanes: number, nowMs: number): Promise<void> {
    this.follow(accepted, lanes).publishedAtMs = nowMs;
    const { _id: importId, institution, plan } = accepted;
    const { total, notAttempted } = await this.closedLines(accepted, lanes);
    await this.events.publish(updateProgressed, {
      importId,
      institution,
      phase: 'deciding',
      linesDone: total - notAttempted,
      linesTotal: plan.lines,
      ...(notAttempted > 0 && { linesNotAttempted: notAttempted }),
    });
  }

  /**
   * Publishes that the reports are begun, and then at most once a second how far they are. Nothing for an import of one chunk, which is
   * over before anybody could read it.
   *
   * @returns to be called with each chunk that is about to be reported
   */
  async publishReporting(
    { _id: importId, institution, plan }: AcceptedImport,
    decided: DecidedLines,
  ): Promise<(chunk: number) => Promise<void>> {
    const linesTotal = decided.total;
    let publishedAtMs = 0;
    const publish = async (linesDone: number): Promise<void> => {
      if (Date.now() - publishedAtMs < intervalMs) return;
      publishedAtMs = Date.now();
      const share = linesTotal === 0 ? 0 : writingShare * (linesDone / linesTotal);
      const lines = { linesDone, linesTotal, share };
      await this.events.publish(updateProgressed, { importId, institution, phase: 'reporting', ...lines });
    };
    if (plan.chunks <= 1) return () => Promise.resolve();
    await publish(0);
    return (chunk) => publish(decided.beforeChunk(chunkId(importId, chunk)));
  }

  private async closedLines(accepted: AcceptedImport, lanes: number): Promise<Readonly<ClosedCounts>> {
    const { sums } = this.follow(accepted, lanes);
    while (sums.add(await this.chunks.closedAmong(accepted._id, sums.ahead())));
    return sums.counts;
  }

  private follow({ _id, plan }: AcceptedImport, lanes: number): Followed {
    let followed = this.followed.get(_id);
    if (followed?.lanes !== lanes) {
      followed = { lanes, sums: new LaneSums(plan.chunks, lanes), publishedAtMs: followed?.publishedAtMs ?? 0 };
    }
    this.followed.set(_id, followed);
    return followed;
  }
}
