export { baseConfig, type BaseConfig, CONFIG } from './base.config.js';
export { ConfigProblem, readConfig } from './read-config.js';
export { runService, type ServiceOptions } from './run-service.js';
export { PlatformModule } from './platform.module.js';
export { Health, type HealthReport } from './health.js';
export { addOperationalRoutes } from './operational-routes.js';
export { ServiceLog } from './service.log.js';
export { metrics } from './metrics.js';
