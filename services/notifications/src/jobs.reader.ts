import { Injectable } from '@nestjs/common';
import {
  Database,
  type ImportJobDocument,
  type InstitutionDocument,
  type TemplateJobDocument,
} from '@roundtrip/contacts';

export type Language = InstitutionDocument['language'];
export type Job = TemplateJobDocument | ImportJobDocument;

@Injectable()
export class JobsReader {
  constructor(private readonly database: Database) {}

  async find(jobId: string, institution: string): Promise<Job | undefined> {
    return (await this.database.jobs.findOne({ _id: jobId, institution })) ?? undefined;
  }

  /** As the institution's settings are now. */
  async mailSettings(institution: string): Promise<{ language: Language; domains: readonly string[] }> {
    const found = await this.database.institutions.findOne(
      { _id: institution },
      { projection: { language: 1, allowedEmailDomains: 1 } },
    );
    return { language: found?.language ?? 'en', domains: found?.allowedEmailDomains ?? [] };
  }
}
