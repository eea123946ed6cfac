import { saslMechanisms } from '@roundtrip/kafka';
import { tracesSamplers } from '@roundtrip/tracing';
import { z } from 'zod';
import { configClass } from './config-class.js';
import { wholeNumber } from './whole-number.js';

const caFile = (store: string) =>
  z
    .string()
    .optional()
    .meta({
      description: `Who has signed the certificate of ${store}, as a PEM file`,
      example: '/etc/roundtrip/ca.pem',
    });

const collector = () =>
  z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .optional()
    .meta({ description: 'Who collects traces, by OTLP over HTTP', example: 'http://127.0.0.1:4318' });

/** Variables of every service; a service adds its own with `baseConfig.extend({…})`. */
export const baseConfig = z.object({
  MONGO_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+\/\w+/, 'must be a MongoDB address with the name of the database')
    .meta({ description: 'The shared database', example: 'mongodb://127.0.0.1:37017/roundtrip' }),
  MONGO_CA_FILE: caFile('the database'),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'must be host:port, several separated by commas')
    .transform((text) => text.split(','))
    .meta({ description: 'Where Kafka is', example: '127.0.0.1:19092' }),
  KAFKA_SASL_MECHANISM: z
    .enum(saslMechanisms, `must be one of ${saslMechanisms.join(', ')}`)
    .optional()
    .meta({ description: 'How Kafka knows us', example: 'scram-sha-512' }),
  KAFKA_SASL_USERNAME: z.string().optional().meta({ example: 'gateway' }),
  KAFKA_SASL_PASSWORD: z.string().optional().meta({ example: 'a long secret' }),
  KAFKA_TLS: z
    .enum(['true', 'false'], 'must be true or false')
    .optional()
    .meta({ description: 'Whether connections to Kafka are encrypted', example: 'true' }),
  KAFKA_CA_FILE: caFile('Kafka'),
  KAFKA_SESSION_TIMEOUT_MS: wholeNumber()
    .min(6_000)
    .max(1_800_000)
    .default(30_000)
    .meta({ description: 'How long a silent process keeps its partitions', example: '30000' }),
  KAFKA_CONCURRENCY: wholeNumber()
    .min(1)
    .max(64)
    .optional()
    .meta({ description: 'Messages of one topic that a process works on at once', example: '4' }),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .meta({ description: 'The object store', example: 'http://127.0.0.1:19000' }),
  S3_ACCESS_KEY: z.string().min(1).meta({ example: 'roundtrip' }),
  S3_SECRET_KEY: z.string().min(1).meta({ example: 'a long secret' }),
  S3_CA_FILE: caFile('the object store'),
  S3_REGION: z.string().min(1).default('us-east-1').meta({ example: 'us-east-1' }),
  HTTP_PORT: wholeNumber()
    .min(0)
    .max(65_535)
    .default(8080)
    .meta({ description: 'The gateway’s interface', example: '8080' }),
  HTTP_HOST: z
    .string()
    .min(1)
    .default('0.0.0.0')
    .meta({ description: 'Address that the gateway’s interface listens on', example: '127.0.0.1' }),
  METRICS_PORT: wholeNumber()
    .min(0)
    .max(65_535)
    .default(9464)
    .meta({ description: 'Health in detail and metrics', example: '9464' }),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ description: 'Address that these listen on: this machine alone by default', example: '0.0.0.0' }),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').meta({ example: 'info' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector(),
  OTEL_TRACES_EXPORTER: z
    .enum(['otlp', 'none'], 'must be otlp or none')
    .optional()
    .meta({ description: 'Whether jobs are traced; absent: when it is said where to', example: 'otlp' }),
  OTEL_SDK_DISABLED: z
    .enum(['true', 'false'], 'must be true or false')
    .optional()
    .meta({ description: 'Whether nothing is traced, whatever else is said', example: 'false' }),
  OTEL_SERVICE_NAME: z
    .string()
    .optional()
    .meta({ description: 'What traces call this service; its own name if absent', example: 'gateway' }),
  OTEL_TRACES_SAMPLER: z
    .enum(tracesSamplers, `must be one of ${tracesSamplers.join(', ')}`)
    .default('parentbased_always_on')
    .meta({ description: 'Which jobs are traced', example: 'parentbased_traceidratio' }),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a number')
    .min(0)
    .max(1)
    .default(1)
    .meta({ description: 'Which share of the jobs is traced by a sampler that asks for one', example: '0.1' }),
  STOP_GRACE_MS: wholeNumber()
    .min(0)
    .default(20_000)
    .meta({ description: 'How long a running message may go on after SIGTERM', example: '20000' }),
});
/** The part that every service has; its whole configuration is injected by a class of its own. */
export class BaseConfig extends configClass(baseConfig) {}

/** Where the stores are, and as whom one signs in: for commands that are no service. */
export const storeVariables = baseConfig.pick({
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
