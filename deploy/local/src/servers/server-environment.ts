import type { StackPorts } from '../ports.js';
import type { Secrets } from '../secrets.js';
import type { ServerName } from './server-names.js';

/** The variables by which services reach the given servers of the stack. */
export function serverEnvironment(
  names: readonly ServerName[],
  ports: StackPorts,
  secrets: Secrets,
): Record<string, string> {
  const all: Record<ServerName, Record<string, string>> = {
    kafka: { KAFKA_BROKERS: `127.0.0.1:${String(ports.kafka)}` },
    mongo: { MONGO_URL: `mongodb://127.0.0.1:${String(ports.mongo)}/roundtrip` },
    minio: {
      S3_ENDPOINT: `http://127.0.0.1:${String(ports.minio)}`,
      S3_ACCESS_KEY: secrets.s3AccessKey,
      S3_SECRET_KEY: secrets.s3SecretKey,
      S3_REGION: 'us-east-1',
    },
    mail: { SMTP_URL: `smtp://127.0.0.1:${String(ports.smtp)}` },
  };
  return Object.assign({}, ...names.map((name) => all[name])) as Record<string, string>;
}
