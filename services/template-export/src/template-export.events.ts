import { type EventData, templateResolved, templateResolvedV1 } from '@roundtrip/contracts';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import { TemplateExportService } from './template-export.service.js';

/** The template must not stay open for ever when a message of it becomes a dead letter. */
const failTemplate = {
  onDeadLetter: ({ service }: TemplateExportEvents, { templateId }: { templateId: string }) =>
    service.fail(templateId, new Date()),
};

@EventsController()
export class TemplateExportEvents {
  constructor(readonly service: TemplateExportService) {}

  @On(templateResolved, failTemplate)
  async onTemplateResolved(data: EventData<typeof templateResolved>, delivery: Delivery): Promise<void> {
    await this.service.export(data, delivery.signal);
  }

  /** Its rule counts no more than any other's: without a document of it the message becomes a dead letter, and the gateway asks again. */
  @On(templateResolvedV1, failTemplate)
  async onTemplateResolvedV1(data: EventData<typeof templateResolvedV1>, delivery: Delivery): Promise<void> {
    const { templateId, institution, dataType } = data;
    await this.service.export({ templateId, institution, dataType }, delivery.signal);
  }
}
