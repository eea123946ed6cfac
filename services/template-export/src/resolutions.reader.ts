import { Injectable } from '@nestjs/common';
import type { EventData, Language, TemplateFormat, templateResolved } from '@roundtrip/contracts';
import { Database, type Resolution, type TemplateJobDocument } from '@roundtrip/database';
import { UntrueMessage } from '@roundtrip/kafka';
import { requireTruth, jobOnRecord } from '@roundtrip/service';

/** What a message says; of before there were the documents it is only which template. */
type Said = Partial<EventData<typeof templateResolved>> & { templateId: string };

/** A template that is wanted, and what it is made of: by the documents of the gateway and of targets. */
export interface ResolvedTemplate {
  templateId: string;
  institution: string;
  dataType: TemplateJobDocument['dataType'];
  format: TemplateFormat;
  /** Of who wants it; absent: that of the institution. */
  language?: Language | undefined;
  resolvedAt: Date;
  resolution: Resolution;
}

@Injectable()
export class ResolutionsReader {
  constructor(private readonly database: Database) {}

  /**
   * @throws UntrueMessage when nobody wants the template, or what it is made of was not settled so
   */
  async find(said: Said): Promise<ResolvedTemplate> {
    const { templateId } = said;
    const [job, found] = await Promise.all([
      jobOnRecord(this.database, 'template', templateId),
      this.database.resolutions.findOne({ _id: { $eq: templateId } }),
    ]);
    if (!found) throw new UntrueMessage('What the template is made of is not on record', { code: 'JOB_UNKNOWN' });
    const { institution, dataType } = job;
    const { resolution, resolvedAt } = found;
    const { outcome } = resolution;
    const { target, count } = outcome === 'resolved' ? resolution : {};
    requireTruth(
      { institution: found.institution, dataType: found.dataType, targetId: target?.targetId },
      { institution, dataType, targetId: job.target.targetId },
    );
    requireTruth(said, {
      templateId,
      institution,
      dataType,
      resolvedAt: resolvedAt.toISOString(),
      outcome,
      target: target && { targetId: target.targetId, version: target.version },
      count,
    });
    const { format = 'csv', language } = job;
    return { templateId, institution, dataType, format, language, resolvedAt, resolution };
  }
}
