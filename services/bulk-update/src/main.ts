import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { BulkUpdateConfig } from './config.js';

await runService(AppModule, { name: 'bulk-update', config: BulkUpdateConfig });
