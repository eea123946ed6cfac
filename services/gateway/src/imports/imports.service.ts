import { Injectable } from '@nestjs/common';
import type { ImportAction, ImportState } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { withTimeout } from '@roundtrip/service';
import type { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { Activities } from '../activities/activities.service.js';
import { GatewayConfig } from '../config.js';
import { type Principal, requesterOf } from '../http/principal.js';
import { notFound, Problem } from '../http/problem.errors.js';
import { STORE_MS } from '../http/deadlines.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { mailAddress } from '../institution/mail-address.rules.js';
import { isFinal } from '../jobs/import-job.rules.js';
import { JobQueueRepository, type Queued } from '../jobs/job-queue.repository.js';
import { JobRequests } from '../jobs/job-requests.service.js';
import { JobsRepository } from '../jobs/jobs.repository.js';
import type { ImportDetails } from './import-details.body.js';
import { importCancellation, importRequest } from './import-deeds.rules.js';
import { requireRights } from './import-rights.rules.js';
import { ImportResultsRepository } from './import-results.repository.js';
import type { checkAgainBody, undoBody, updateBody } from './imports.schemas.js';
import { requireFinished } from './reports.service.js';
import { UploadStore } from './upload.store.js';

type UpdateRequest = z.infer<typeof updateBody>;
type CheckAgainRequest = z.infer<typeof checkAgainBody>;
type UndoRequest = z.infer<typeof undoBody>;

/** What is asked of the imports that are there; new files come by `UploadsService`. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly queue: JobQueueRepository,
    private readonly requests: JobRequests,
    private readonly institutions: InstitutionsRepository,
    private readonly uploads: UploadStore,
    private readonly results: ImportResultsRepository,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 404 */
  async get(who: Principal, importId: string): Promise<ImportJobDocument> {
    const job = await this.jobs.find('import', who.institution, importId);
    if (!job) throw notFound('import');
    return job;
  }

  async details(who: Principal, importId: string): Promise<ImportDetails> {
    const job = await this.queue.withPosition(await this.get(who, importId));
    return { job, ...(await this.results.of(importId)) };
  }

  /**
   * Asks an import to stop; a second time changes nothing.
   *
   * @throws Problem 404, 409 when it is over
   */
  async cancel(who: Principal, importId: string, now: Date): Promise<ImportJobDocument> {
    const job = await this.get(who, importId);
    if (isFinal(job.state)) throw finished(job);
    const cancel = () => this.requests.cancel(job, requesterOf(who), now);
    const cancelled = job.cancelRequestedAt
      ? await cancel()
      : await this.activities.recorded(who, importCancellation(job), cancel);
    if (cancelled.cancelRequestedAt === undefined) throw finished(cancelled);
    return cancelled;
  }

  /**
   * Starts an import that takes back what another has changed.
   *
   * @throws Problem 404, 403 when refusals may not be overwritten, 409 unless that one is over and has changed something
   */
  async undo(
    who: Principal,
    undoOf: string,
    importId: string,
    { overwriteRefusals = false, email: address }: UndoRequest,
    now: Date,
  ): Promise<ImportJobDocument & Queued> {
    const undone = await this.get(who, undoOf);
    requireRights(who, { action: 'update', onConflict: 'reject', overwriteRefusals });
    if (!mayHaveChanged(undone) || !(await this.results.hasChanges(undoOf))) {
      throw new Problem(409, 'IMPORT_NOT_UNDOABLE', sentence('import-not-undoable'));
    }
    const email = await this.emailOf(who, address);
    const undo: ImportJobDocument = {
      ...newImport(who, importId, 'update', email, now),
      dataType: undone.dataType,
      onConflict: 'reject',
      overwriteRefusals,
      undoOf,
    };
    return this.activities.recorded(who, importRequest('import-undone', undo), () =>
      this.requests.request(undo, undone.counts?.applied),
    );
  }

  /**
   * Starts an update with the file of a check.
   *
   * @throws Problem 404, 409 unless the check is finished, 410 when its file is gone
   */
  async updateFromCheck(
    who: Principal,
    checkImportId: string,
    importId: string,
    given: UpdateRequest,
    now: Date,
  ): Promise<ImportJobDocument & Queued> {
    const check = await this.get(who, checkImportId);
    const { onConflict = check.onConflict, overwriteRefusals = check.overwriteRefusals, email: address } = given;
    const encoding = given.encoding ?? check.encoding;
    requireRights(who, { action: 'update', onConflict, overwriteRefusals });
    if (check.action !== 'check' || check.state !== 'CHECKED' || !check.file) {
      throw new Problem(409, 'IMPORT_NOT_CHECKED', sentence('import-not-checked'));
    }
    const email = await this.emailOf(who, address);
    await this.requireUpload(check, check.file, now);
    const sameFileAs = await this.jobs.updateOfSameFile(who.institution, check.file.sha256);
    const update: ImportJobDocument = {
      ...newImport(who, importId, 'update', email, now),
      dataType: check.dataType,
      onConflict,
      overwriteRefusals,
      ...(encoding !== undefined && { encoding }),
      file: check.file,
      checkImportId,
      ...(sameFileAs !== undefined && { sameFileAs }),
    };
    return this.activities.recorded(who, importRequest('import-started-from-check', update), () =>
      this.requests.request(update, check.counts?.total),
    );
  }

  /**
   * Checks the file of an import once more, read in another encoding.
   *
   * @throws Problem 403, 404, 409 unless the import is over and has a file, 410 when the file is gone
   */
  async checkAgain(
    who: Principal,
    checkAgainOf: string,
    importId: string,
    given: CheckAgainRequest,
    now: Date,
  ): Promise<ImportJobDocument & Queued> {
    const before = await this.get(who, checkAgainOf);
    const { encoding = before.encoding, email: address } = given;
    const { dataType, onConflict, overwriteRefusals, file } = before;
    requireRights(who, { action: 'check', onConflict, overwriteRefusals });
    if (!file) throw new Problem(409, 'IMPORT_HAS_NO_FILE', sentence('import-without-file'));
    requireFinished(before);
    const email = await this.emailOf(who, address);
    await this.requireUpload(before, file, now);
    const sameFileAs = await this.jobs.updateOfSameFile(who.institution, file.sha256);
    const check: ImportJobDocument = {
      ...newImport(who, importId, 'check', email, now),
      dataType,
      onConflict,
      overwriteRefusals,
      ...(encoding !== undefined && { encoding }),
      file,
      checkAgainOf,
      ...(sameFileAs !== undefined && { sameFileAs }),
    };
    return this.activities.recorded(who, importRequest('import-requested', check), () =>
      this.requests.request(check, before.counts?.total),
    );
  }

  /** @throws Problem 410 */
  private async requireUpload(
    { requestedAt }: ImportJobDocument,
    { objectKey }: NonNullable<ImportJobDocument['file']>,
    now: Date,
  ): Promise<void> {
    const isTooOld = now.getTime() - requestedAt.getTime() >= this.config.UPLOAD_LIFETIME_MS;
    if (!isTooOld && (await withTimeout(STORE_MS, this.uploads.has(objectKey)))) return;
    throw new Problem(410, 'UPLOAD_EXPIRED', sentence('upload-expired'));
  }

  /** @throws Problem 422 */
  private async emailOf(who: Principal, address: string | undefined): Promise<string | undefined> {
    const { allowedEmailDomains } = await this.institutions.get(who.institution);
    return mailAddress(address, allowedEmailDomains, '/email');
  }
}

/** What every import has that starts from one that is there. */
const newImport = (who: Principal, importId: string, action: ImportAction, email: string | undefined, now: Date) => ({
  _id: importId,
  type: 'import' as const,
  institution: who.institution,
  requestedBy: requesterOf(who),
  language: who.language,
  requestedAt: now,
  action,
  state: 'QUEUED' as const,
  progress: { linesDone: 0, linesTotal: 0 },
  version: 1,
  changedAt: now,
  ...(email !== undefined && { email }),
});

const undoableStates: readonly ImportState[] = ['DONE', 'DONE_WITH_ERRORS', 'CANCELLED', 'FAILED'];

/** An import that failed has no counts: its change log alone knows. */
const mayHaveChanged = ({ action, state, counts }: ImportJobDocument): boolean =>
  action === 'update' && undoableStates.includes(state) && counts?.applied !== 0;

const finished = ({ state }: ImportJobDocument): Problem =>
  new Problem(409, 'IMPORT_FINISHED', sentence('import-finished', { state }));
