import { Injectable } from '@nestjs/common';
import { updateProgressed } from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import { chunkId, ChunksRepository } from './chunks.repository.js';
import type { DecidedLines } from './decided-lines.js';
import { type ClosedCounts, LaneSums } from './lane-sums.rules.js';
import type { AcceptedImport } from './outcomes.repository.js';

const intervalMs = 1000;
const followedAtMost = 1000;
/** The rest of the time that reports take goes by while they are stored. */
const writingShare = 0.75;

interface Followed {
  lanes: number;
  sums: LaneSums;
  toldAtMs: number;
}

/** Tells how far imports are. What was summed up is remembered, so that telling it costs what is new, however long the import. */
@Injectable()
export class ImportProgress {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly chunks: ChunksRepository,
    private readonly events: EventPublisher,
  ) {}

  /** At most once a second an import. */
  async tellWhenDue(job: AcceptedImport, lanes: number, nowMs: number): Promise<void> {
    if (nowMs - this.follow(job, lanes).toldAtMs >= intervalMs) await this.tell(job, lanes, nowMs);
  }

  /** @param lanes in which its bells are rung */
  async tell(job: AcceptedImport, lanes: number, nowMs: number): Promise<void> {
    this.follow(job, lanes).toldAtMs = nowMs;
    const { _id: importId, institution, plan } = job;
    const { total, notAttempted } = await this.closedLines(job, lanes);
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
   * Tells that the reports are begun, and then at most once a second how far they are. An import of one chunk is over before anybody
   * could read it.
   *
   * @returns to be called with each chunk that is about to be reported
   */
  async tellReporting(
    { _id: importId, institution, plan }: AcceptedImport,
    decided: DecidedLines,
  ): Promise<(chunk: number) => Promise<void>> {
    const linesTotal = decided.total;
    let toldAtMs = 0;
    const tell = async (linesDone: number): Promise<void> => {
      if (Date.now() - toldAtMs < intervalMs) return;
      toldAtMs = Date.now();
      const share = linesTotal === 0 ? 0 : writingShare * (linesDone / linesTotal);
      const lines = { linesDone, linesTotal, share };
      await this.events.publish(updateProgressed, { importId, institution, phase: 'reporting', ...lines });
    };
    if (plan.chunks <= 1) return () => Promise.resolve();
    await tell(0);
    return (chunk) => tell(decided.beforeChunk(chunkId(importId, chunk)));
  }

  private async closedLines(job: AcceptedImport, lanes: number): Promise<Readonly<ClosedCounts>> {
    const { sums } = this.follow(job, lanes);
    while (sums.add(await this.chunks.closedAmong(job._id, sums.ahead())));
    return sums.counts;
  }

  private follow({ _id, plan }: AcceptedImport, lanes: number): Followed {
    let followed = this.followed.get(_id);
    if (followed?.lanes !== lanes) {
      followed = { lanes, sums: new LaneSums(plan.chunks, lanes), toldAtMs: followed?.toldAtMs ?? 0 };
    }
    this.followed.delete(_id);
    this.followed.set(_id, followed);
    // Imports end without a word to here: the oldest are forgotten.
    for (const id of this.followed.keys()) {
      if (this.followed.size <= followedAtMost) break;
      this.followed.delete(id);
    }
    return followed;
  }
}
