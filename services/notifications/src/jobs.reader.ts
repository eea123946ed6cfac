import { Injectable } from '@nestjs/common';
import { type Language, templateFileKey } from '@roundtrip/contracts';
import { Database, type ImportJobDocument, type TemplateJobDocument } from '@roundtrip/database';
import { requireTruth, jobOnRecord } from '@roundtrip/service';
import type { JobNotice } from './notice.rules.js';

export type Job = TemplateJobDocument | ImportJobDocument;

@Injectable()
export class JobsReader {
  constructor(private readonly database: Database) {}

  /**
   * To whom and of whom a mail is, and which file it brings, is taken from here.
   *
   * @throws UntrueMessage when there is no such job, or it is another than the notice says
   */
  async about(notice: JobNotice): Promise<Job> {
    const { jobId, kind, institution } = notice;
    const job: Job = await jobOnRecord(this.database, kind === 'import-finished' ? 'import' : 'template', jobId);
    requireTruth(
      {
        institution,
        action: 'action' in notice ? notice.action : undefined,
        objectKey: 'file' in notice ? notice.file.objectKey : undefined,
      },
      {
        institution: job.institution,
        action: job.type === 'import' ? job.action : undefined,
        objectKey: templateFileKey(job._id),
      },
    );
    return job;
  }

  /** The language of who has asked; for all else, the institution's settings as they are now. */
  async mailSettings({ institution, language }: Job): Promise<{ language: Language; domains: readonly string[] }> {
    const found = await this.database.institutions.findOne(
      { _id: institution },
      { projection: { language: 1, allowedEmailDomains: 1 } },
    );
    return { language: language ?? found?.language ?? 'en', domains: found?.allowedEmailDomains ?? [] };
  }
}
