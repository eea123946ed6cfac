import { type EventData, type EventDefinition, templateResolved } from '@roundtrip/contracts';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import { TemplateExportService } from './template-export.service.js';

@EventsController()
export class TemplateExportEvents {
  constructor(private readonly service: TemplateExportService) {}

  @On(templateResolved)
  async onTemplateResolved(data: EventData<typeof templateResolved>, delivery: Delivery): Promise<void> {
    await this.service.export(data, delivery.signal);
  }

  /** The message of a template was set aside: the template must not stay open for ever. */
  async whenSetAside(_definition: EventDefinition, data: EventData<typeof templateResolved>): Promise<void> {
    await this.service.giveUp(data, new Date());
  }
}
