import {
  type EventData,
  jobAbandoned,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  templateProgressed,
  templateStarted,
  updateCompleted,
  updateFailed,
  updateProgressed,
  validationCompleted,
  validationFailed,
  validationProgressed,
  validationRejected,
  validationRejectedV1,
  validationStarted,
} from '@roundtrip/contracts';
import { Database } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import {
  abandonmentOnRecord,
  acceptanceOnRecord,
  completionOnRecord,
  mailOnRecord,
  rejectionOnRecord,
  templateFailureOnRecord,
  templateOnRecord,
  updateFailureOnRecord,
  validationFailureOnRecord,
} from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { GatewayConfig } from '../config.js';
import { JobsService } from './jobs.service.js';

/** How a job ended could not be written down after several tries: it must not seem to run for ever. */
const endNotRecorded = {
  onDeadLetter: async ({ jobs }: JobsEvents, data: { templateId: string } | { importId: string }) => {
    const event = {
      type: 'failed' as const,
      at: new Date(),
      code: 'INTERNAL_ERROR',
      detail: [sentence('job-end-not-recorded')],
    };
    if ('templateId' in data) await jobs.noteTemplate(data.templateId, event);
    else await jobs.noteImport(data.importId, event);
  },
};
const noEnd = { onDeadLetter: 'job-goes-on' as const };

/**
 * What happened to templates and imports. How one has ended is taken from what its worker has written down; progress is taken from its
 * message, and has no time of its own. What was noted of a template is removed with its file: one that is over needs no proof, as nothing
 * changes it.
 */
@EventsController()
export class JobsEvents {
  constructor(
    readonly jobs: JobsService,
    readonly database: Database,
    readonly objects: ObjectStore,
    private readonly config: GatewayConfig,
  ) {}

  @On(templateStarted, noEnd)
  async onTemplateStarted(
    { templateId, linesTotal }: EventData<typeof templateStarted>,
    delivery: Delivery,
  ): Promise<void> {
    await this.jobs.noteTemplate(templateId, { type: 'started', at: new Date(delivery.occurredAt), linesTotal });
  }

  @On(templateProgressed, noEnd)
  async onTemplateProgressed(data: EventData<typeof templateProgressed>, delivery: Delivery): Promise<void> {
    const { templateId, linesDone, linesTotal } = data;
    await this.jobs.noteTemplate(templateId, {
      type: 'progressed',
      at: new Date(delivery.occurredAt),
      linesDone,
      linesTotal,
    });
  }

  @On(templateCompleted, endNotRecorded)
  async onTemplateCompleted(said: EventData<typeof templateCompleted>): Promise<void> {
    if (await this.jobs.isOver(said.templateId)) return;
    const { templateId, state, lines, file, completedAt } = await templateOnRecord(this, said);
    const at = new Date(completedAt);
    const expiresAt = new Date(at.getTime() + this.config.TEMPLATE_LIFETIME_MS);
    await this.jobs.noteTemplate(templateId, { type: 'completed', at, state, lines, file, expiresAt });
  }

  @On(templateFailed, endNotRecorded)
  async onTemplateFailed(said: EventData<typeof templateFailed>): Promise<void> {
    if (await this.jobs.isOver(said.templateId)) return;
    const failure = await templateFailureOnRecord(this, said);
    await this.jobs.noteTemplate(said.templateId, { type: 'failed', ...failure });
  }

  @On(validationStarted, noEnd)
  async onValidationStarted({ importId, startedAt }: EventData<typeof validationStarted>): Promise<void> {
    await this.jobs.noteImport(importId, { type: 'reading', at: new Date(startedAt) });
  }

  @On(validationProgressed, noEnd)
  async onValidationProgressed(data: EventData<typeof validationProgressed>, delivery: Delivery): Promise<void> {
    const { importId, institution: _, ...progress } = data;
    const at = new Date(delivery.occurredAt);
    await this.jobs.noteImport(importId, { type: 'progressed', phase: 'reading', at, ...progress });
  }

  @On(validationCompleted, noEnd)
  async onValidationCompleted(said: EventData<typeof validationCompleted>, delivery: Delivery): Promise<void> {
    const { lines } = await acceptanceOnRecord(this, said);
    await this.jobs.noteImport(said.importId, { type: 'accepted', at: new Date(delivery.occurredAt), lines });
  }

  @On(validationRejected, endNotRecorded)
  async onValidationRejected(said: EventData<typeof validationRejected>): Promise<void> {
    await this.jobs.noteImport(said.importId, { type: 'rejected', ...(await rejectionOnRecord(this, said)) });
  }

  @On(validationRejectedV1, endNotRecorded)
  async onValidationRejectedV1(data: EventData<typeof validationRejectedV1>): Promise<void> {
    await this.onValidationRejected(data);
  }

  @On(validationFailed, endNotRecorded)
  async onValidationFailed(said: EventData<typeof validationFailed>): Promise<void> {
    const failure = await validationFailureOnRecord(this, said);
    await this.jobs.noteImport(said.importId, { type: 'failed', ...failure });
  }

  @On(updateProgressed, noEnd)
  async onUpdateProgressed(data: EventData<typeof updateProgressed>, delivery: Delivery): Promise<void> {
    const { importId, phase = 'deciding', linesDone, linesTotal, linesNotAttempted = 0 } = data;
    const { share = linesTotal === 0 ? 0 : (linesDone + linesNotAttempted) / linesTotal } = data;
    const at = new Date(delivery.occurredAt);
    await this.jobs.noteImport(importId, { type: 'progressed', phase, at, linesDone, linesTotal, share });
  }

  @On(updateCompleted, endNotRecorded)
  async onUpdateCompleted(said: EventData<typeof updateCompleted>): Promise<void> {
    const end = await completionOnRecord(this, said);
    await this.jobs.noteImport(said.importId, { type: 'completed', ...end });
  }

  @On(updateFailed, endNotRecorded)
  async onUpdateFailed(said: EventData<typeof updateFailed>): Promise<void> {
    const failure = await updateFailureOnRecord(this, said);
    await this.jobs.noteImport(said.importId, { type: 'failed', ...failure });
  }

  @On(jobAbandoned, noEnd)
  async onJobAbandoned(said: EventData<typeof jobAbandoned>): Promise<void> {
    const { jobId, jobType, code, detail, abandonedAt } = await abandonmentOnRecord(this.database, said);
    const event = { type: 'failed' as const, at: new Date(abandonedAt), code, detail };
    if (jobType === 'template') await this.jobs.noteTemplate(jobId, event);
    else await this.jobs.noteImport(jobId, event);
  }

  @On(mailSent, noEnd)
  async onMailSent(said: EventData<typeof mailSent>): Promise<void> {
    await this.jobs.noteMail(said.jobId, await mailOnRecord(this, { ...said, state: 'sent' }));
  }

  @On(mailFailed, noEnd)
  async onMailFailed(said: EventData<typeof mailFailed>): Promise<void> {
    await this.jobs.noteMail(said.jobId, await mailOnRecord(this, { ...said, state: 'failed' }));
  }
}
