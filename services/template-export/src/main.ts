import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { TemplateExportConfig } from './config.js';

await runService(AppModule, { name: 'template-export', config: TemplateExportConfig });
