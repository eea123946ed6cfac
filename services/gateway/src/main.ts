import { runService } from '@roundtrip/service';
import { AppModule } from './app.module.js';
import { GatewayConfig } from './config.js';
import { prepareHttp } from './prepare-http.js';

await runService(AppModule, { name: 'gateway', config: GatewayConfig, http: prepareHttp });
