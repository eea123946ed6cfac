export { baseConfig, BaseConfig, storeVariables } from './base.config.js';
export { type ConfigClass, configClass } from './config-class.js';
export { shared } from './shared.config.js';
export { wholeNumber } from './whole-number.js';
export { objectStoreSettings } from './connect-stores.js';
export { ConfigProblem, readConfig } from './read-config.js';
export { runService, type ServiceOptions } from './run-service.js';
export { connectToDatabase } from './connect-stores.js';
export { PlatformModule } from './platform.module.js';
export { Health, type HealthReport } from './health.js';
export { exampleSecretsIn } from './example-secrets.js';
export { abandonmentOnRecord, cancellationOnRecord, requireTruth, jobOnRecord } from './on-record.js';
export {
  acceptanceOnRecord,
  completionOnRecord,
  mailOnRecord,
  type Records,
  rejectionOnRecord,
  templateFailureOnRecord,
  templateOnRecord,
  updateFailureOnRecord,
  validationFailureOnRecord,
} from './ends-on-record.js';
export { Repeater } from './repeater.js';
export { TookTooLong, withTimeout } from './with-timeout.js';
export { DAY_MS, Retention, RETENTION_GRACE_MS } from './retention.js';
export { stackOf } from './log-record.js';
export { ServiceLog } from './service.log.js';
export { metrics } from './metrics.js';
export { IntegrityCheck } from './integrity-check.js';
export { type Figure, type GaugeDescription, measureGauges } from './measured-gauges.js';
