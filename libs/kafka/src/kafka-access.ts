import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { SASLOptions } from 'kafkajs';

export const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** Where Kafka is, and how it knows us. */
export interface KafkaAccess {
  brokers: readonly string[];
  sasl?: SASLOptions;
  /** The connection is encrypted; `caFile` names the authority that has signed the brokers' certificates, if no public one has. */
  tls?: { caFile?: string };
}

/** As they stand in the environment, or as `baseConfig` has read them. */
export interface KafkaVariables {
  KAFKA_BROKERS?: string | readonly string[] | undefined;
  KAFKA_SASL_MECHANISM?: string | undefined;
  KAFKA_SASL_USERNAME?: string | undefined;
  KAFKA_SASL_PASSWORD?: string | undefined;
  KAFKA_TLS?: string | undefined;
  KAFKA_CA_FILE?: string | undefined;
}

export function kafkaAccess(variables: KafkaVariables | NodeJS.ProcessEnv): KafkaAccess {
  const { KAFKA_BROKERS: brokers = [], KAFKA_TLS: tls, KAFKA_CA_FILE: caFile } = variables;
  const {
    KAFKA_SASL_MECHANISM: wanted,
    KAFKA_SASL_USERNAME: username = '',
    KAFKA_SASL_PASSWORD: password = '',
  } = variables;
  const mechanism = saslMechanisms.find((name) => name === wanted);
  return {
    brokers: typeof brokers === 'string' ? brokers.split(',') : brokers,
    ...(mechanism && { sasl: { mechanism, username, password } }),
    ...(tls === 'true' && { tls: caFile ? { caFile } : {} }),
  };
}

/** As kafkajs takes it. The file is read for each client: a new authority needs a new process, as everywhere. */
export const clientAccess = ({
  brokers,
  sasl,
  tls,
}: KafkaAccess): { brokers: string[]; sasl?: SASLOptions; ssl?: boolean | ConnectionOptions } => ({
  brokers: [...brokers],
  // kafkajs writes into it.
  ...(sasl && { sasl: { ...sasl } }),
  ...(tls && { ssl: tls.caFile === undefined ? true : { ca: readFileSync(tls.caFile) } }),
});
