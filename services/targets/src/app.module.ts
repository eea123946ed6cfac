import { Module } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { TargetsDatabase } from './database.js';
import { DefinitionsRepository } from './definitions.repository.js';
import { DefinitionsService } from './definitions.service.js';
import { RequestsRepository } from './requests.repository.js';
import { ResolutionsRepository } from './resolutions.repository.js';
import { TargetsEvents } from './targets.events.js';
import { TargetsRepository } from './targets.repository.js';
import { TargetsService } from './targets.service.js';
import { TemplatesService } from './templates.service.js';

@Module({
  controllers: [TargetsEvents],
  providers: [
    { provide: TargetsDatabase, useExisting: Database },
    TargetsService,
    DefinitionsService,
    TemplatesService,
    TargetsRepository,
    DefinitionsRepository,
    RequestsRepository,
    ResolutionsRepository,
  ],
})
export class AppModule {}
