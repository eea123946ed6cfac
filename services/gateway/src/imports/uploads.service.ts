import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ImportJobDocument } from '@roundtrip/database';
import { withTimeout } from '@roundtrip/service';
import { goingOn, requestIsAbout } from '@roundtrip/tracing';
import { sentence } from '@roundtrip/words';
import { Activities } from '../activities/activities.service.js';
import { GatewayConfig } from '../config.js';
import { accepted, type Answer } from '../http/answer.js';
import { IdempotencyService } from '../http/idempotency.service.js';
import { type Principal, requesterOf } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { STORE_MS } from '../http/deadlines.js';
import { newId } from '../ids.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { mailAddress } from '../institution/mail-address.rules.js';
import { JobRequests } from '../jobs/job-requests.service.js';
import { JobsRepository } from '../jobs/jobs.repository.js';
import { Rates } from '../rates/rates.service.js';
import { importPath, toImportSummary } from './import.body.js';
import { importRequest } from './import-deeds.rules.js';
import { requireRights } from './import-rights.rules.js';
import { readUpload } from './multipart-form.reader.js';
import { readUploadForm } from './upload-form.rules.js';
import { UploadStore } from './upload.store.js';

type UploadedFile = { name: string; content: Readable };
/** An upload that is in the store, and the same as a request: its fields and its bytes. */
interface Upload {
  job: ImportJobDocument;
  requestHash: string;
}

/** New imports: a form with a file becomes an object in the store and a job. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly requests: JobRequests,
    private readonly institutions: InstitutionsRepository,
    private readonly store: UploadStore,
    private readonly idempotency: IdempotencyService,
    private readonly rates: Rates,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 4xx; nothing is left of a refused upload */
  async receive(who: Principal, request: IncomingMessage): Promise<Answer> {
    await this.rates.uploadedBytes.requireLeft(who.institution);
    const leave = await this.rates.uploads.takeWithin(this.config.UPLOAD_WAIT_MS, who.institution, {
      signal: leaving(request),
    });
    const before = request.socket.bytesRead;
    try {
      return await this.receiveOnce(who, request);
    } finally {
      leave();
      await this.rates.uploadedBytes.note(who.institution, arrivedBytes(request, before));
    }
  }

  private async receiveOnce(who: Principal, request: IncomingMessage): Promise<Answer> {
    const header = request.headers['idempotency-key'];
    const claim = await withTimeout(
      STORE_MS,
      this.idempotency.claim(who, header === undefined ? undefined : String(header)),
    );
    if (claim?.state === 'answered') return claim.answerFor(await this.hashOnly(request));
    try {
      const importId = claim ? `imp_${claim.seed}` : newId('imp');
      const { requestHash, answer } = await this.accept(who, request, importId, claim !== undefined);
      await claim?.keep(requestHash, answer);
      return answer;
    } catch (error) {
      await claim?.fail(error);
      throw error;
    }
  }

  private async accept(
    who: Principal,
    request: IncomingMessage,
    importId: string,
    repeatable: boolean,
  ): Promise<{ requestHash: string; answer: Answer }> {
    // A repeated request whose first try got as far as the job: the file is in the store, and stays as it is.
    const standing = repeatable ? await this.jobs.find('import', who.institution, importId) : undefined;
    // Before the file goes to the store, so that this is shown, too.
    requestIsAbout(importId, !standing);
    const { job, requestHash } = await readUpload<Upload>(request, {
      maxBytes: this.config.UPLOAD_MAX_BYTES,
      slowMs: this.config.SLOW_REQUEST_MS,
      take: goingOn((fields, file) =>
        standing ? this.compare(who, standing, fields, file) : this.take(who, importId, fields, file),
      ),
      undo: () => (standing ? Promise.resolve() : this.store.remove(importId)),
    });
    const now = new Date();
    const requested =
      standing ??
      (await this.activities.attempt(who, importRequest('import-requested', job), () => this.requests.request(job)));
    return { requestHash, answer: accepted(importPath(importId), toImportSummary(requested, now, who.language)) };
  }

  /** Fields and rights are looked at before the first byte of the file is taken. */
  private async take(
    who: Principal,
    importId: string,
    fields: ReadonlyMap<string, string>,
    { name, content }: UploadedFile,
  ): Promise<Upload> {
    const options = readUploadForm(fields, who.language);
    requireRights(who, options);
    const { allowedEmailDomains } = await withTimeout(STORE_MS, this.institutions.get(who.institution));
    const email = mailAddress(options.email, allowedEmailDomains, 'email');
    await this.store.requireAnswer();
    const stored = await this.store.put(importId, content);
    const sameFileAs = await withTimeout(STORE_MS, this.jobs.updateOfSameFile(who.institution, stored.sha256));
    const now = new Date();
    const job: ImportJobDocument = {
      _id: importId,
      type: 'import',
      institution: who.institution,
      requestedBy: requesterOf(who),
      language: who.language,
      requestedAt: now,
      dataType: options.dataType,
      action: options.action,
      onConflict: options.onConflict,
      overwriteRefusals: options.overwriteRefusals,
      ...(options.encoding !== undefined && { encoding: options.encoding }),
      state: 'QUEUED',
      file: { ...stored, name },
      progress: { linesDone: 0, linesTotal: 0 },
      version: 1,
      changedAt: now,
      ...(email !== undefined && { email }),
      ...(sameFileAs !== undefined && { sameFileAs }),
    };
    await this.activities.record(who, importRequest('import-requested', job));
    return { job, requestHash: hashOf(fields, stored.sha256) };
  }

  private async compare(
    who: Principal,
    standing: ImportJobDocument,
    fields: ReadonlyMap<string, string>,
    { content }: UploadedFile,
  ): Promise<Upload> {
    const { action, dataType, encoding } = readUploadForm(fields, who.language);
    const sha256 = await this.store.hashOf(content);
    const isSame =
      sha256 === standing.file?.sha256 &&
      action === standing.action &&
      dataType === standing.dataType &&
      encoding === standing.encoding;
    if (!isSame) {
      throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', sentence('idempotency-key-reused'));
    }
    return { job: standing, requestHash: hashOf(fields, sha256) };
  }

  private hashOnly(request: IncomingMessage): Promise<string> {
    return readUpload(request, {
      maxBytes: this.config.UPLOAD_MAX_BYTES,
      slowMs: this.config.SLOW_REQUEST_MS,
      take: async (fields, { content }) => hashOf(fields, await this.store.hashOf(content)),
      undo: () => Promise.resolve(),
    });
  }
}

/** Whoever sends it again while the first one waits would find the queue full of those that nobody waits for. */
function leaving(request: IncomingMessage): AbortSignal {
  const left = new AbortController();
  const leave = (): void => left.abort(new Problem(400, 'UPLOAD_ABORTED', sentence('upload-cut-off')));
  request.once('close', leave);
  if (request.destroyed) leave();
  return left.signal;
}

/** Of a small one all had arrived before anybody looked. @param before bytes of its connection at the beginning */
function arrivedBytes(request: IncomingMessage, before: number): number {
  const declared = request.complete ? Number(request.headers['content-length'] ?? 0) : 0;
  return Math.max(declared, request.socket.bytesRead - before);
}

const hashOf = (fields: ReadonlyMap<string, string>, sha256: string): string =>
  createHash('sha256')
    .update(JSON.stringify([[...fields].toSorted(([one], [other]) => (one < other ? -1 : 1)), sha256]))
    .digest('hex');
