import { type ServiceName, services } from '@roundtrip/contracts';
import { ConfigProblem } from '@roundtrip/service';
import { secretVariable } from './secret-variable.js';

export interface ServiceUser {
  name: ServiceName;
  password: string;
}

/** @throws ConfigProblem when the password of a service is missing */
export function serviceUsers(settings: Readonly<Record<string, unknown>>): ServiceUser[] {
  const missing = services.map(secretVariable).filter((name) => !settings[name]);
  if (missing.length > 0) {
    throw new ConfigProblem(missing.map((name) => `${name}: is not set, and MAKE_USERS_IN needs it`));
  }
  return services.map((name) => ({ name, password: String(settings[secretVariable(name)]) }));
}
