import {
  type EventData,
  type EventDefinition,
  importCancelled,
  importCancelledV1,
  importRequested,
  importRequestedV1,
} from '@roundtrip/contracts';
import { type Delivery, EventsController, On, type SetAsideReason } from '@roundtrip/kafka';
import { ImportValidationService } from './import-validation.service.js';

@EventsController()
export class ImportValidationEvents {
  constructor(private readonly service: ImportValidationService) {}

  @On(importRequested)
  async onImportRequested(data: EventData<typeof importRequested>, delivery: Delivery): Promise<void> {
    await this.service.validate(data, delivery.signal);
  }

  @On(importRequestedV1)
  async onImportRequestedV1(data: EventData<typeof importRequestedV1>, delivery: Delivery): Promise<void> {
    await this.service.validate(data, delivery.signal);
  }

  @On(importCancelled)
  async onImportCancelled(data: EventData<typeof importCancelled>): Promise<void> {
    await this.service.cancel(data);
  }

  @On(importCancelledV1)
  async onImportCancelledV1(data: EventData<typeof importCancelledV1>): Promise<void> {
    await this.service.cancel(data);
  }

  /** The message of an import was set aside: the import must not stay open for ever. */
  async whenSetAside(
    definition: EventDefinition,
    data: EventData<typeof importRequested>,
    _reason: SetAsideReason,
  ): Promise<void> {
    const requests: EventDefinition[] = [importRequested, importRequestedV1];
    if (requests.includes(definition)) await this.service.giveUp(data.importId, new Date());
  }
}
