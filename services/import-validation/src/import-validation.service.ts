import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { validationProgressed, validationStarted, withoutName } from '@roundtrip/contracts';
import { Database, isStopped, loadDefinitions, type ValidationDocument } from '@roundtrip/database';
import { ContentChanged, FileProblem, type Upload } from '@roundtrip/files';
import { EventPublisher } from '@roundtrip/kafka';
import { cancellationOnRecord, requireTruth, jobOnRecord, metrics } from '@roundtrip/service';
import { traced } from '@roundtrip/tracing';
import { englishFault } from '@roundtrip/words';
import { DamagedFile } from './comparison/damage.problems.js';
import { ExportedTemplates, type KeptTemplate } from './comparison/exported-templates.reader.js';
import { UncertainEncoding } from './encoding/encoding.problems.js';
import { type ExaminedFile, FileExaminer } from './file.examiner.js';
import { sameFileAgain } from './file.problems.js';
import { type ImportRequest as Request, requestOf } from './import-request.rules.js';
import { faultOfOurs, publishOutcome } from './publish-outcome.js';
import type { Reading } from './reading.rules.js';
import { UndoPlanner } from './undo.planner.js';
import { StoredUploads } from './stored-uploads.reader.js';
import { ValidationsRepository } from './validations.repository.js';

const progressIntervalMs = 1_000;

/** What a message about an import says; it counts only as far as it stands on record. */
type SaidOfImport = { importId: string } & Record<string, unknown>;

/** The work has lost its point: another worker has finished the import. */
class NoLongerWanted extends Error {}

/** A user wants the import to stop. */
class Cancelled extends Error {}

@Injectable()
export class ImportValidationService {
  private readonly logger = new Logger(ImportValidationService.name);
  /** Imports that are being examined in this process. */
  private readonly running = new Map<string, { cancelled: AbortController; lines: number }>();

  constructor(
    private readonly database: Database,
    private readonly uploads: StoredUploads,
    private readonly examiner: FileExaminer,
    private readonly templates: ExportedTemplates,
    private readonly undos: UndoPlanner,
    private readonly validations: ValidationsRepository,
    private readonly events: EventPublisher,
  ) {}

  /**
   * Examines a file, makes its plan, and says how it ended; of a file that is finished it only says so again.
   *
   * @throws UntrueMessage when it is not what the gateway wrote down
   */
  async validate(said: SaidOfImport, signal: AbortSignal): Promise<void> {
    const { importId } = said;
    const job = await jobOnRecord(this.database, 'import', importId);
    const request = requestOf(job);
    requireTruth(said, { ...request, requestedBy: job.requestedBy });
    const finished = await this.validations.outcome(importId);
    if (finished) return publishOutcome(this.events, finished);

    const cancelled = new AbortController();
    this.running.set(importId, { cancelled, lines: 0 });
    try {
      const work = AbortSignal.any([signal, cancelled.signal]);
      const outcome = await this.examine(request, work);
      await publishOutcome(this.events, await this.validations.finish(outcome));
      this.logger.log({
        message: `File ${outcome.outcome}`,
        importId,
        lines: outcome.plan?.lines,
        code: outcome.problem?.code,
      });
    } catch (error) {
      if (!(error instanceof NoLongerWanted)) throw error;
      const other = await this.validations.outcome(importId);
      if (other) await publishOutcome(this.events, other);
    } finally {
      this.running.delete(importId);
    }
  }

  /**
   * An import that is not finished yet ends without chunks; of one that is, bulk-update takes care.
   *
   * @throws UntrueMessage when no user wants that
   */
  async cancel(said: SaidOfImport): Promise<void> {
    const { importId } = said;
    requireTruth(said, { ...(await cancellationOnRecord(this.database, importId)) });
    this.running.get(importId)?.cancelled.abort(new Cancelled());
  }

  /** Its message became a dead letter: the import has failed, unless it was finished before. */
  async fail(importId: string, failedAt: Date): Promise<void> {
    const request = requestOf(await jobOnRecord(this.database, 'import', importId));
    const failed = outcomeOf(request, { outcome: 'failed', failure: faultOfOurs, finishedAt: failedAt });
    await publishOutcome(this.events, await this.validations.finish(failed));
  }

