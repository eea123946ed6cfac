import { Global, Module } from '@nestjs/common';
import { ActivitiesRepository } from './activities.repository.js';
import { Activities } from './activities.service.js';
import { ActivitiesSweep } from './activities.sweep.js';

/** One writer of activities a process, for whoever does something. */
@Global()
@Module({
  providers: [Activities, ActivitiesRepository, ActivitiesSweep],
  exports: [Activities, ActivitiesRepository],
})
export class ActivitiesModule {}
