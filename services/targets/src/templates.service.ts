import { Injectable } from '@nestjs/common';
import { type EventData, type Sentence, templateResolved, type templateRequested } from '@roundtrip/contracts';
import {
  Database,
  loadDefinitions,
  planRule,
  type Resolution,
  type ResolutionDocument,
  type TargetDocument,
  type TemplateJobDocument,
} from '@roundtrip/database';
import { checkRule, type Definitions, shownFields } from '@roundtrip/fields';
import { EventPublisher } from '@roundtrip/kafka';
import { requireTruth, jobOnRecord } from '@roundtrip/service';
import { databaseCall, traced } from '@roundtrip/tracing';
import { sentence } from '@roundtrip/words';
import { ResolutionsRepository } from './resolutions.repository.js';
import { TargetsRepository } from './targets.repository.js';

type Request = EventData<typeof templateRequested>;

/** Settles what a template is made of: the rule and the definitions as they are at the moment, so that later changes do not matter. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly targets: TargetsRepository,
    private readonly resolutions: ResolutionsRepository,
    private readonly events: EventPublisher,
  ) {}

  /** @throws UntrueMessage when it is not what the gateway wrote down */
  async resolve(said: Request, at: Date): Promise<void> {
    const job = await jobOnRecord(this.database, 'template', said.templateId);
    requireTruth(said, { ...requestOf(job) });
    const standing = await this.resolutions.find(job._id);
    if (standing) return this.publish(standing);
    const [target, definitions] = await Promise.all([
      this.targets.find(job.institution, job.target.targetId),
      loadDefinitions(this.database, job.institution),
    ]);
    await this.settle(job, at, await this.resolutionOf(job, target, definitions, at));
  }

  async fail(templateId: string, at: Date): Promise<void> {
    const job = await jobOnRecord(this.database, 'template', templateId);
    await this.settle(job, at, refused('INTERNAL_ERROR', sentence('template-not-prepared')));
  }

  private async resolutionOf(
    { institution, dataType, fields: wanted }: TemplateJobDocument,
    target: TargetDocument | undefined,
    definitions: Definitions,
    at: Date,
  ): Promise<Resolution> {
    if (!target) {
      return refused('TARGET_UNKNOWN', sentence('template-target-gone'));
    }
    const { _id: targetId, code, name, rule, version } = target;
    if (checkRule(rule, definitions).length > 0) {
      return refused('RULE_INVALID', sentence('template-rule-invalid', { code }));
    }
    const shown = shownFields(definitions, dataType, wanted);
    const gone = shown.indexOf(undefined);
    if (gone !== -1) {
      return refused('FIELD_NOT_ACTIVE', sentence('template-field-gone', { code: wanted?.[gone] ?? '' }));
    }
    const fields = shown.flatMap((field) => (field ? [{ code: field.code, name: field.name, kind: field.kind }] : []));
    if (fields.length === 0) {
      return refused('NO_ACTIVE_FIELDS', sentence('template-no-fields', { type: dataType }));
    }
    const { filter, options } = await planRule(this.database, { rule, definitions, at, institution });
    const count = await traced(databaseCall('count', 'contacts'), () =>
      this.database.contacts.countDocuments(filter, options),
    );
    return { outcome: 'resolved', target: { targetId, code, name, version }, rule, fields, count };
  }

  private async settle(job: TemplateJobDocument, resolvedAt: Date, resolution: Resolution): Promise<void> {
    const { _id, institution, dataType } = job;
    await this.publish(await this.resolutions.settle({ _id, institution, dataType, resolvedAt, resolution }));
  }

  private publish({ _id, institution, dataType, resolvedAt, resolution }: ResolutionDocument): Promise<void> {
    const { outcome } = resolution;
    return this.events.publish(templateResolved, {
      templateId: _id,
      institution,
      dataType,
      resolvedAt: resolvedAt.toISOString(),
      outcome,
      ...(outcome === 'resolved' && {
        target: { targetId: resolution.target.targetId, version: resolution.target.version },
        count: resolution.count,
      }),
    });
  }
}

const requestOf = ({ _id, institution, dataType, target, requestedAt }: TemplateJobDocument): Request => ({
  templateId: _id,
  institution,
  dataType,
  targetId: target.targetId,
  requestedAt: requestedAt.toISOString(),
});

const refused = (code: string, says: Sentence): Resolution => ({ outcome: 'refused', code, detail: [says] });
