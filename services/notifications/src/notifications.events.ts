import {
  type EventData,
  type EventDefinition,
  templateCompleted,
  templateFailed,
  updateCompleted,
  updateFailed,
  validationFailed,
  validationRejected,
} from '@roundtrip/contracts';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import {
  importCompletedNotice,
  importFailedNotice,
  importRejectedNotice,
  templateCompletedNotice,
  templateFailedNotice,
} from './notice.rules.js';
import { NotificationsService } from './notifications.service.js';

@EventsController()
export class NotificationsEvents {
  constructor(private readonly service: NotificationsService) {}

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

  /** The message about the end of a job was set aside: its mail must not stay open for ever. */
  async whenSetAside(_definition: EventDefinition, data: { templateId: string } | { importId: string }): Promise<void> {
    await this.service.giveUp('templateId' in data ? data.templateId : data.importId);
  }
}
