import type { Response } from 'express';
import type { Principal } from '../http/principal.js';
import { toImportSummary } from '../imports/import.body.js';
import type { Queued } from '../jobs/job-queue.repository.js';
import type { JobDocument } from '../jobs/jobs.repository.js';
import { toTemplateBody } from '../templates/template.body.js';
import { LOOK_BACK_MS, type LivePosition, writePosition } from './live.position.js';

/** A reader that is so far behind is cut off; it comes back and continues where it was. */
const MAX_WAITING_BYTES = 1024 * 1024;

/** In a position before any change. */
const NO_JOB = 'imp_0';

/** One listener to server-sent events. Gets each version of a job once, in whatever way it was found. */
export class LiveClient {
  readonly since = new Date();
  private readonly sent = new Map<string, { version: number; changedAt: Date }>();

  constructor(
    readonly principal: Principal,
    private readonly response: Response,
  ) {}

  get isOpen(): boolean {
    return !this.response.closed && !this.response.writableEnded;
  }

  /**
   * Time after which the browser comes back when the connection is lost, and from where: also when it has heard of no change by then. One that
   * says itself where it was keeps that until it has what came after.
   */
  greet(last: LivePosition | undefined): void {
    const id = last ? '' : `id: ${writePosition({ changedAt: this.since, jobId: NO_JOB })}\n`;
    this.write(`retry: 2000\n${id}\n`);
  }

  send(job: JobDocument & Queued, now: Date): void {
    if (job.institution !== this.principal.institution) return;
    const known = this.sent.get(job._id);
    if (known && known.version >= job.version) return;
    this.sent.set(job._id, { version: job.version, changedAt: job.changedAt });
    const { language } = this.principal;
    const body = job.type === 'template' ? toTemplateBody(job, now, language) : toImportSummary(job, now, language);
    const id = writePosition({ changedAt: job.changedAt, jobId: job._id });
    this.write(`event: ${job.type}\nid: ${id}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  heartbeat(): void {
    this.write(': still here\n\n');
  }

  /** What no look back can find again need not be remembered. */
  forgetBefore(position: Date): void {
    for (const [jobId, { changedAt }] of this.sent) {
      if (changedAt.getTime() < position.getTime() - 2 * LOOK_BACK_MS) this.sent.delete(jobId);
    }
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    this.response.write(text);
    if (this.response.writableLength > MAX_WAITING_BYTES) this.response.destroy();
  }
}
