import { baseConfig } from '@roundtrip/service';

/** Where the stores are: the same variables as those of the services. */
export const config = baseConfig.pick({
  KAFKA_BROKERS: true,
  KAFKA_SASL_MECHANISM: true,
  KAFKA_SASL_USERNAME: true,
  KAFKA_SASL_PASSWORD: true,
  KAFKA_TLS: true,
  KAFKA_CA_FILE: true,
  MONGO_URL: true,
  MONGO_CA_FILE: true,
  S3_ENDPOINT: true,
  S3_ACCESS_KEY: true,
  S3_SECRET_KEY: true,
  S3_REGION: true,
  S3_CA_FILE: true,
});
