import { Module } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { BulkUpdateEvents } from './bulk-update.events.js';
import { BulkUpdateService } from './bulk-update.service.js';
import { CancellationsRepository } from './cancellations.repository.js';
import { ChunkWorker } from './chunk.worker.js';
import { ChunksRepository } from './chunks.repository.js';
import { ContactsRepository } from './contacts.repository.js';
import { BulkUpdateDatabase } from './database.js';
import { HistoryCheck } from './history.check.js';
import { ImportProgress } from './import-progress.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { PlanReader } from './plan.reader.js';
import { ReportsSweep } from './reports.sweep.js';
import { ReportWriter } from './report.writer.js';
import { SearchKeysFill } from './search-keys.fill.js';

@Module({
  controllers: [BulkUpdateEvents],
  providers: [
    { provide: BulkUpdateDatabase, useExisting: Database },
    BulkUpdateService,
    CancellationsRepository,
    ChunkWorker,
    ChunksRepository,
    ContactsRepository,
    HistoryCheck,
    ImportProgress,
    OutcomesRepository,
    PlanReader,
    ReportWriter,
    ReportsSweep,
    SearchKeysFill,
  ],
})
export class AppModule {}
