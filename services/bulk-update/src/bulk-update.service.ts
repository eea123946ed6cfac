import { Injectable, Logger } from '@nestjs/common';
import {
  chunkReady,
  type EventData,
  type importCancelled,
  type importCancelledV1,
  type jobAbandoned,
  updateCompleted,
  updateFailed,
  type validationCompleted,
} from '@roundtrip/contracts';
import { Database, type OutcomeDocument } from '@roundtrip/database';
import { EventPublisher, PermanentFailure, UntrueMessage } from '@roundtrip/kafka';
import { abandonmentOnRecord, cancellationOnRecord, requireTruth } from '@roundtrip/service';
import { traced } from '@roundtrip/tracing';
import { englishFault } from '@roundtrip/words';
import { CancellationsRepository } from './cancellations.repository.js';
import { ChunkWorker, type WorkedChunk } from './chunk.worker.js';
import { ChunksRepository } from './chunks.repository.js';
import { BulkUpdateConfig } from './config.js';
import { DecidedLines } from './decided-lines.js';
import { ImportProgress } from './import-progress.js';
import { ImportSums, outcomeOf } from './outcome.rules.js';
import { type AcceptedImport, OutcomesRepository } from './outcomes.repository.js';
import { PLAN_CHANGED } from './plan.reader.js';
import { RecentlyUsed } from './recently-used.js';
import { readyChunks } from './ready-chunks.rules.js';
import { ReportWriter } from './report.writer.js';

/** An import whose last chunk was closed so recently has workers: a second chunk-ready message in a lane would only make them meet. */
const livingMs = 20_000;
/** They hold up to 7 MiB each. */
const plansInMemory = 4;
/** How long the end of a failed import may take, before its message is tried again. */
const failMs = 600_000;

/**
 * A check or an update, from its plan to its reports. An only chunk is worked on at once. Of several the first W are said ready at the
 * beginning, and each finished one says the one ready that is W further on: so W lanes run through the plan, and the last chunk of the lane
 * that ends last closes the import.
 */
@Injectable()
export class BulkUpdateService {
  private readonly logger = new Logger(BulkUpdateService.name);
  /**
   * Imports whose chunks are worked on here: what they are stands in documents that are written once, and to read and decode those for each
   * chunk would cost more the more chunks there are, as they hold a hash of each. That one is over shows in its closed chunks.
   */
  private readonly workedOn = new RecentlyUsed<AcceptedImport>(plansInMemory);

  constructor(
    private readonly database: Database,
    private readonly outcomes: OutcomesRepository,
    private readonly chunks: ChunksRepository,
    private readonly progress: ImportProgress,
    private readonly cancellations: CancellationsRepository,
    private readonly worker: ChunkWorker,
    private readonly reports: ReportWriter,
    private readonly events: EventPublisher,
    private readonly config: BulkUpdateConfig,
  ) {}

  /** Also of an import that was begun before, when nobody seems to work on it: it goes on with what is still open. */
  async begin(said: EventData<typeof validationCompleted>, signal: AbortSignal, now: Date): Promise<void> {
    const { importId } = said;
    const accepted = await this.open(importId, ({ institution, action, plan: { chunks, lines } }) =>
      requireTruth(said, { importId, institution, action, chunks, lines }),
    );
    if (!accepted) return;
    const { chunks } = accepted.plan;
    const closed = await this.chunks.closedNumbers(importId);
    // No chunk will ever close it: cancelled before it was planned, nothing to do, or its last worker died at the very end.
    if (closed.numbers.size === chunks) return this.end(accepted, signal);
    // Its message would only stand behind those of large imports.
    if (chunks === 1) {
      await this.worker.work(accepted, 0, signal);
      return this.end(accepted, signal);
    }
    const lanes = Math.min(this.config.CHUNKS_IN_FLIGHT, chunks);
    const isLiving = closed.lastAt !== undefined && now.getTime() - closed.lastAt.getTime() < livingMs;
    for (const chunk of readyChunks(chunks, lanes, closed.numbers)) {
      // Whoever began it may have died before all lanes were begun; a lane that has closed a chunk goes on by itself.
      if (!isLiving || chunk < lanes) await this.events.publish(chunkReady, { importId, chunk, lanes });
    }
    if (isLiving) await this.progress.publish(accepted, lanes, now.getTime());
  }

  async work({ importId, chunk, lanes }: EventData<typeof chunkReady>, signal: AbortSignal): Promise<void> {
    const accepted = this.workedOn.get(importId) ?? (await this.open(importId));
    if (!accepted) return;
    this.workedOn.set(importId, accepted);
    if (chunk >= accepted.plan.chunks) {
      throw new UntrueMessage('The plan has no such chunk', { code: 'MESSAGE_CONTRADICTED' });
    }
    const worked = await this.worker.work(accepted, chunk, signal);
    // It may be over, which was not asked for each chunk: then that is published again.
    if (worked === 'closed before' && !(await this.open(importId))) return this.workedOn.delete(importId);
    if (await this.isStopped(importId, worked)) return this.endStopped(accepted, signal);
    const next = chunk + lanes;
    if (next < accepted.plan.chunks) {
      await this.events.publish(chunkReady, { importId, chunk: next, lanes });
      await this.progress.publishWhenDue(accepted, lanes, Date.now());
    } else await this.endWhenClosed(accepted, signal);
  }