  private async examine(request: Request, signal: AbortSignal): Promise<ValidationDocument> {
    const { importId, institution } = request;
    if (await isStopped(this.database, importId)) return cancelledOutcome(request, 0);
    await this.events.publish(validationStarted, { importId, institution, startedAt: new Date().toISOString() });
    try {
      const { plan, comparison } = await traced({ name: 'read file' }, () => this.read(request, signal));
      if (await isStopped(this.database, importId)) return cancelledOutcome(request, plan.lines);
      const found = comparison && { comparison };
      return outcomeOf(request, { outcome: 'accepted', plan, ...found, finishedAt: new Date() });
    } catch (error) {
      // What a stream throws when it is stopped is not always the reason that it was stopped for.
      const reason: unknown = signal.aborted ? signal.reason : error;
      if (reason instanceof Cancelled) return cancelledOutcome(request, this.running.get(importId)?.lines ?? 0);
      signal.throwIfAborted();
      if (error instanceof ContentChanged) {
        return outcomeOf(request, { outcome: 'failed', failure: fileChanged, finishedAt: new Date() });
      }
      if (!(error instanceof FileProblem)) throw error;
      const found = error instanceof DamagedFile && { comparison: error.comparison };
      return outcomeOf(request, { outcome: 'rejected', problem: issueOf(error), ...found, finishedAt: new Date() });
    }
  }

  private async read(request: Request, signal: AbortSignal): Promise<ExaminedFile> {
    const { importId, institution, dataType, action, encoding, sameFileAs, source } = request;
    const onLines = this.progressOf(request, signal);
    const attempt = randomUUID();
    if (source.type === 'undo') {
      return {
        plan: await this.undos.plan({ importId, attempt, institution, dataType, undoOf: source.importId, onLines }),
      };
    }
    const definitions = await loadDefinitions(this.database, institution);
    const upload = await this.uploads.open(source, signal);
    try {
      const examined = await this.examiner.examine({
        importId,
        attempt,
        institution,
        dataType,
        action,
        encoding,
        definitions,
        upload,
        delimiter: await this.delimiterOf(institution),
        findTemplate: (templateId) => this.templateOf(request, upload, templateId, signal),
        onLines,
      });
      if (sameFileAs === undefined) return examined;
      const { plan } = examined;
      const warning = sameFileAgain(await this.validations.requestedAt(sameFileAs));
      return { ...examined, plan: { ...plan, warnings: [warning, ...plan.warnings] } };
    } finally {
      await upload.close();
    }
  }

  private async templateOf(
    { importId, institution, dataType }: Request,
    { parts }: Upload,
    templateId: string | undefined,
    signal: AbortSignal,
  ): Promise<KeptTemplate | undefined> {
    if (dataType === 'contacts') return undefined;
    const names = [(await this.validations.fileName(importId)) ?? '', ...parts.map(({ name }) => name)];
    return this.templates.open({ institution, dataType, names, templateId }, signal);
  }

  private async delimiterOf(institution: string): Promise<';' | ','> {
    const settings = await this.database.institutions.findOne({ _id: institution }, { projection: { delimiter: 1 } });
    return settings?.delimiter ?? ';';
  }

  /** At most once a second: tells how far it is, and asks whether it is still wanted. */
  private progressOf({ importId, institution }: Request, signal: AbortSignal): (reading: Reading) => Promise<void> {
    let lastAt = Date.now();
    let counted = 0;
    return async ({ linesSeen, ...progress }) => {
      signal.throwIfAborted();
      const running = this.running.get(importId);
      if (running) running.lines = linesSeen;
      metrics.lines.inc({ outcome: 'read' }, progress.linesDone - counted);
      counted = progress.linesDone;
      if (Date.now() - lastAt < progressIntervalMs) return;
      lastAt = Date.now();
      if (await this.validations.outcome(importId)) throw new NoLongerWanted();
      if (await isStopped(this.database, importId)) throw new Cancelled();
      await this.events.publish(validationProgressed, { importId, institution, ...progress });
    };
  }
}

type Ending = Pick<
  ValidationDocument,
  'outcome' | 'plan' | 'comparison' | 'cancelled' | 'problem' | 'failure' | 'finishedAt'
>;

const fileChanged = englishFault('FILE_CHANGED');

/** An end like any other: bulk-update counts the lines as not attempted, so that there is one place where imports are over. */
const cancelledOutcome = (request: Request, lines: number): ValidationDocument =>
  outcomeOf(request, {
    outcome: 'accepted',
    plan: { chunks: 0, lines, blankLines: 0, header: ['CONTACT_NUMBER'], delimiter: ',', fields: [], warnings: [] },
    cancelled: true,
    finishedAt: new Date(),
  });

const outcomeOf = (request: Request, ending: Ending): ValidationDocument => ({
  _id: request.importId,
  institution: request.institution,
  dataType: request.dataType,
  action: request.action,
  onConflict: request.onConflict,
  overwriteRefusals: request.overwriteRefusals,
  requestedBy: withoutName(request.requestedBy),
  ...(request.source.type === 'undo' && { undoOf: request.source.importId }),
  ...ending,
});

const issueOf = (problem: FileProblem): NonNullable<ValidationDocument['problem']> => {
  const { code, detail, hint, line, column, value, part } = problem;
  return {
    code,
    message: detail,
    ...(hint !== undefined && { hint }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(value !== undefined && { value }),
    ...(part !== undefined && { part }),
    ...(problem instanceof UncertainEncoding && { readings: problem.readings }),
  };
};
