import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { NotificationsConfig } from './config.js';

await runService(AppModule, { name: 'notifications', config: NotificationsConfig });
