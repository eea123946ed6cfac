import { type EventData, type EventDefinition, importCancelled, importRequested } from '@roundtrip/contracts';
import { type Delivery, EventsController, On, type SetAsideReason } from '@roundtrip/kafka';
import { ImportValidationService } from './import-validation.service.js';

@EventsController()
export class ImportValidationEvents {
  constructor(private readonly service: ImportValidationService) {}

  @On(importRequested)
  async onImportRequested(data: EventData<typeof importRequested>, delivery: Delivery): Promise<void> {
    await this.service.validate(data, delivery.signal);
  }

  @On(importCancelled)
  async onImportCancelled(data: EventData<typeof importCancelled>): Promise<void> {
    await this.service.cancel(data);
  }

  /** The message of an import was set aside: the import must not stay open for ever. */
  async whenSetAside(
    definition: EventDefinition,
    data: EventData<typeof importRequested>,
    _reason: SetAsideReason,
  ): Promise<void> {
    if (definition === importRequested) await this.service.giveUp(data.importId, new Date());
  }
}
