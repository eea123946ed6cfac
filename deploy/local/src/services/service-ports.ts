import { type ServiceName, services } from '@roundtrip/contracts';
import type { PortName } from '../ports.js';

/** Where each service answers: REST and the web page of the gateway, health and metrics of the others. */
export const servicePorts: Record<ServiceName, PortName> = {
  gateway: 'gateway',
  targets: 'targets',
  'template-export': 'templateExport',
  'import-validation': 'importValidation',
  'bulk-update': 'bulkUpdate',
  notifications: 'notifications',
};

export { type ServiceName, services as serviceNames };
