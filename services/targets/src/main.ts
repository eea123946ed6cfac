import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { TargetsConfig } from './config.js';

await runService(AppModule, { name: 'targets', config: TargetsConfig });
