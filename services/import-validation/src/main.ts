import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { ImportValidationConfig } from './config.js';

await runService(AppModule, { name: 'import-validation', config: ImportValidationConfig });
