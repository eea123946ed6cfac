import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { config } from './config.js';
import { prepareHttp } from './http/prepare-http.js';

await runService(AppModule, { name: 'gateway', config, http: prepareHttp });