  /** From now on no chunk starts; those that run are brought to their end by whoever works on them, the others are closed at once. */
  async cancel(said: EventData<typeof importCancelled | typeof importCancelledV1>, signal: AbortSignal): Promise<void> {
    const { importId } = said;
    const cancellation = await cancellationOnRecord(this.database, importId);
    requireTruth(said, { ...cancellation });
    await this.cancellations.add(importId, cancellation.institution, new Date(cancellation.cancelledAt));
    // What has no plan yet will have one without chunks.
    const accepted = await this.outcomes.acceptedImport(importId);
    if (accepted && !(await this.outcomes.find(importId))) await this.endStopped(accepted, signal);
  }

  private async isStopped(importId: string, worked: WorkedChunk): Promise<boolean> {
    if (worked === 'closed before') return this.cancellations.isCancelled(importId);
    return worked === 'not attempted';
  }

  private async endStopped(accepted: AcceptedImport, signal: AbortSignal): Promise<void> {
    await this.worker.closeUndecided(accepted);
    await this.endWhenClosed(accepted, signal);
  }

  private async endWhenClosed(accepted: AcceptedImport, signal: AbortSignal): Promise<void> {
    if ((await this.chunks.countClosed(accepted._id)) === accepted.plan.chunks) await this.end(accepted, signal);
  }

  /** The gateway no longer waits for it: it ends as far as it is. */
  async abandon(said: EventData<typeof jobAbandoned>): Promise<void> {
    await abandonmentOnRecord(this.database, said);
    await this.fail(said.jobId);
  }

  /**
   * Ends an import that cannot go on. An undo takes what stands in its chunks for all that was changed, so nothing of it may run on
   * afterwards: from the first write on no chunk begins, and every chunk is closed before the outcome is written. Entries that were decided
   * are applied here; a paused worker that wakes up later finds its contacts at later revs, and its undecided chunks closed. An import
   * without a plan is left to import-validation, which sees that it has failed.
   *
   * @param code why it could not go on
   */
  async fail(importId: string, code?: string, signal = AbortSignal.timeout(failMs)): Promise<void> {
    if (!(await this.outcomes.acceptedImport(importId))) return;
    const accepted = await this.open(importId);
    if (!accepted) return;
    await this.cancellations.fail(
      importId,
      accepted.institution,
      code === PLAN_CHANGED ? planChanged : stopped,
      new Date(),
    );
    await this.worker.closeUndecided(accepted);
    const { numbers: closed } = await this.chunks.closedNumbers(importId);
    for (let chunk = 0; chunk < accepted.plan.chunks; chunk++) {
      if (!closed.has(chunk)) await this.closeFailed(accepted, chunk, signal);
    }
    await this.end(accepted, signal);
  }

  /**
   * @param check throws UntrueMessage when what was said of it is not true
   * @returns undefined when the import is over; its outcome is then published again.
   */
  private async open(
    importId: string,
    check?: (accepted: AcceptedImport) => void,
  ): Promise<AcceptedImport | undefined> {
    const outcome = await this.outcomes.find(importId);
    const accepted = await this.outcomes.acceptedImport(importId);
    if (!accepted) throw new Error(`Import ${importId} has no plan`);
    check?.(accepted);
    if (!outcome) return accepted;
    await this.publishOutcome(outcome, accepted);
    return undefined;
  }

  private async closeFailed(accepted: AcceptedImport, chunk: number, signal: AbortSignal): Promise<void> {
    try {
      await this.worker.closeFailed(accepted, chunk, signal);
    } catch (error) {
      if (!(error instanceof PermanentFailure)) throw error;
      // A chunk that nobody can close must not keep the import open: its lines count as not attempted.
      this.logger.error({
        message: `A chunk of a failed import cannot be closed: ${error.message}`,
        importId: accepted._id,
        chunk,
      });
    }
  }

  /** All chunks are closed, so that whoever else does this at the same time writes the same. */
  private async end(accepted: AcceptedImport, signal: AbortSignal): Promise<void> {
    this.workedOn.delete(accepted._id);
    const problem = await this.cancellations.problemOf(accepted._id);
    const sums = new ImportSums(accepted.plan);
    const decided = new DecidedLines();
    await this.chunks.closedOf(accepted._id, (closed) => {
      sums.add(closed);
      decided.add(closed);
    });
    const onChunk = await this.progress.publishReporting(accepted, decided);
    const summary = await traced({ name: 'write reports' }, () => this.reports.write(accepted, signal, onChunk));
    const outcome = await this.outcomes.finish(
      outcomeOf(accepted, { sums, summary, problem, completedAt: new Date() }),
    );
    await this.publishOutcome(outcome, accepted);
  }

  private async publishOutcome(outcome: OutcomeDocument, { action }: AcceptedImport): Promise<void> {
    const { _id: importId, institution, state, counts, problem, completedAt } = outcome;
    if (state === 'FAILED') {
      const { code, detail } = problem ?? stopped;
      await this.events.publish(updateFailed, {
        importId,
        institution,
        code,
        detail,
        failedAt: completedAt.toISOString(),
      });
    } else {
      await this.events.publish(updateCompleted, {
        importId,
        institution,
        action,
        state,
        counts,
        completedAt: completedAt.toISOString(),
      });
    }
  }
}

const stopped = englishFault('UPDATE_FAILED');
const planChanged = englishFault(PLAN_CHANGED);
