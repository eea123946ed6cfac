import { type EventData, type EventDefinition, templateResolved, templateResolvedV1 } from '@roundtrip/contracts';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import { TemplateExportService } from './template-export.service.js';

@EventsController()
export class TemplateExportEvents {
  constructor(private readonly service: TemplateExportService) {}

  @On(templateResolved)
  async onTemplateResolved(data: EventData<typeof templateResolved>, delivery: Delivery): Promise<void> {
    await this.service.export(data, delivery.signal);
  }

  /** Its rule counts no more than any other's: without a document of it the message is set aside, and the gateway asks again. */
  @On(templateResolvedV1)
  async onTemplateResolvedV1(data: EventData<typeof templateResolvedV1>, delivery: Delivery): Promise<void> {
    const { templateId, institution, dataType } = data;
    await this.service.export({ templateId, institution, dataType }, delivery.signal);
  }

  /** The message of a template was set aside: the template must not stay open for ever. */
  async whenSetAside(_definition: EventDefinition, { templateId }: { templateId: string }): Promise<void> {
    await this.service.giveUp(templateId, new Date());
  }
}
