import {
  type EventData,
  jobAbandoned,
  templateCompleted,
  templateFailed,
  updateCompleted,
  updateFailed,
  validationFailed,
  validationRejected,
  validationRejectedV1,
} from '@roundtrip/contracts';
import { Database } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import {
  abandonmentOnRecord,
  completionOnRecord,
  rejectionOnRecord,
  templateFailureOnRecord,
  templateOnRecord,
  updateFailureOnRecord,
  validationFailureOnRecord,
} from '@roundtrip/service';
import {
  importCompletedNotice,
  importFailedNotice,
  importRejectedNotice,
  jobAbandonedNotice,
  templateCompletedNotice,
  templateFailedNotice,
} from './notice.rules.js';
import { NotificationsService } from './notifications.service.js';

/** The mail of a job must not stay open for ever when the message about its end becomes a dead letter. */
const failMail = {
  onDeadLetter: (
    { service }: NotificationsEvents,
    data: { templateId: string } | { importId: string } | { jobId: string },
  ) => service.fail('jobId' in data ? data.jobId : 'templateId' in data ? data.templateId : data.importId),
};

/** What has happened to jobs, as far as those have written it down who say it. */
@EventsController()
export class NotificationsEvents {
  constructor(
    readonly service: NotificationsService,
    readonly database: Database,
    readonly objects: ObjectStore,
  ) {}

  @On(templateCompleted, failMail)
  async onTemplateCompleted(data: EventData<typeof templateCompleted>, delivery: Delivery): Promise<void> {
    await this.service.notify(templateCompletedNotice(data), delivery, () => templateOnRecord(this, data));
  }

  @On(templateFailed, failMail)
  async onTemplateFailed(data: EventData<typeof templateFailed>, delivery: Delivery): Promise<void> {
    await this.service.notify(templateFailedNotice(data), delivery, () => templateFailureOnRecord(this, data));
  }

  @On(validationRejected, failMail)
  async onValidationRejected(data: EventData<typeof validationRejected>, delivery: Delivery): Promise<void> {
    await this.service.notify(importRejectedNotice(data), delivery, () => rejectionOnRecord(this, data));
  }

  @On(validationRejectedV1, failMail)
  async onValidationRejectedV1(data: EventData<typeof validationRejectedV1>, delivery: Delivery): Promise<void> {
    await this.service.notify(importRejectedNotice(data), delivery, () => rejectionOnRecord(this, data));
  }

  @On(validationFailed, failMail)
  async onValidationFailed(data: EventData<typeof validationFailed>, delivery: Delivery): Promise<void> {
    await this.service.notify(importFailedNotice(data), delivery, () => validationFailureOnRecord(this, data));
  }

  @On(updateCompleted, failMail)
  async onUpdateCompleted(data: EventData<typeof updateCompleted>, delivery: Delivery): Promise<void> {
    await this.service.notify(importCompletedNotice(data), delivery, () => completionOnRecord(this, data));
  }

  @On(updateFailed, failMail)
  async onUpdateFailed(data: EventData<typeof updateFailed>, delivery: Delivery): Promise<void> {
    await this.service.notify(importFailedNotice(data), delivery, () => updateFailureOnRecord(this, data));
  }

  @On(jobAbandoned, failMail)
  async onJobAbandoned(data: EventData<typeof jobAbandoned>, delivery: Delivery): Promise<void> {
    const abandoned = await abandonmentOnRecord(this.database, data);
    await this.service.notify(jobAbandonedNotice(abandoned), delivery, () => Promise.resolve());
  }
}
