import {
  type EventData,
  type EventDefinition,
  jobAbandoned,
  templateCompleted,
  templateFailed,
  updateCompleted,
  updateFailed,
  validationFailed,
  validationRejected,
  validationRejectedV1,
} from '@roundtrip/contracts';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import { JobsReader } from './jobs.reader.js';
import {
  importCompletedNotice,
  importFailedNotice,
  importRejectedNotice,
  jobAbandonedNotice,
  templateCompletedNotice,
  templateFailedNotice,
} from './notice.rules.js';
import { NotificationsService } from './notifications.service.js';

@EventsController()
export class NotificationsEvents {
  constructor(
    private readonly service: NotificationsService,
    private readonly jobs: JobsReader,
  ) {}

  @On(templateCompleted)
  async onTemplateCompleted(data: EventData<typeof templateCompleted>, delivery: Delivery): Promise<void> {
    await this.service.notify(templateCompletedNotice(data), delivery);
  }

  @On(templateFailed)
  async onTemplateFailed(data: EventData<typeof templateFailed>, delivery: Delivery): Promise<void> {
    await this.service.notify(templateFailedNotice(data), delivery);
  }

  @On(validationRejected)
  async onValidationRejected(data: EventData<typeof validationRejected>, delivery: Delivery): Promise<void> {
    await this.service.notify(importRejectedNotice(data), delivery);
  }

  @On(validationRejectedV1)
  async onValidationRejectedV1(data: EventData<typeof validationRejectedV1>, delivery: Delivery): Promise<void> {
    await this.service.notify(importRejectedNotice(data), delivery);
  }

  @On(validationFailed)
  async onValidationFailed(data: EventData<typeof validationFailed>, delivery: Delivery): Promise<void> {
    await this.service.notify(importFailedNotice(data), delivery);
  }

  @On(updateCompleted)
  async onUpdateCompleted(data: EventData<typeof updateCompleted>, delivery: Delivery): Promise<void> {
    await this.service.notify(importCompletedNotice(data), delivery);
  }

  @On(updateFailed)
  async onUpdateFailed(data: EventData<typeof updateFailed>, delivery: Delivery): Promise<void> {
    await this.service.notify(importFailedNotice(data), delivery);
  }

  @On(jobAbandoned)
  async onJobAbandoned(data: EventData<typeof jobAbandoned>, delivery: Delivery): Promise<void> {
    await this.service.notify(jobAbandonedNotice(await this.jobs.abandonment(data)), delivery);
  }

  /** The message about the end of a job was set aside: its mail must not stay open for ever. */
  async whenSetAside(
    _definition: EventDefinition,
    data: { templateId: string } | { importId: string } | { jobId: string },
  ): Promise<void> {
    if ('jobId' in data) await this.service.giveUp(data.jobId);
    else await this.service.giveUp('templateId' in data ? data.templateId : data.importId);
  }
}
