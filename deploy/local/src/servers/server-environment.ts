import type { StackPorts } from '../ports.js';
import type { Secrets } from '../secrets.js';
import type { DatabaseKind } from './database-kind.js';
import { databaseUser } from './ferretdb.server.js';
import { kafkaOperator } from './kafka.server.js';
import { providerClient, providerIssuer } from './provider.server.js';
import type { ServerName } from './server-names.js';
import type { KafkaNode, ServerTls } from './server-place.js';

/** The variables by which the given servers of the stack are reached, as those who may do everything there. */
export function serverEnvironment(
  names: readonly ServerName[],
  ports: StackPorts,
  secrets: Secrets,
  { database, tls, kafkaNodes }: { database: DatabaseKind; tls?: ServerTls; kafkaNodes: readonly KafkaNode[] },
): Record<string, string> {
  const user = database === 'ferretdb' ? `${databaseUser}:${secrets.mongoPassword}@` : '';
  const mongoTls = tls && database === 'ferretdb';
  const all: Record<ServerName, Record<string, string>> = {
    kafka: {
      KAFKA_BROKERS: kafkaNodes.map(({ broker }) => `127.0.0.1:${String(broker)}`).join(','),
      KAFKA_SASL_MECHANISM: 'plain',
      KAFKA_SASL_USERNAME: kafkaOperator,
      KAFKA_SASL_PASSWORD: secrets.kafkaPassword,
      ...(tls && { KAFKA_TLS: 'true', KAFKA_CA_FILE: tls.caFile }),
    },
    mongo: {
      MONGO_URL: `mongodb://${user}127.0.0.1:${String(ports.mongo)}/roundtrip${mongoTls ? '?tls=true' : ''}`,
      ...(mongoTls && { MONGO_CA_FILE: tls.caFile }),
    },
    minio: {
      S3_ENDPOINT: `http${tls ? 's' : ''}://127.0.0.1:${String(ports.minio)}`,
      S3_ACCESS_KEY: secrets.s3AccessKey,
      S3_SECRET_KEY: secrets.s3SecretKey,
      S3_REGION: 'us-east-1',
      ...(tls && { S3_CA_FILE: tls.caFile }),
    },
    mail: { SMTP_URL: `smtp://127.0.0.1:${String(ports.smtp)}` },
    provider: {
      OIDC_ISSUER: providerIssuer(ports),
      OIDC_CLIENT_ID: providerClient,
      OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
      OIDC_NAME: 'the demo provider',
    },
  };
  return Object.assign({}, ...names.map((name) => all[name])) as Record<string, string>;
}
