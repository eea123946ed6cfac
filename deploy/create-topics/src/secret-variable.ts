import type { ServiceName } from '@roundtrip/contracts';

/** The variable that holds the password of a service's user: GATEWAY_SECRET, BULK_UPDATE_SECRET and so on. */
export const secretVariable = (service: ServiceName): `${string}_SECRET` =>
  `${service.toUpperCase().replaceAll('-', '_')}_SECRET`;
