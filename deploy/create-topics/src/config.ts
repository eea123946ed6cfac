import { baseConfig } from '@roundtrip/service';

/** Where the stores are: the same variables as those of the services. */
export const config = baseConfig.pick({
  KAFKA_BROKERS: true,
  MONGO_URL: true,
  S3_ENDPOINT: true,
  S3_ACCESS_KEY: true,
  S3_SECRET_KEY: true,
  S3_REGION: true,
});
