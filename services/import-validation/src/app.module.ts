import { Module } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { ImportValidationDatabase } from './database.js';
import { ExportedTemplates } from './comparison/exported-templates.reader.js';
import { ContactNamesReader } from './encoding/contact-names.reader.js';
import { FileExaminer } from './file.examiner.js';
import { ImportValidationEvents } from './import-validation.events.js';
import { ImportValidationService } from './import-validation.service.js';
import { PlansSweep } from './plans.sweep.js';
import { SpoolGauges } from './spool.gauges.js';
import { UndoPlanner } from './undo.planner.js';
import { StoredUploads } from './stored-uploads.reader.js';
import { ValidationsRepository } from './validations.repository.js';

@Module({
  controllers: [ImportValidationEvents],
  providers: [
    { provide: ImportValidationDatabase, useExisting: Database },
    ImportValidationService,
    StoredUploads,
    FileExaminer,
    ExportedTemplates,
    ContactNamesReader,
    UndoPlanner,
    ValidationsRepository,
    PlansSweep,
    SpoolGauges,
  ],
})
export class AppModule {}
