import { Module } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import { JOB_POOL } from '../reads/pools.js';
import { JobLists } from './job-lists.service.js';
import { JobAdmission } from './job-admission.service.js';
import { JobQueueRepository } from './job-queue.repository.js';
import { JobRequests } from './job-requests.service.js';
import { JobPublisher } from './job.publisher.js';
import { ImportRecords } from './import-records.store.js';
import { JobsEvents } from './jobs.events.js';
import { JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';
import { JobsSweep } from './jobs.sweep.js';
import { JobsWatch } from './jobs.watch.js';
import { PacesRepository } from './paces.repository.js';
import { WorkGauges } from './work.gauges.js';

/** What happens to jobs by itself, by messages and sweeps: on connections of its own, so that people need not wait for it, nor it for them. */
@Module({
  controllers: [JobsEvents],
  providers: [
    { provide: Database, useExisting: JOB_POOL },
    { provide: GatewayDatabase, useExisting: JOB_POOL },
    ImportRecords,
    JobAdmission,
    JobPublisher,
    JobQueueRepository,
    JobRequests,
    JobsRepository,
    JobsService,
    JobsSweep,
    JobsWatch,
    PacesRepository,
    WorkGauges,
  ],
})
class JobWorkModule {}

/** The read model of templates and imports: written here and nowhere else. */
@Module({
  imports: [JobWorkModule],
  providers: [
    ImportRecords,
    JobAdmission,
    JobLists,
    JobPublisher,
    JobQueueRepository,
    JobRequests,
    JobsRepository,
    PacesRepository,
  ],
  exports: [JobLists, JobQueueRepository, JobRequests, JobsRepository],
})
export class JobsModule {}
