import {
  chunkReady,
  type EventData,
  type EventDefinition,
  importCancelled,
  importCancelledV1,
  jobAbandoned,
  validationCompleted,
} from '@roundtrip/contracts';
import { type Delivery, EventsController, On, type SetAsideReason } from '@roundtrip/kafka';
import { BulkUpdateService } from './bulk-update.service.js';

@EventsController()
export class BulkUpdateEvents {
  constructor(private readonly service: BulkUpdateService) {}

  @On(validationCompleted)
  async onValidationCompleted(data: EventData<typeof validationCompleted>, delivery: Delivery): Promise<void> {
    await this.service.begin(data, delivery.signal, new Date());
  }

  @On(chunkReady)
  async onChunkReady(bell: EventData<typeof chunkReady>, delivery: Delivery): Promise<void> {
    await this.service.work(bell, delivery.signal);
  }

  @On(importCancelled)
  async onImportCancelled(data: EventData<typeof importCancelled>): Promise<void> {
    await this.service.cancel(data);
  }

  @On(importCancelledV1)
  async onImportCancelledV1(data: EventData<typeof importCancelledV1>): Promise<void> {
    await this.service.cancel(data);
  }

  @On(jobAbandoned)
  async onJobAbandoned(data: EventData<typeof jobAbandoned>): Promise<void> {
    if (data.jobType === 'import') await this.service.abandon(data);
  }

  /** A message of an import was set aside: the import must not stay open for ever. */
  async whenSetAside(
    _definition: EventDefinition,
    data: { importId: string } | EventData<typeof jobAbandoned>,
    { code }: SetAsideReason,
  ): Promise<void> {
    await this.service.fail('importId' in data ? data.importId : data.jobId, code);
  }
}
