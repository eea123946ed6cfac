import {
  type EventData,
  jobAbandoned,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  templateFileKey,
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
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import { abandonmentOnRecord, requireTruth } from '@roundtrip/service';
import { GatewayConfig } from '../config.js';
import { JobsService } from './jobs.service.js';

const notRecorded =
  'This has ended, but because of a fault on our side its result could not be recorded. Please contact the support.';

/** How a job ended could not be written down after several tries: it must not seem to run for ever. */
const endNotRecorded = {
  onDeadLetter: async ({ jobs }: JobsEvents, data: { templateId: string } | { importId: string }) => {
    const event = { type: 'failed' as const, at: new Date(), code: 'INTERNAL_ERROR', detail: notRecorded };
    if ('templateId' in data) await jobs.noteTemplate(data.templateId, event);
    else await jobs.noteImport(data.importId, event);
  },
};
const noEnd = { onDeadLetter: 'job-goes-on' as const };

/** What happened to templates and imports. Progress has no time of its own: that of its message will do. */
@EventsController()
export class JobsEvents {
  constructor(
    readonly jobs: JobsService,
    private readonly database: Database,
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
  async onTemplateCompleted({
    templateId,
    state,
    lines,
    file,
    completedAt,
  }: EventData<typeof templateCompleted>): Promise<void> {
    // Whoever may read the template is given this object.
    requireTruth({ objectKey: file?.objectKey }, { objectKey: templateFileKey(templateId) });
    const at = new Date(completedAt);
    const expiresAt = new Date(at.getTime() + this.config.TEMPLATE_LIFETIME_MS);
    await this.jobs.noteTemplate(templateId, { type: 'completed', at, state, lines, file, expiresAt });
  }

  @On(templateFailed, endNotRecorded)
  async onTemplateFailed({ templateId, code, detail, failedAt }: EventData<typeof templateFailed>): Promise<void> {
    await this.jobs.noteTemplate(templateId, { type: 'failed', at: new Date(failedAt), code, detail });
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
  async onValidationCompleted(
    { importId, lines }: EventData<typeof validationCompleted>,
    delivery: Delivery,
  ): Promise<void> {
    await this.jobs.noteImport(importId, { type: 'accepted', at: new Date(delivery.occurredAt), lines });
  }

  @On(validationRejected, endNotRecorded)
  async onValidationRejected({ importId, code, rejectedAt }: EventData<typeof validationRejected>): Promise<void> {
    const detail = await this.jobs.wordsOfRejection(importId);
    await this.jobs.noteImport(importId, { type: 'rejected', at: new Date(rejectedAt), code, detail });
  }

  @On(validationRejectedV1, endNotRecorded)
  async onValidationRejectedV1(data: EventData<typeof validationRejectedV1>): Promise<void> {
    await this.onValidationRejected(data);
  }

  @On(validationFailed, endNotRecorded)
  async onValidationFailed({ importId, code, detail, failedAt }: EventData<typeof validationFailed>): Promise<void> {
    await this.jobs.noteImport(importId, { type: 'failed', at: new Date(failedAt), code, detail });
  }

  @On(updateProgressed, noEnd)
  async onUpdateProgressed(data: EventData<typeof updateProgressed>, delivery: Delivery): Promise<void> {
    const { importId, phase = 'deciding', linesDone, linesTotal, linesNotAttempted = 0 } = data;
    const { share = linesTotal === 0 ? 0 : (linesDone + linesNotAttempted) / linesTotal } = data;
    const at = new Date(delivery.occurredAt);
    await this.jobs.noteImport(importId, { type: 'progressed', phase, at, linesDone, linesTotal, share });
  }

  @On(updateCompleted, endNotRecorded)
  async onUpdateCompleted({ importId, state, counts, completedAt }: EventData<typeof updateCompleted>): Promise<void> {
    await this.jobs.noteImport(importId, { type: 'completed', at: new Date(completedAt), state, counts });
  }

  @On(updateFailed, endNotRecorded)
  async onUpdateFailed({ importId, code, detail, failedAt }: EventData<typeof updateFailed>): Promise<void> {
    await this.jobs.noteImport(importId, { type: 'failed', at: new Date(failedAt), code, detail });
  }

  @On(jobAbandoned, noEnd)
  async onJobAbandoned(said: EventData<typeof jobAbandoned>): Promise<void> {
    const { jobId, jobType, code, detail, abandonedAt } = await abandonmentOnRecord(this.database, said);
    const event = { type: 'failed' as const, at: new Date(abandonedAt), code, detail };
    if (jobType === 'template') await this.jobs.noteTemplate(jobId, event);
    else await this.jobs.noteImport(jobId, event);
  }

  @On(mailSent, noEnd)
  async onMailSent({ jobId, sentAt }: EventData<typeof mailSent>): Promise<void> {
    await this.jobs.noteMail(jobId, { state: 'sent', at: new Date(sentAt) });
  }

  @On(mailFailed, noEnd)
  async onMailFailed({ jobId, reason, failedAt }: EventData<typeof mailFailed>): Promise<void> {
    await this.jobs.noteMail(jobId, { state: 'failed', at: new Date(failedAt), reason });
  }
}
