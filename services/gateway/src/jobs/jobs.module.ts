import { Module } from '@nestjs/common';
import { JobLists } from './job-lists.service.js';
import { JobRequests } from './job-requests.service.js';
import { JobsEvents } from './jobs.events.js';
import { JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';
import { JobsSweep } from './jobs.sweep.js';
import { JobsWatch } from './jobs.watch.js';
import { PacesRepository } from './paces.repository.js';

/** The read model of templates and imports: written here and nowhere else. */
@Module({
  controllers: [JobsEvents],
  providers: [JobLists, JobRequests, JobsRepository, JobsService, JobsSweep, JobsWatch, PacesRepository],
  exports: [JobLists, JobRequests, JobsRepository],
})
export class JobsModule {}
