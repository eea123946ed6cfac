import { Module } from '@nestjs/common';
import { ContactsReader } from './contacts.reader.js';
import { ResolutionsReader } from './resolutions.reader.js';
import { TemplateExportEvents } from './template-export.events.js';
import { TemplateExportService } from './template-export.service.js';
import { TemplateWriter } from './template.writer.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesSweep } from './templates.sweep.js';

@Module({
  controllers: [TemplateExportEvents],
  providers: [
    TemplateExportService,
    TemplateWriter,
    TemplatesRepository,
    TemplatesSweep,
    ContactsReader,
    ResolutionsReader,
  ],
})
export class AppModule {}
