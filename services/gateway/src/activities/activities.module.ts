import { Global, Module } from '@nestjs/common';
import { ActivitiesCheck } from './activities.check.js';
import { ActivitiesRepository } from './activities.repository.js';
import { Activities } from './activities.service.js';
import { ActivitiesSweep } from './activities.sweep.js';

/** One writer of activities a process, for whoever does something. */
@Global()
@Module({
  providers: [Activities, ActivitiesCheck, ActivitiesRepository, ActivitiesSweep],
  exports: [Activities, ActivitiesRepository],
})
export class ActivitiesModule {}
