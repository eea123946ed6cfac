import {
  chunkReady,
  type EventData,
  importCancelled,
  importCancelledV1,
  jobAbandoned,
  validationCompleted,
} from '@roundtrip/contracts';
import { type Delivery, EventsController, On, type DeadLetterReason } from '@roundtrip/kafka';
import { BulkUpdateService } from './bulk-update.service.js';

/** The import must not stay open for ever when a message of it becomes a dead letter. */
const failImport = {
  onDeadLetter: ({ service }: BulkUpdateEvents, { importId }: { importId: string }, { code }: DeadLetterReason) =>
    service.fail(importId, code),
};

@EventsController()
export class BulkUpdateEvents {
  constructor(readonly service: BulkUpdateService) {}

  @On(validationCompleted, failImport)
  async onValidationCompleted(data: EventData<typeof validationCompleted>, delivery: Delivery): Promise<void> {
    await this.service.begin(data, delivery.signal, new Date());
  }

  @On(chunkReady, failImport)
  async onChunkReady(data: EventData<typeof chunkReady>, delivery: Delivery): Promise<void> {
    await this.service.work(data, delivery.signal);
  }

  @On(importCancelled, failImport)
  async onImportCancelled(data: EventData<typeof importCancelled>, delivery: Delivery): Promise<void> {
    await this.service.cancel(data, delivery.signal);
  }

  @On(importCancelledV1, failImport)
  async onImportCancelledV1(data: EventData<typeof importCancelledV1>, delivery: Delivery): Promise<void> {
    await this.service.cancel(data, delivery.signal);
  }

  @On(jobAbandoned, {
    onDeadLetter: ({ service }: BulkUpdateEvents, { jobId }, { code }) => service.fail(jobId, code),
  })
  async onJobAbandoned(data: EventData<typeof jobAbandoned>): Promise<void> {
    if (data.jobType === 'import') await this.service.abandon(data);
  }
}
