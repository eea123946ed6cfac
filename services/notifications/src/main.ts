import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { config } from './config.js';

await runService(AppModule, { name: 'notifications', config });
