import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Said, TemplateDataType, TemplateFormat } from '@roundtrip/contracts';
import type { TemplateJobDocument } from '@roundtrip/database';
import { ObjectNotFound, ObjectStore } from '@roundtrip/files';
import { withTimeout } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { Activities, type Deed } from '../activities/activities.service.js';
import { type Principal, requesterOf } from '../http/principal.js';
import { invalid, notFound, Problem } from '../http/problem.errors.js';
import { DefinitionsRepository } from '../definitions/definitions.repository.js';
import { STORE_MS } from '../http/deadlines.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { mailAddress } from '../institution/mail-address.rules.js';
import type { Queued } from '../jobs/job-queue.repository.js';
import { JobRequests } from '../jobs/job-requests.service.js';
import { JobsRepository } from '../jobs/jobs.repository.js';
import { Rates } from '../rates/rates.service.js';
import { TargetsRepository } from '../targets/targets.repository.js';
import { isExpired } from './template.body.js';
import { wrongFields } from './template-fields.rules.js';

export interface TemplateRequest {
  templateId: string;
  dataType: TemplateDataType;
  targetId: string;
  email?: string | undefined;
  format: TemplateFormat;
  fields?: string[] | undefined;
}

@Injectable()
export class TemplatesService {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly requests: JobRequests,
    private readonly targets: TargetsRepository,
    private readonly definitions: DefinitionsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly objects: ObjectStore,
    private readonly rates: Rates,
    private readonly activities: Activities,
  ) {}

  /** @throws Problem 404 for an unknown target, 422 for an address that no mail may go to or a field that is not there, 429 for one mail too many */
  async request(who: Principal, asked: TemplateRequest, now: Date): Promise<TemplateJobDocument & Queued> {
    const [target, { allowedEmailDomains }] = await Promise.all([
      this.targets.find(who.institution, asked.targetId),
      this.institutions.get(who.institution),
    ]);
    if (!target) throw targetUnknown();
    await this.requireFields(who.institution, asked);
    const email = mailAddress(asked.email, allowedEmailDomains, '/email');
    if (email !== undefined) await this.rates.takeMail(who.institution, email);
    const template: TemplateJobDocument = {
      _id: asked.templateId,
      type: 'template',
      institution: who.institution,
      requestedBy: requesterOf(who),
      language: who.language,
      requestedAt: now,
      dataType: asked.dataType,
      target: { targetId: target._id, code: target.code, name: target.name },
      format: asked.format,
      ...(asked.fields && { fields: asked.fields }),
      state: 'QUEUED',
      progress: { linesDone: 0, linesTotal: 0 },
      version: 1,
      changedAt: now,
      ...(email !== undefined && { email }),
    };
    const lines = await this.jobs.linesOfTarget(target._id);
    const deed: Deed = {
      kind: 'template-requested',
      subject: { type: 'template', id: template._id, name: target.code },
      details: {
        targetId: target._id,
        dataType: asked.dataType,
        format: asked.format,
        fields: asked.fields,
        byMail: email !== undefined,
      },
      key: `template-requested:${template._id}`,
    };
    return this.activities.recorded(who, deed, () => this.requests.request(template, lines));
  }

  private async requireFields(institution: string, { dataType, fields }: TemplateRequest): Promise<void> {
    if (!fields) return;
    const definitions = await this.definitions.load(institution);
    const wrong = wrongFields(fields, definitions[dataType], dataType);
    if (wrong.length > 0) throw invalid(wrong);
  }

  /** @throws Problem 404 */
  async get(who: Principal, templateId: string): Promise<TemplateJobDocument> {
    const job = await this.jobs.find('template', who.institution, templateId);
    if (!job) throw notFound('template');
    return job;
  }

  /** @throws Problem 409 when there is no file yet or never will be, 410 when there is none any more */
  async file(
    who: Principal,
    templateId: string,
    now: Date,
  ): Promise<{ name: string; sizeBytes: number; stream: Readable }> {
    const job = await this.get(who, templateId);
    if (isExpired(job, now)) throw expired();
    if (job.state !== 'READY' || !job.file) throw new Problem(409, 'TEMPLATE_NOT_READY', whyNotReady(job));
    const { objectKey, name, sizeBytes } = job.file;
    const deed: Deed = {
      kind: 'file-downloaded',
      subject: { type: 'template', id: templateId, name: job.target.code },
      details: { file: 'template', lines: job.lines },
    };
    return this.activities.recorded(who, deed, async () => {
      try {
        return { name, sizeBytes, stream: await withTimeout(STORE_MS, this.objects.get('templates', objectKey)) };
      } catch (error) {
        throw error instanceof ObjectNotFound ? expired() : error;
      }
    });
  }
}

export function targetUnknown(): Problem {
  const message = [sentence('not-found', { what: 'target' })];
  return new Problem(404, 'TARGET_UNKNOWN', message, { errors: [{ pointer: '/targetId', message }] });
}

const expired = (): Problem => new Problem(410, 'TEMPLATE_EXPIRED', sentence('template-expired'));

function whyNotReady({ state, problem }: TemplateJobDocument): Said {
  if (state === 'EMPTY') return [sentence('template-empty')];
  if (state !== 'FAILED') return [sentence('template-not-ready')];
  return problem?.detail ?? [sentence('template-not-made')];
}
