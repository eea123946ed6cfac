import {
  type EventData,
  importCancelled,
  importCancelledV1,
  importRequested,
  importRequestedV1,
} from '@roundtrip/contracts';
import { type Delivery, EventsController, On } from '@roundtrip/kafka';
import { ImportValidationService } from './import-validation.service.js';

/** The import must not stay open for ever when its request becomes a dead letter. */
const failImport = {
  onDeadLetter: ({ service }: ImportValidationEvents, { importId }: { importId: string }) =>
    service.fail(importId, new Date()),
};

@EventsController()
export class ImportValidationEvents {
  constructor(readonly service: ImportValidationService) {}

  @On(importRequested, failImport)
  async onImportRequested(data: EventData<typeof importRequested>, delivery: Delivery): Promise<void> {
    await this.service.validate(data, delivery.signal);
  }

  @On(importRequestedV1, failImport)
  async onImportRequestedV1(data: EventData<typeof importRequestedV1>, delivery: Delivery): Promise<void> {
    await this.service.validate(data, delivery.signal);
  }

  @On(importCancelled, { onDeadLetter: 'job-goes-on' })
  async onImportCancelled(data: EventData<typeof importCancelled>): Promise<void> {
    await this.service.cancel(data);
  }

  @On(importCancelledV1, { onDeadLetter: 'job-goes-on' })
  async onImportCancelledV1(data: EventData<typeof importCancelledV1>): Promise<void> {
    await this.service.cancel(data);
  }
}
