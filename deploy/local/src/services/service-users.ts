import { secretVariable } from '@roundtrip/create-topics';
import { services, type ServiceName } from '@roundtrip/contracts';
import type { ObjectStoreKind } from '../servers/object-store-kind.js';
import type { Secrets } from '../secrets.js';
import type { ServerName } from '../servers/server-names.js';

/** What create-topics calls the servers that can be told to keep a user for each service. */
const storeOf: Partial<Record<ServerName, string>> = { kafka: 'kafka', minio: 's3' };

/** Asks create-topics to make the users of the services in those of our own servers that keep them. */
export function userVariables(
  ours: readonly ServerName[],
  secrets: Secrets,
  objectStore: ObjectStoreKind = 'minio',
): Record<string, string> {
  // SeaweedFS has them from its settings.
  const asked = ours.filter((name) => name !== 'minio' || objectStore === 'minio');
  const stores = asked.flatMap((name) => storeOf[name] ?? []);
  if (stores.length === 0) return {};
  return {
    MAKE_USERS_IN: stores.join(','),
    ...Object.fromEntries(services.map((name) => [secretVariable(name), secrets.services[name]])),
  };
}

/** How a service signs in where it has a user of its own. */
export function ownCredentials(
  service: ServiceName,
  servers: readonly ServerName[],
  secrets: Secrets,
): Record<string, string> {
  const password = secrets.services[service];
  return {
    ...(servers.includes('kafka') && {
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: service,
      KAFKA_SASL_PASSWORD: password,
    }),
    ...(servers.includes('minio') && { S3_ACCESS_KEY: service, S3_SECRET_KEY: password }),
  };
}
